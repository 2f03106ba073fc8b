import http from 'node:http'
import https from 'node:https'
import type { WireRequest, WireResponse } from '../algorithms/wire.js'
import type { SocketAddress } from './loopback-listener.js'

/**
 * Sends a request over HTTP/1.1, with TLS if the URL is `https:` and no address is given. Header
 * lines are sent and received as they are, one by one; content codings are not decoded.
 * @param address where to connect to, if that does not follow from the URL
 * @throws {Error} if there is no usable response
 */
export function sendOverHttp(
  { method, url, headers, body }: WireRequest,
  agents: Agents,
  address?: SocketAddress,
): Promise<WireResponse> {
  const { protocol, host } = new URL(url)
  const secure = address === undefined && protocol === 'https:'
  const client = secure ? https : http
  return new Promise((resolve, reject) => {
    // Before the request is created, because one that is never sent keeps its socket open.
    for (const [name, value] of headers) http.validateHeaderValue(name, value)
    const request = client.request(url, {
      protocol: secure ? 'https:' : 'http:',
      agent: secure ? agents.https : agents.http,
      headers: { host },
      ...address,
    })
    // The constructor changes the method to upper case; browsers send `patch` as it is.
    request.method = method
    for (const [name, value] of headers) request.appendHeader(name, value)
    request.on('response', (response) => {
      request.off('close', rejectWithoutResponse)
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve({
          status: Number(response.statusCode),
          headers: toPairs(response.rawHeaders),
          body: Buffer.concat(chunks),
        })
      })
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The AggregateError of a host with several addresses has no message of its own.
      reject(new Error([error.code, error.message].filter(Boolean).join(': '), { cause: error }))
    })
    // After status 101 there is neither a `response` nor an `error` event.
    request.on('close', rejectWithoutResponse)
    request.end(body)

    function rejectWithoutResponse(): void {
      reject(new Error('the connection was closed before a response came'))
    }
  })
}

/** They close their sockets after each response. */
export interface Agents {
  readonly http: http.Agent
  readonly https: https.Agent
}

export function createAgents(): Agents {
  return { http: new http.Agent(), https: new https.Agent() }
}

function toPairs(rawHeaders: readonly string[]): (readonly [string, string])[] {
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  return names.map((name, index) => [name, String(rawHeaders[index * 2 + 1])])
}
