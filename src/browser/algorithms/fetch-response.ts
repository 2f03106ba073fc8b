import type { NetworkError } from './network-error.js'
import type { WireResponse } from './wire.js'

/** https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect */
export interface OpaqueRedirect {
  readonly type: 'opaqueredirect'
}

/** What the algorithms of the standard return, before it is filtered for the page. */
export type FetchResponse = WireResponse | NetworkError | OpaqueRedirect
