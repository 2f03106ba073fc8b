import type { CookieStore } from './cookie-store.js'
import type { Exchange } from './exchange.js'
import type { PreflightCache } from './preflight-cache.js'
import type { FetchRequest } from './request.js'
import type { Transport } from './wire.js'

/** What the fetches of one page share. */
export interface UserAgent {
  readonly transport: Transport
  readonly preflightCache: PreflightCache
  readonly cookieStore: CookieStore
  /** How many bytes of body one fetch may receive, all its responses together. */
  readonly maxBodySize: number
}

/** https://fetch.spec.whatwg.org/#fetch-params */
export interface FetchParams {
  readonly userAgent: UserAgent
  readonly request: FetchRequest
  /** Every request that goes over the wire is added here. */
  readonly exchanges: Exchange[]
  /** Ends the fetch. If its reason is a `NoAnswerError`, the network error says so. */
  readonly signal: AbortSignal
  /** How many bytes of body have come so far. */
  bodySize: number
}
