import http from 'node:http'
import https from 'node:https'
import type { ConnectionOptions } from 'node:tls'
import { NoAnswerError } from '../algorithms/no-answer-error.js'
import {
  MAX_HEADERS_SIZE,
  type Transport,
  type WireRequest,
  type WireResponse,
} from '../algorithms/wire.js'
import { BodyBuffer } from './body-buffer.js'
import type { SocketAddress } from './loopback-listener.js'

export interface HttpOptions {
  /**
   * How many bytes a response body may have.
   * @default Infinity
   */
  readonly maxBodySize?: number
  /**
   * `read` waits for the end of the body. `skip` ends with the headers: the response then has no
   * body, and the connection is closed.
   * @default 'read'
   */
  readonly body?: 'read' | 'skip'
  /** Certificates of authorities in place of Node's own (`ca`), and whether to verify at all. */
  readonly tls?: Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized'>
}

const CUT_OFF = 'the connection was closed before the end of the body'

/** Sends requests to the servers that their URLs name. */
export function createHttpTransport(options: HttpOptions = {}): Transport {
  return (request) => sendOverHttp(request, options)
}

/**
 * Sends a request over HTTP/1.1, with TLS if the URL is `https:` and no address is given. Header
 * lines are sent and received as they are, one by one; content codings are not decoded. Each
 * request has a connection of its own.
 * @param address where to connect to, if that does not follow from the URL
 * @throws {NoAnswerError} if there is no usable response
 */
export function sendOverHttp(
  { method, url, headers, body, signal }: WireRequest,
  { maxBodySize = Number.POSITIVE_INFINITY, body: wanted = 'read', tls }: HttpOptions,
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
      agent: false,
      headers: { host },
      maxHeaderSize: MAX_HEADERS_SIZE,
      ...(signal && { signal }),
      ...tls,
      ...address,
    })
    // Node drops the lines after the 2,000th, and a verdict would call them missing.
    request.maxHeadersCount = 0
    // The constructor changes the method to upper case; browsers send `patch` as it is.
    request.method = method
    for (const [name, value] of headers) request.appendHeader(name, value)
    // What an error would be about: the connection, then TLS, then HTTP.
    let stage: 'address' | 'tls' | 'protocol' = 'address'
    // What a code means by then. A reset within the body is an error of the request from Node 26 on.
    const reasons = new Map<string | undefined, string>()
    request.on('socket', (socket) => {
      socket.on('connect', () => {
        stage = secure ? 'tls' : 'protocol'
      })
      socket.on('secureConnect', () => {
        stage = 'protocol'
      })
    })
    request.on('response', (response) => {
      const { statusCode: status = 0, rawHeaders } = response
      request.off('close', failWithoutResponse)
      response.on('error', () => fail(CUT_OFF))
      reasons.set('ECONNRESET', CUT_OFF)
      if (status < 100) return end(() => fail(`the status ${status} is not from 100 to 999`))
      if (wanted === 'skip') return end(() => resolve({ status, headers: toPairs(rawHeaders) }))
      const received = new BodyBuffer()
      response.on('data', (chunk: Buffer) => {
        if (received.length + chunk.length <= maxBodySize) return received.append(chunk)
        end(() => reject(new NoAnswerError({ type: 'limit', limit: 'body', max: maxBodySize })))
      })
      response.on('end', () => {
        resolve({ status, headers: toPairs(rawHeaders), body: received.read() })
      })
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'HPE_HEADER_OVERFLOW') {
        reject(new NoAnswerError({ type: 'limit', limit: 'headers', max: MAX_HEADERS_SIZE }))
      }
      // The AggregateError of a host with several addresses has no message of its own.
      const own = [error.code, reasonOf(error.message)].filter(Boolean).join(': ')
      fail(reasons.get(error.code) ?? own)
    })
    // After status 101 there is neither a `response` nor an `error` event.
    request.on('close', failWithoutResponse)
    request.end(body)

    function failWithoutResponse(): void {
      fail('the connection was closed before a response came')
    }

    function fail(message: string): void {
      reject(new NoAnswerError({ type: stage, message }))
    }

    function end(settle: () => void): void {
      settle()
      request.destroy()
    }
  })
}

/** Without the functions and the line of OpenSSL's source in `…:error:…:wrong version number:…`. */
function reasonOf(message: string): string {
  return message.replace(/^.*?:error:[\dA-F]+:[^:]*:[^:]*:([^:]*):.*$/s, '$1')
}

function toPairs(rawHeaders: readonly string[]): (readonly [string, string])[] {
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  return names.map((name, index) => [name, String(rawHeaders[index * 2 + 1])])
}
