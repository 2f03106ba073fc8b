import type { Header, HeaderList } from '../../fetch/header-list.js'
import { isHeaderValue, normalizeHeaderValue } from '../../fetch/header-value.js'
import { isToken } from '../../fetch/token.js'
import type { ExchangeKind, NoAnswerCause } from './blocked-facts.js'
import { byteLength } from './byte-length.js'
import type { FetchParams } from './fetch-params.js'
import { isBytes } from './is-bytes.js'
import { type NetworkError, networkError } from './network-error.js'
import { NoAnswerError } from './no-answer-error.js'
import { untilAborted } from './until-aborted.js'
import { MAX_HEADERS_SIZE, type WireRequest, type WireResponse } from './wire.js'

/**
 * Sends one request over the wire and records the exchange.
 * https://fetch.spec.whatwg.org/#concept-http-network-fetch
 * @throws {TypeError} if the transport returns something other than a `WireResponse`
 */
export async function httpNetworkFetch(
  params: FetchParams,
  request: WireRequest,
  kind: ExchangeKind,
  includeCredentials: boolean,
): Promise<WireResponse | NetworkError> {
  const { userAgent, exchanges, signal } = params
  let received: unknown
  try {
    const wireRequest = Object.freeze({ ...request, signal })
    received = membersOf(await untilAborted(signal, () => userAgent.transport(wireRequest)))
  } catch (error) {
    return noAnswer(causeOf(error))
  }
  assertWireResponse(received)
  const headers = normalizeHeaders(received.headers)
  if ('type' in headers) return noAnswer(headers)
  const { status, body } = received
  params.bodySize += byteLength(body, userAgent.maxBodySize)
  if (params.bodySize > userAgent.maxBodySize) {
    return noAnswer({ type: 'limit', limit: 'body', max: userAgent.maxBodySize })
  }
  const response = Object.freeze(
    body === undefined ? { status, headers } : { status, headers, body },
  )
  exchanges.push(Object.freeze({ kind, request, response }))
  // "If includeCredentials is true, then the user agent should parse and store response
  // `Set-Cookie` headers"
  if (includeCredentials) userAgent.cookieStore.parseAndStore(params.request.currentUrl, headers)
  return response

  function noAnswer(cause: NoAnswerCause): NetworkError {
    exchanges.push(Object.freeze({ kind, request, response: null }))
    return networkError('no-answer', kind, { url: request.url, cause })
  }
}

/** A transport may return any object that has these members. Each is read once. */
function membersOf(received: WireResponse): unknown {
  const value: unknown = received
  if (typeof value !== 'object' || value === null) return value
  const { status, headers, body } = received
  return body === undefined ? { status, headers } : { status, headers, body }
}

function causeOf(error: unknown): NoAnswerCause {
  try {
    if (error instanceof NoAnswerError) return error.reason
    const message = error instanceof Error ? error.message : String(error)
    return { type: 'transport', message }
  } catch {
    // A proxy that is revoked, or an object without a text.
    return { type: 'transport', message: `a value that has no text (${typeof error})` }
  }
}

/** The header list with normalized values, or why it cannot be used. */
function normalizeHeaders(list: HeaderList): HeaderList | NoAnswerCause {
  const headers: Header[] = []
  let size = 0
  for (const [name, rawValue] of list) {
    size += name.length + rawValue.length
    if (size > MAX_HEADERS_SIZE) return { type: 'limit', limit: 'headers', max: MAX_HEADERS_SIZE }
    const value = normalizeHeaderValue(rawValue)
    if (!isToken(name)) return { type: 'header-name', name }
    if (!isHeaderValue(value)) return { type: 'header-value', name, value }
    headers.push(Object.freeze<Header>([name, value]))
  }
  return Object.freeze(headers)
}

function assertWireResponse(value: unknown): asserts value is WireResponse {
  if (typeof value === 'object' && value !== null && hasMembers(value)) return
  throw new TypeError(
    `the transport returned ${typeof value === 'object' ? 'an object of another shape' : typeof value}, but it must return { status, headers, body }: an integer from 100 to 999, pairs of strings, and a string, a Uint8Array or nothing; a request listener has two parameters, (req, res)`,
  )
}

function hasMembers(value: object): boolean {
  return (
    'status' in value &&
    isStatus(value.status) &&
    'headers' in value &&
    Array.isArray(value.headers) &&
    value.headers.every(isPair) &&
    (!('body' in value) || isBody(value.body))
  )
}

function isStatus(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 999
}

function isPair(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === 'string')
  )
}

function isBody(value: unknown): boolean {
  return value === undefined || typeof value === 'string' || isBytes(value)
}
