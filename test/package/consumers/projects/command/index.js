import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cors } from 'strict-cors'

const PAGE = 'http://localhost:5173'

const manifest = createRequire(import.meta.url).resolve('strict-cors/package.json')
const { bin, version } = createRequire(import.meta.url)(manifest)
const program = join(dirname(manifest), bin['strict-cors'])

/** The exit status, and the first line of what the command prints. */
function run(...args) {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) => {
      const [first] = `${stdout}${stderr}`.split('\n')
      resolve(`${error?.code ?? 0} ${first.replaceAll(/localhost:\d+/g, 'localhost')}`)
    })
  })
}

const middleware = cors({ origin: PAGE })
const server = createServer((req, res) => middleware(req, res, () => res.end()))
const hanging = createServer(() => {})
for (const one of [server, hanging]) await once(one.listen(0), 'listening')
const url = `http://localhost:${server.address().port}/`
const silent = `http://localhost:${hanging.address().port}/`
const message = 'TypeError: Failed to fetch'

const facts = {
  version: (await run('--version')) === `0 ${version}`,
  help: await run(),
  shared: await run('check', url, '--origin', PAGE, '-X', 'PUT'),
  blocked: await run('check', url, '--origin', 'null'),
  silent: await run('check', silent, '--origin', PAGE, '-m', '0.3'),
  usage: await run('check'),
  audit: (await run('audit', url, '--trust', PAGE)).replace(/\d+ requests/, 'n requests'),
  compare: await run('compare', url, url, '--origin', PAGE),
  explain: await run('explain', message),
}
server.close()
hanging.closeAllConnections()
hanging.close()
console.log(JSON.stringify(facts))
