import type { Exchange } from '../../browser/algorithms/exchange.js'
import { FAULT_FINDINGS } from './fault-findings.js'
import type { Finding, FindingCode } from './finding.js'
import type { FactsByCode } from './finding-facts.js'
import type { FindingRow } from './finding-row.js'
import { ORIGIN_FINDINGS } from './origin-findings.js'

/** One row per code; a missing row is a type error. */
export const FINDINGS: { readonly [Code in FindingCode]: FindingRow<FactsByCode[Code]> } = {
  ...ORIGIN_FINDINGS,
  ...FAULT_FINDINGS,
}

/** A finding as people and programs get it. */
export function createFinding<Code extends FindingCode>(
  code: Code,
  facts: FactsByCode[Code],
  exchanges: readonly Exchange[],
): Finding {
  const { severity, message, fix } = FINDINGS[code]
  const { origin } = facts
  return Object.freeze({
    code,
    severity: severity(facts),
    message: `${message(facts)}.`,
    ...(origin === null ? {} : { origin }),
    fix: fix(facts),
    exchanges: Object.freeze([...exchanges]),
  })
}
