/**
 * What the engine reads of a request. Header names may be in any case; in lower case, as
 * `IncomingMessage` of `node:http` has them, they are found fastest.
 */
export interface CorsRequest {
  /** The request's method; if omitted, the request is not a CORS-preflight request. */
  readonly method?: string | undefined
  /** One string per header, or one per header line. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/**
 * What a request is. https://fetch.spec.whatwg.org/#http-requests
 *
 * - `non-cors`: it carries no `Origin`.
 * - `preflight`: a CORS-preflight request, that is `OPTIONS` with `Origin` and
 *   `Access-Control-Request-Method`.
 * - `cors`: any other CORS request.
 */
export type RequestKind = 'non-cors' | 'cors' | 'preflight'

/** Why a request was denied. The documentation has a heading for each. */
export type DenialCode =
  | 'origin-invalid'
  | 'origin-not-allowed'
  | 'method-not-allowed'
  | 'header-not-allowed'
  | 'request-headers-invalid'

/** Why a request was denied, for programs and for people. */
export interface Denial {
  readonly code: DenialCode
  /**
   * One sentence: the value received (quoted, escaped, cut at 100 characters), what the policy
   * allows, and the fix. Safe to log.
   */
  readonly message: string
}

/** What the policy says of one request. */
export interface Decision {
  readonly kind: RequestKind
  /** Whether nothing was denied; always true for `non-cors`, which asks for nothing. */
  readonly allowed: boolean
  /** The CORS headers of the response, by canonical name: `Access-Control-Allow-Origin`. */
  readonly headers: Readonly<Record<string, string>>
  /** Field names to append to the response's `Vary`. The same for every outcome of one kind. */
  readonly vary: readonly string[]
  /** Present exactly if `allowed` is false. */
  readonly denial?: Denial
}
