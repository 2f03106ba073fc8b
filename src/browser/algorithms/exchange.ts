import type { ExchangeKind } from './blocked-facts.js'
import type { WireRequest, WireResponse } from './wire.js'

/** One request over the wire and its answer. */
export interface Exchange {
  /** `preflight` is a CORS-preflight request. */
  readonly kind: ExchangeKind
  readonly request: WireRequest
  /** With normalized header values; `null` where no usable answer came. */
  readonly response: WireResponse | null
}
