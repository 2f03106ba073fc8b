import type { Server } from 'node:http'
import { MemorySocket } from '../memory-socket.js'
import type { Probe, Work } from '../scenario.js'

const ORIGIN = 'https://customer-1.example.com'
const BATCH = 200
const WARM_UP = 5000

const BROWSER_HEADERS = [
  'Host: api.example.com',
  'Connection: keep-alive',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Accept: application/json',
  'Accept-Language: en-US,en;q=0.5',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Referer: https://customer-1.example.com/',
  `Origin: ${ORIGIN}`,
  'Sec-Fetch-Dest: empty',
  'Sec-Fetch-Mode: cors',
  'Sec-Fetch-Site: same-site',
]

/** A request that has the same answer each time. */
export const REQUEST = message('GET', [])
/** A preflight for a method and two headers. */
export const PREFLIGHT = message('OPTIONS', [
  'Access-Control-Request-Method: PUT',
  'Access-Control-Request-Headers: authorization,content-type',
])

/**
 * Measures a server's CPU time per request, in microseconds, garbage collection included.
 * @param cors whether the answer must allow the origin
 */
export async function probeServer(server: Server, request: Buffer, cors: boolean): Promise<Probe> {
  const work = serverWork(server, request, cors)
  work.prepare(WARM_UP)
  await work.run()
  return async () => {
    work.prepare(BATCH)
    const start = process.cpuUsage()
    await work.run()
    const { user, system } = process.cpuUsage(start)
    return { time: (user + system) / BATCH, bytes: null }
  }
}

/** The lines of a server's answer, sorted, without what changes from one to the next. */
export async function answerOf(server: Server | undefined, request: Buffer): Promise<string[]> {
  if (server === undefined) throw new Error('a server is missing')
  const text = await new MemorySocket(server).ask(request)
  return text
    .split('\r\n')
    .filter((line) => !/^date:/i.test(line))
    .sort()
}

/** The same request again and again, on one connection. */
export function serverWork(server: Server, request: Buffer, cors: boolean): Work {
  const socket = new MemorySocket(server)
  let asked = false
  let calls = 0

  async function askOnce(): Promise<void> {
    asked = true
    const answer = await socket.ask(request)
    const allowed = answer.toLowerCase().includes(`access-control-allow-origin: ${ORIGIN}`)
    if (!/^HTTP\/1.1 20[04] /.test(answer) || allowed !== cors) throw new Error(answer)
  }

  return {
    prepare(count) {
      calls = count
    },
    async run() {
      if (!asked) await askOnce()
      for (let i = 0; i < calls; i++) await socket.askAgain(request)
    },
  }
}

function message(method: string, headers: readonly string[]): Buffer {
  return Buffer.from(
    `${[`${method} /orders HTTP/1.1`, ...BROWSER_HEADERS, ...headers].join('\r\n')}\r\n\r\n`,
  )
}
