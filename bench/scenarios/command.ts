import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { cors } from 'strict-cors'
import { BY_HAND, type Scenario, SUBJECT } from '../scenario.js'

const PROGRAM = 'dist/cli/cli.js'
const PAGE = 'http://localhost:5173'

/** The time from the start of a Node to its end, in nanoseconds. */
async function timeOf(...args: readonly string[]): Promise<number> {
  const start = performance.now()
  await new Promise((resolve) => execFile(process.execPath, args, resolve))
  return (performance.now() - start) * 1e6
}

/** What the command takes longer than an empty Node that is started just before it. */
function scenario(command: string, option: string, milliseconds: number): Scenario {
  return {
    group: 'command',
    title: `strict-cors ${command}`,
    bars: { time: milliseconds * 1e6 },
    rounds: 15,
    async probes() {
      const middleware = cors({ origin: PAGE })
      const server = createServer((req, res) => middleware(req, res, () => res.end('hello')))
      await once(server.listen(0, '127.0.0.1').unref(), 'listening')
      const { port } = Object(server.address())
      const args = [PROGRAM, command, `http://127.0.0.1:${port}/`, option, PAGE]
      const empty = () => timeOf('--eval', '0')
      return {
        [BY_HAND]: async () => ({ time: await empty() }),
        [SUBJECT]: async () => ({ time: -(await empty()) + (await timeOf(...args)) }),
      }
    },
  }
}

/** `npx strict-cors` against a server of this machine, without npx. */
export const COMMAND = [scenario('check', '--origin', 150), scenario('audit', '--trust', 2000)]
