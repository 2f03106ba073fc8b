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
}

/** https://fetch.spec.whatwg.org/#fetch-params */
export interface FetchParams {
  readonly userAgent: UserAgent
  readonly request: FetchRequest
  /** Every request that goes over the wire is added here. */
  readonly exchanges: Exchange[]
}
