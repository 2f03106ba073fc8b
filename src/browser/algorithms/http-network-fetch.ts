import type { Header, HeaderList } from '../../fetch/header-list.js'
import { isHeaderValue, normalizeHeaderValue } from '../../fetch/header-value.js'
import { quote } from '../../fetch/quote.js'
import { isToken } from '../../fetch/token.js'
import type { ExchangeKind } from './blocked-facts.js'
import type { FetchParams } from './fetch-params.js'
import { type NetworkError, networkError } from './network-error.js'
import type { WireRequest, WireResponse } from './wire.js'

/**
 * Sends one request over the wire and notes the exchange.
 * https://fetch.spec.whatwg.org/#concept-http-network-fetch
 * @throws {TypeError} where the transport gives something else than a `WireResponse`
 */
export async function httpNetworkFetch(
  { userAgent, request: { currentUrl }, exchanges }: FetchParams,
  request: WireRequest,
  kind: ExchangeKind,
  includeCredentials: boolean,
): Promise<WireResponse | NetworkError> {
  let answer: WireResponse
  try {
    answer = await userAgent.transport(request)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    exchanges.push(Object.freeze({ kind, request, response: null }))
    return networkError('no-answer', kind, { url: request.url, reason })
  }
  assertWireResponse(answer)
  const headers = normalizeHeaders(answer.headers)
  if (typeof headers === 'string') {
    exchanges.push(Object.freeze({ kind, request, response: null }))
    return networkError('no-answer', kind, { url: request.url, reason: headers })
  }
  // Nothing else of the answer, which may be any object that has these members.
  const { status, body } = answer
  const response = Object.freeze(
    body === undefined ? { status, headers } : { status, headers, body },
  )
  exchanges.push(Object.freeze({ kind, request, response }))
  // "If includeCredentials is true, then the user agent should parse and store response
  // `Set-Cookie` headers"
  if (includeCredentials) userAgent.cookieStore.parseAndStore(currentUrl, headers)
  return response
}

/** The header list with normalized values, or why HTTP forbids it. */
function normalizeHeaders(list: HeaderList): HeaderList | string {
  const headers: Header[] = []
  for (const [name, rawValue] of list) {
    const value = normalizeHeaderValue(rawValue)
    if (!isToken(name)) return `the header name ${quote(name)} is no token`
    if (!isHeaderValue(value)) return `the header ${name} has the forbidden value ${quote(value)}`
    headers.push(Object.freeze<Header>([name, value]))
  }
  return Object.freeze(headers)
}

function assertWireResponse(answer: unknown): asserts answer is WireResponse {
  if (typeof answer === 'object' && answer !== null && hasMembers(answer)) return
  throw new TypeError(
    `the transport gave ${typeof answer === 'object' ? 'an object of another shape' : typeof answer}, where { status, headers, body } is needed: an integer from 100 to 999, pairs of strings, and a string, a Uint8Array or nothing; a request listener has two parameters, (req, res)`,
  )
}

function hasMembers(answer: object): boolean {
  return (
    'status' in answer &&
    isStatus(answer.status) &&
    'headers' in answer &&
    Array.isArray(answer.headers) &&
    answer.headers.every(isPair) &&
    (!('body' in answer) || isBody(answer.body))
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
  return value === undefined || typeof value === 'string' || value instanceof Uint8Array
}
