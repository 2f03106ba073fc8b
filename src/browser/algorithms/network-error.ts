import type { BlockedCode, BlockedFacts, ExchangeKind } from './blocked-facts.js'
import type { WireResponse } from './wire.js'

/**
 * What the algorithms of the standard return if the page is to get a `TypeError`, with the reason,
 * which a browser does not tell the page. https://fetch.spec.whatwg.org/#concept-network-error
 */
export interface NetworkError<Code extends BlockedCode = BlockedCode> {
  readonly type: 'error'
  readonly code: Code
  readonly phase: ExchangeKind
  readonly facts: BlockedFacts[Code]
}

export function networkError<Code extends BlockedCode>(
  code: Code,
  phase: ExchangeKind,
  facts: BlockedFacts[Code],
): NetworkError<Code> {
  return { type: 'error', code, phase, facts }
}

/** https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect */
export interface OpaqueRedirect {
  readonly type: 'opaqueredirect'
}

/** What the algorithms of the standard return, before it is filtered for the page. */
export type FetchResponse = WireResponse | NetworkError | OpaqueRedirect
