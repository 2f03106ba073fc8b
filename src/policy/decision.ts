/**
 * What the engine reads from a request. Header names may be in any case; in lower case, as
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
 * - `same-origin`: it carries `Origin`, but the browser says with `Sec-Fetch-Site: same-origin` that it
 *   comes from a page of the server's own. The browser asks no permission for it, so nothing is denied.
 * - `cors`: any other CORS request.
 */
export type RequestKind = 'non-cors' | 'same-origin' | 'cors' | 'preflight'

/** Why a request was denied. The documentation has a heading for each. */
export type DenialCode =
  | 'origin-invalid'
  | 'origin-not-allowed'
  | 'cross-site'
  | 'credentials-not-allowed'
  | 'method-not-allowed'
  | 'header-not-allowed'
  | 'request-headers-invalid'

/** Why a request was denied, for programs and for people. */
export interface Denial {
  readonly code: DenialCode
  /**
   * One sentence for the developers of the server: the value received (quoted, escaped, cut at 100
   * characters), what the policy allows, and the fix. It is safe to log. Do not send it to clients:
   * it lists allowed origins, methods or headers.
   */
  readonly message: string
  /**
   * What was refused, as received and neither cut nor escaped: the origin; the method; every header
   * name refused, in lower case; the value of `Access-Control-Request-Headers` if it is malformed; or,
   * for `cross-site`, the value of `Sec-Fetch-Site`.
   */
  readonly values: readonly string[]
}

interface DecisionParts {
  readonly kind: RequestKind
  /** The CORS headers of the response, by canonical name: `Access-Control-Allow-Origin`. */
  readonly headers: Readonly<Record<string, string>>
  /**
   * Field names to append to the response's `Vary`. The same for every outcome of one kind, but the
   * 403 of `enforce: true` has `Sec-Fetch-Site` too.
   */
  readonly vary: readonly string[]
}

/** Nothing was denied; always so for `same-origin`, for which browsers ask no permission. */
export interface AllowedDecision extends DecisionParts {
  readonly allowed: true
  readonly rejected: false
  readonly denial?: never
}

/** Something was denied: the page cannot read the response, or cannot send the request. */
export interface DeniedDecision extends DecisionParts {
  readonly allowed: false
  /**
   * Whether `enforce: true` responds with 403. With `'report'`, whether it would. Always
   * false if `enforce` is off.
   */
  readonly rejected: boolean
  readonly denial: Denial
}

/** What the policy says about one request: after `if (!decision.allowed)` there is a `denial`. */
export type Decision = AllowedDecision | DeniedDecision
