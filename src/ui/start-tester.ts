import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createHandler } from './handler.js'
import type { PreparedCheck } from './prepared-check.js'

export interface TesterOptions {
  /**
   * The port on 127.0.0.1.
   * @default 0 (any free port)
   */
  readonly port?: number
  /** What the page's forms start with: the URL to check, audit and compare. */
  readonly url?: string
  /** @default [] */
  readonly checks?: readonly PreparedCheck[]
}

/** The running tester. */
export interface Tester {
  /** The address to open. It ends in the token, without which nothing can be asked. */
  readonly url: string
  /** Stops listening and aborts what is under way. */
  close(): Promise<void>
}

/** 128 random bits, as text for a URL. */
const TOKEN_BYTES = 16

/**
 * Serves the page on the loopback address. The page's server makes requests on demand, so it serves
 * nobody but its own page: see guard.ts.
 * @throws what `listen()` fails with, such as `EADDRINUSE`
 */
export async function startTester({ port = 0, url, checks = [] }: TesterOptions): Promise<Tester> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const listening = portOf(server)
  server.on('request', createHandler({ port: listening, token, setup: { url, checks } }))
  return {
    url: `http://127.0.0.1:${listening}/${token}/`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function portOf(server: Server): number {
  const { port } = Object.assign({ port: 0 }, server.address())
  return port
}
