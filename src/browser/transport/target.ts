import { createServer, type RequestListener, Server } from 'node:http'
import { quote } from '../../fetch/quote.js'
import type { Transport } from '../algorithms/wire.js'
import { createHttpTransport, sendOverHttp } from './http.js'
import { addressOf, type LoopbackListener, listenOnLoopback } from './loopback-listener.js'

/**
 * Where the requests go: the base URL of a server, a request listener such as an Express app, an
 * `http.Server` (listening or not), or a `Transport`.
 */
export type Target = string | RequestListener | Server | Transport

/** A target as the page uses it. */
export interface OpenTarget {
  readonly transport: Transport
  /** What relative URLs are resolved against. */
  readonly base: string
  close(): Promise<void>
}

/** A host that no page has by accident: RFC 6761 §6.2 reserves `.test` for tests. */
const BASE = 'http://server.test'

/**
 * @param maxBodySize how many bytes a response body may have
 * @throws {TypeError} if the target is invalid
 */
export function openTarget(target: Target, maxBodySize: number): OpenTarget {
  if (typeof target === 'string') return openUrl(target, maxBodySize)
  if (target instanceof Server) return openServer(target, maxBodySize)
  if (typeof target !== 'function') {
    throw new TypeError(
      'the target must be a base URL, a request listener, an http.Server or a Transport',
    )
  }
  return isTransport(target)
    ? { transport: target, base: BASE, close: async () => {} }
    : openServer(createServer(target), maxBodySize)
}

/** Both are functions; a request listener has two parameters, request and response. */
function isTransport(target: RequestListener | Transport): target is Transport {
  return target.length < 2
}

function openUrl(base: string, maxBodySize: number): OpenTarget {
  if (!/^https?:$/.test(URL.canParse(base) ? new URL(base).protocol : '')) {
    throw new TypeError(`the target ${quote(base)} is not an http: or https: URL`)
  }
  return { transport: createHttpTransport({ maxBodySize }), base, close: async () => {} }
}

/**
 * If the server does not listen, the first request opens a loopback socket for this page alone. The
 * state of the server is not changed.
 */
function openServer(server: Server, maxBodySize: number): OpenTarget {
  let listener: Promise<LoopbackListener> | undefined
  return {
    async transport(request) {
      if (server.listening) return sendOverHttp(request, { maxBodySize }, addressOf(server))
      listener ??= listenOnLoopback(server)
      return sendOverHttp(request, { maxBodySize }, (await listener).address)
    },
    base: BASE,
    async close() {
      await listener?.then(
        ({ close }) => close(),
        // A socket that could not be opened need not be closed; the verdicts say why.
        () => {},
      )
    },
  }
}
