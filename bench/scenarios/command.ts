import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { cors } from 'strict-cors'
import { BY_HAND, type Probe, type Scenario, SUBJECT } from '../scenario.js'

const PAGE = 'http://localhost:5173'

const manifest = pathToFileURL(createRequire(import.meta.url).resolve('strict-cors/package.json'))
const PROGRAM = fileURLToPath(new URL('dist/cli/cli.js', manifest))

/** The time from the start of a Node to its end, in milliseconds. */
async function timeOf(args: readonly string[]): Promise<number> {
  const start = performance.now()
  await new Promise((resolve) => execFile(process.execPath, args, resolve))
  return performance.now() - start
}

const probeEmpty: Probe = async () => ({ time: await timeOf(['--eval', '0']), bytes: null })

/** What the command takes longer than an empty Node that is started just before it. */
function probeCommand(...args: readonly string[]): Probe {
  return async () => {
    const empty = await timeOf(['--eval', '0'])
    return { time: (await timeOf([PROGRAM, ...args])) - empty, bytes: null }
  }
}

/** A server that shares with one page. @returns its URL */
async function serve(): Promise<string> {
  const middleware = cors({ origin: PAGE })
  const server = createServer((req, res) => middleware(req, res, () => res.end('hello')))
  await once(server.listen(0, '127.0.0.1').unref(), 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}/`
}

/** `npx strict-cors` against a server of this machine, without npx. */
export const COMMAND: readonly Scenario[] = [
  {
    group: 'command',
    title: 'strict-cors check',
    unit: 'ms',
    bars: [{ kind: 'time', most: 150 }],
    rounds: 15,
    long: false,
    async probes() {
      const url = await serve()
      return {
        [BY_HAND]: probeEmpty,
        [SUBJECT]: probeCommand('check', url, '--origin', PAGE),
      }
    },
  },
  {
    group: 'command',
    title: 'strict-cors audit',
    unit: 'ms',
    bars: [{ kind: 'time', most: 2000 }],
    rounds: 15,
    long: false,
    async probes() {
      const url = await serve()
      return { [BY_HAND]: probeEmpty, [SUBJECT]: probeCommand('audit', url, '--trust', PAGE) }
    },
  },
]
