import type { CorsRequest, RequestKind } from '../decision.js'

/** The parts of a request that a policy decides on. A header of several lines is joined by `, `. */
export class ParsedRequest {
  readonly kind: RequestKind
  readonly origin: string | undefined
  /** `Access-Control-Request-Method` of `OPTIONS`. */
  readonly requestMethod: string | undefined
  /** `Access-Control-Request-Headers` of `OPTIONS`. */
  readonly requestHeaders: string | undefined

  /** @param headers with names in lower case, as `node:http` has them */
  constructor(method: string | undefined, headers: CorsRequest['headers']) {
    this.origin = joinLines(headers.origin)
    if (method === 'OPTIONS') {
      this.requestMethod = joinLines(headers['access-control-request-method'])
      this.requestHeaders = joinLines(headers['access-control-request-headers'])
    }
    this.kind = requestKind(this.origin, this.requestMethod)
  }
}

/**
 * Reads a request whose header names may be in any case.
 * @throws TypeError if the headers are not a record, such as a `Headers` object
 */
export function parseRequest({ method, headers }: CorsRequest): ParsedRequest {
  const complete =
    headers.origin !== undefined &&
    (method !== 'OPTIONS' ||
      (headers['access-control-request-method'] !== undefined &&
        headers['access-control-request-headers'] !== undefined))
  return new ParsedRequest(method, complete ? headers : withLowercaseNames(headers))
}

/** https://fetch.spec.whatwg.org/#http-requests */
function requestKind(origin: string | undefined, requestMethod: string | undefined): RequestKind {
  if (origin === undefined) return 'non-cors'
  return requestMethod === undefined ? 'cors' : 'preflight'
}

function joinLines(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}

function withLowercaseNames(headers: CorsRequest['headers']): CorsRequest['headers'] {
  if (Symbol.iterator in headers) {
    throw new TypeError(
      'strict-cors: request.headers must be a record of names and values; for a Headers object, pass Object.fromEntries(headers)',
    )
  }
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}
