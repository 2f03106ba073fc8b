import { BLOCKED } from '../verdict/blocked.js'
import type { BlockedCode, BlockedFacts, ExchangeKind } from './blocked-facts.js'

/**
 * What every algorithm of the standard returns where the page is to see a `TypeError`, with the
 * reason that the page is not told. https://fetch.spec.whatwg.org/#concept-network-error
 */
export interface NetworkError {
  readonly type: 'error'
  readonly code: BlockedCode
  readonly during: ExchangeKind
  readonly step: string
  readonly problem: string
  readonly repair: string
  readonly chromium: string | null
}

export function networkError<Code extends BlockedCode>(
  code: Code,
  during: ExchangeKind,
  facts: BlockedFacts[Code],
): NetworkError {
  const reason = BLOCKED[code]
  return {
    type: 'error',
    code,
    during,
    step: reason.step,
    problem: reason.problem(facts, during),
    repair: reason.repair(facts),
    chromium: reason.chromium[during],
  }
}
