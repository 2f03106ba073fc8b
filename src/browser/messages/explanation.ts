import type { BlockedCode } from '../algorithms/blocked-facts.js'

/**
 * What a message is about: a code of the browser model, or one of those that only messages need.
 *
 * - `unspecific`: the browser hides the reason ("Failed to fetch")
 * - `not-cors`: something other than CORS stopped the request
 * - `allow-origin-missing-or-mismatch`: WebKit and old Chrome have one sentence for both
 * - `scheme-not-http`: the request itself goes to a URL that is not `http:` or `https:`
 * - `local-network-access`: Chromium protects addresses of the local network
 * - `opaque-response-blocking`: a response without CORS that is not a script, image or style
 * - `redirect-after-preflight`: Chrome until version 63 refused such redirects
 * - `server-refusal`: the text comes from a server, not from a browser
 */
export type MessageCode =
  | BlockedCode
  | 'unspecific'
  | 'not-cors'
  | 'allow-origin-missing-or-mismatch'
  | 'scheme-not-http'
  | 'local-network-access'
  | 'opaque-response-blocking'
  | 'redirect-after-preflight'
  | 'server-refusal'

/**
 * Who prints the wording. `edge-legacy` is Internet Explorer and Edge until version 18; `library` is
 * a library in the page, such as axios.
 */
export type MessageSource =
  | 'chromium'
  | 'firefox'
  | 'webkit'
  | 'edge-legacy'
  | 'library'
  | 'server'
  | 'unknown'

/** What the message names, and nothing else. */
export interface MessageFacts {
  /** The URL that the page asked for. */
  readonly url?: string
  /** The page's origin; `null` as text if the page has an opaque origin. */
  readonly origin?: string
  /** The method of the request. */
  readonly method?: string
  /** The name of the request header that was refused, in the case of the message. */
  readonly header?: string
  /** The refused value of the response header that the code is about. */
  readonly headerValue?: string
  /** The status of the response. */
  readonly status?: number
  /** The URL where a redirect led. */
  readonly redirectedTo?: string
}

/** One message of a browser, and what to do about it. */
export interface Explanation {
  /** What the message is about, for programs. */
  readonly code: MessageCode
  /** Who prints this wording, as far as it tells. */
  readonly browser: MessageSource
  /** What the message names: the URL, the origin and so on. */
  readonly facts: MessageFacts
  /** What went wrong; one or more sentences. */
  readonly meaning: string
  /** What to change on the server, or where else to look; one or more sentences. */
  readonly fix: string
}
