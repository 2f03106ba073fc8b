import { BLOCKED } from '../verdict/blocked.js'
import type { BlockedCode, BlockedFacts, ExchangeKind } from './blocked-facts.js'
import type { WireResponse } from './wire.js'

/**
 * What every algorithm of the standard returns where the page is to see a `TypeError`, with the
 * reason that the page is not told. https://fetch.spec.whatwg.org/#concept-network-error
 */
export interface NetworkError {
  readonly type: 'error'
  readonly code: BlockedCode
  readonly phase: ExchangeKind
  readonly step: string
  readonly problem: string
  readonly fix: string
  readonly chromiumIssue: string | null
}

export function networkError<Code extends BlockedCode>(
  code: Code,
  phase: ExchangeKind,
  facts: BlockedFacts[Code],
): NetworkError {
  const reason = BLOCKED[code]
  return {
    type: 'error',
    code,
    phase,
    step: reason.step,
    problem: reason.problem(facts, phase),
    fix: reason.fix(facts),
    chromiumIssue: reason.chromiumIssue[phase],
  }
}

/** https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect */
export interface OpaqueRedirect {
  readonly type: 'opaqueredirect'
}

/** What the algorithms of the standard return, before it is filtered for the page. */
export type FetchResponse = WireResponse | NetworkError | OpaqueRedirect
