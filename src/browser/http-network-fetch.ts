import type { Header, HeaderList } from '../fetch/header-list.js'
import { isToken } from '../fetch/token.js'
import type { ExchangeKind } from './blocked-facts.js'
import type { FetchParams } from './fetch-params.js'
import { isHeaderValue, normalizeHeaderValue } from './header-value.js'
import { type NetworkError, networkError } from './network-error.js'
import { quote } from './quote.js'
import type { WireRequest, WireResponse } from './transport/wire.js'

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
  const response = Object.freeze({ ...answer, headers })
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
  const valid =
    typeof answer === 'object' &&
    answer !== null &&
    'status' in answer &&
    Number.isInteger(answer.status) &&
    'headers' in answer &&
    Array.isArray(answer.headers)
  if (!valid) {
    throw new TypeError(
      `the transport gave ${typeof answer === 'object' ? 'an object of another shape' : typeof answer}, where { status, headers } is needed; a request listener has two parameters, (req, res)`,
    )
  }
}
