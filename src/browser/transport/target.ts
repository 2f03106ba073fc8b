import http from 'node:http'
import { quote } from '../quote.js'
import { createAgents, type SocketAddress, sendOverHttp } from './http.js'
import type { Transport } from './wire.js'

/**
 * What answers the requests: the base URL of a server, a request listener, an `http.Server`
 * (listening or not), or a `Transport`.
 */
export type Target = string | http.RequestListener | http.Server | Transport

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
  if (target instanceof http.Server) return openServer(target)
  if (typeof target !== 'function') {
    throw new TypeError(
      'the target is neither a base URL, nor a request listener, an http.Server or a Transport',
    )
  }
  return isTransport(target)
    ? { transport: target, base: BASE, close: async () => {} }
    : openServer(http.createServer(target))
}

/** Both are functions; a request listener takes the request and the response. */
function isTransport(target: http.RequestListener | Transport): target is Transport {
  return target.length < 2
}

function openUrl(base: string): OpenTarget {
  if (!/^https?:$/.test(URL.canParse(base) ? new URL(base).protocol : '')) {
    throw new TypeError(`the target ${quote(base)} is no http: or https: URL`)
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

/** Opens a loopback socket with the first request if the server does not listen yet. */
function openServer(server: http.Server): OpenTarget {
  const agents = createAgents()
  let listening: Promise<void> | undefined
  return {
    async transport(request) {
      if (!server.listening) listening ??= listen(server)
      await listening
      return sendOverHttp(request, agents, addressOf(server))
    },
    base: BASE,
    async close() {
      agents.http.destroy()
      if (listening === undefined) return
      await listening
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: http.Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // A browser that nobody closes is no reason for the process to stay.
    server.listen(0, '127.0.0.1', resolve).unref()
  })
}

function addressOf(server: http.Server): SocketAddress {
  const address = server.address()
  if (address === null || typeof address === 'string') return { socketPath: String(address) }
  const everywhere = address.address === '::' || address.address === '0.0.0.0'
  return { hostname: everywhere ? 'localhost' : address.address, port: address.port }
}
