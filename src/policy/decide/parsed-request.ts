import type { CorsRequest, RequestKind } from '../decision.js'

/** The parts of a request that a policy decides on. A header of several lines is joined by `, `. */
export class ParsedRequest {
  readonly kind: RequestKind
  readonly method: string | undefined
  readonly origin: string | undefined
  /** `Access-Control-Request-Method` of `OPTIONS`. */
  readonly requestMethod: string | undefined
  /** `Access-Control-Request-Headers` of `OPTIONS`. */
  readonly requestHeaders: string | undefined
  /** By name in lower case. */
  readonly headers: CorsRequest['headers']

  /** @param headers with names in lower case, as `node:http` has them */
  constructor(method: string | undefined, headers: CorsRequest['headers']) {
    this.method = method
    this.headers = headers
    this.origin = joinLines(headers.origin)
    if (method === 'OPTIONS') {
      this.requestMethod = joinLines(headers['access-control-request-method'])
      this.requestHeaders = joinLines(headers['access-control-request-headers'])
    }
    this.kind = kindOf(this)
  }

  /**
   * Whether a page wants to read the response to a request with cookies: browsers let it only if the
   * response allows credentials. A form or an image, whose response no page reads, is not such a request.
   */
  get isCorsWithCookies(): boolean {
    const { headers } = this
    return (
      headers.cookie !== undefined &&
      this.kind === 'cors' &&
      joinLines(headers['sec-fetch-mode']) === 'cors'
    )
  }
}

/**
 * Reads a request whose header names may be in any case.
 * @throws TypeError if the headers are not a record, such as a `Headers` object
 */
export function parseRequest({ method, headers }: CorsRequest): ParsedRequest {
  if (typeof headers !== 'object' || headers === null) throw notARecord()
  if (isCompletePreflight(method, headers)) return new ParsedRequest(method, headers)
  const complete = headers.origin !== undefined && !hasCapitalizedNames(headers)
  return new ParsedRequest(method, complete ? headers : withLowercaseNames(headers))
}

/** https://fetch.spec.whatwg.org/#http-requests */
function kindOf({ origin, requestMethod, headers }: Omit<ParsedRequest, 'kind'>): RequestKind {
  if (origin === undefined) return 'non-cors'
  if (requestMethod !== undefined) return 'preflight'
  // https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header
  return joinLines(headers['sec-fetch-site']) === 'same-origin' ? 'same-origin' : 'cors'
}

/** The value of a header of one or several lines. */
export function joinLines(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}

/** Whether every header that matters for a preflight is there, in lower case. */
function isCompletePreflight(method: string | undefined, headers: CorsRequest['headers']): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined &&
    headers['access-control-request-headers'] !== undefined
  )
}

// Looking is faster than copying, and the names of `node:http` need no copy. Nobody writes a name
// that has capitals but does not begin with one.
function hasCapitalizedNames(headers: CorsRequest['headers']): boolean {
  for (const name in headers) {
    const code = name.charCodeAt(0)
    if (code >= 0x41 && code <= 0x5a) return true
  }
  return false
}

function notARecord(): TypeError {
  return new TypeError(
    'strict-cors: request.headers must be a record of names and values; for a Headers object, pass Object.fromEntries(headers)',
  )
}

function withLowercaseNames(headers: CorsRequest['headers']): CorsRequest['headers'] {
  if (Symbol.iterator in headers) throw notARecord()
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}
