import type { Exchange } from '../../browser/algorithms/exchange.js'

/**
 * `high`: a stranger reads or changes what belongs to the user. `medium`: something breaks for the
 * pages that should work. `low`: something may break. `info`: good to know.
 */
export type FindingSeverity = 'high' | 'medium' | 'low' | 'info'

/** What is wrong with a server. The first thirteen say who gets in, the others what breaks. */
export type FindingCode =
  /** Every origin is let in. */
  | 'any-origin'
  /** The origin `null` is let in, which any sandboxed page has. */
  | 'null-origin'
  /** An `http:` origin is let in. */
  | 'insecure-origin'
  /** An origin that begins like an allowed one is let in. */
  | 'prefix-match'
  /** An origin that ends like an allowed one is let in. */
  | 'suffix-match'
  /** An origin with another character in place of a dot is let in. */
  | 'unescaped-dot'
  /** An origin that contains an allowed one is let in. */
  | 'substring-match'
  /** An origin that an allowed one begins with is let in. */
  | 'truncated-match'
  /** Every subdomain is let in. */
  | 'any-subdomain'
  /** Every port of an allowed host is let in. */
  | 'any-port'
  /** Pages on the visitor's own machine, or in its network, are let in. */
  | 'localhost-origin'
  /** Origins under a domain where anybody can register a name are let in. */
  | 'shared-suffix-origin'
  /** An origin is let in because of a character that hosts rarely have. */
  | 'odd-host-origin'
  /** `Access-Control-Allow-Origin` is `*`, but credentials are allowed. */
  | 'wildcard-with-credentials'
  /** `Access-Control-Allow-Origin` has more than one value. */
  | 'allow-origin-multiple'
  /** `Access-Control-Allow-Origin` is neither an origin nor `*`. */
  | 'allow-origin-invalid'
  /** `Access-Control-Allow-Credentials` is something other than `true`. */
  | 'allow-credentials-invalid'
  /** The response differs by origin, but `Vary` does not name `Origin`. */
  | 'vary-missing'
  /** The status of the response to a preflight is not 200 to 299. */
  | 'preflight-status'
  /** The response to a preflight is a redirect. */
  | 'preflight-redirected'
  /** A preflight needs authentication, which browsers never send with it. */
  | 'preflight-unauthorized'
  /** The response to a preflight has an ok status, but does not allow the origin. */
  | 'preflight-without-cors'
  /** An error response does not allow the origin. */
  | 'error-without-cors'
  /** `Access-Control-Allow-Headers` is `*`, which does not cover `Authorization`. */
  | 'authorization-under-wildcard'
  /** `Access-Control-Max-Age` is over what any browser uses. */
  | 'max-age-capped'

/** Something wrong with a server, with the requests that show it. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: FindingSeverity
  /** What happens, with the values that came, and what an attacker or a page gets. */
  readonly message: string
  /** The origin that was asked for, if the finding is about one. */
  readonly origin?: string
  /** What to change, in headers and in options of this package. */
  readonly fix: string
  readonly exchanges: readonly Exchange[]
}
