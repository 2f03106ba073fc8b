import { createServer, type RequestListener, Server } from 'node:http'
import { quote } from '../../fetch/quote.js'
import type { Transport } from '../algorithms/wire.js'
import { createAgents, sendOverHttp } from './http.js'
import { addressOf, type LoopbackListener, listenOnLoopback } from './loopback-listener.js'

/**
 * What answers the requests: the base URL of a server, a request listener, an `http.Server`
 * (listening or not), or a `Transport`.
 */
export type Target = string | RequestListener | Server | Transport

/** A target that requests can be sent to. */
export interface OpenTarget {
  readonly transport: Transport
  /** Against which relative URLs are resolved. */
  readonly base: string
  close(): Promise<void>
}

/** A name that cannot be a page's by accident: RFC 6761 §6.2 keeps it for tests. */
const BASE = 'http://server.test'

/** @throws {TypeError} where the target is none */
export function openTarget(target: Target): OpenTarget {
  if (typeof target === 'string') return openUrl(target)
  if (target instanceof Server) return openServer(target)
  if (typeof target !== 'function') {
    throw new TypeError(
      'the target must be a base URL, a request listener, an http.Server or a Transport',
    )
  }
  return isTransport(target)
    ? { transport: target, base: BASE, close: async () => {} }
    : openServer(createServer(target))
}

/** Both are functions; a request listener takes the request and the response. */
function isTransport(target: RequestListener | Transport): target is Transport {
  return target.length < 2
}

function openUrl(base: string): OpenTarget {
  if (!/^https?:$/.test(URL.canParse(base) ? new URL(base).protocol : '')) {
    throw new TypeError(`the target ${quote(base)} is not an http: or https: URL`)
  }
  const agents = createAgents()
  return {
    transport: (request) => sendOverHttp(request, agents),
    base,
    async close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

/**
 * A server that does not listen gets a loopback socket of this browser's own with the first
 * request; the server's own state is left alone.
 */
function openServer(server: Server): OpenTarget {
  const agents = createAgents()
  let listener: Promise<LoopbackListener> | undefined
  return {
    async transport(request) {
      if (server.listening) return sendOverHttp(request, agents, addressOf(server))
      listener ??= listenOnLoopback(server)
      return sendOverHttp(request, agents, (await listener).address)
    },
    base: BASE,
    async close() {
      agents.http.destroy()
      await listener?.then(
        ({ close }) => close(),
        // What could not be opened need not be closed; the verdicts tell why.
        () => {},
      )
    },
  }
}
