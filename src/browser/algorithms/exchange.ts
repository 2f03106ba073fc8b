import type { ExchangeKind } from './blocked-facts.js'
import type { WireRequest, WireResponse } from './wire.js'

/** One request over the wire, and its response. */
export interface Exchange {
  /** `preflight` for a CORS-preflight request. */
  readonly kind: ExchangeKind
  /** As the browser sent it, without what the transport adds. */
  readonly request: WireRequest
  /** With normalized header values; `null` if there was no usable response. */
  readonly response: WireResponse | null
}
