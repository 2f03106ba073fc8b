import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { cors } from 'strict-cors'
import { BY_HAND, type Scenario, SUBJECT } from '../scenario.js'

const PAGE = 'http://localhost:5173'

const manifest = pathToFileURL(createRequire(import.meta.url).resolve('strict-cors/package.json'))
const PROGRAM = fileURLToPath(new URL('dist/cli/cli.js', manifest))

/** The time from the start of a Node to its end, in nanoseconds. */
async function timeOf(...args: readonly string[]): Promise<number> {
  const start = performance.now()
  await new Promise((resolve) => execFile(process.execPath, args, resolve))
  return (performance.now() - start) * 1e6
}

const timeOfEmpty = () => timeOf('--eval', '0')

/** A server that shares with one page. @returns its URL */
async function serve(): Promise<string> {
  const middleware = cors({ origin: PAGE })
  const server = createServer((req, res) => middleware(req, res, () => res.end('hello')))
  await once(server.listen(0, '127.0.0.1').unref(), 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}/`
}

/** What the command takes longer than an empty Node that is started just before it. */
function scenario(command: string, option: string, milliseconds: number): Scenario {
  return {
    group: 'command',
    title: `strict-cors ${command}`,
    bars: [{ kind: 'time', most: milliseconds * 1e6 }],
    rounds: 15,
    async probes() {
      const url = await serve()
      return {
        [BY_HAND]: async () => ({ time: await timeOfEmpty() }),
        [SUBJECT]: async () => {
          const empty = await timeOfEmpty()
          return { time: (await timeOf(PROGRAM, command, url, option, PAGE)) - empty }
        },
      }
    },
  }
}

/** `npx strict-cors` against a server of this machine, without npx. */
export const COMMAND = [scenario('check', '--origin', 150), scenario('audit', '--trust', 2000)]
