import type { CorsRequest, RequestKind } from './decision.js'

/** The parts of a request that a policy decides on. A header of several lines is joined by `, `. */
export interface Received {
  readonly kind: RequestKind
  readonly origin: string | undefined
  /** `Access-Control-Request-Method`. */
  readonly requestMethod: string | undefined
  /** `Access-Control-Request-Headers`. */
  readonly requestHeaders: string | undefined
}

/** Reads a request whose header names may be in any case. */
export function receive(request: CorsRequest): Received {
  const headers =
    request.headers.origin === undefined ? withLowercaseNames(request.headers) : request.headers
  return receiveLowercase(request.method, headers)
}

/** Reads a request whose header names are in lower case, as `node:http` has them. */
export function receiveLowercase(
  method: string | undefined,
  headers: CorsRequest['headers'],
): Received {
  const origin = joinLines(headers.origin)
  const requestMethod = joinLines(headers['access-control-request-method'])
  const requestHeaders = joinLines(headers['access-control-request-headers'])
  return { kind: requestKind(method, headers), origin, requestMethod, requestHeaders }
}

/** Header names are in lower case. https://fetch.spec.whatwg.org/#http-requests */
export function requestKind(
  method: string | undefined,
  headers: CorsRequest['headers'],
): RequestKind {
  if (headers.origin === undefined) return 'non-cors'
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
    ? 'preflight'
    : 'cors'
}

function joinLines(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}

function withLowercaseNames(headers: CorsRequest['headers']): CorsRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}
