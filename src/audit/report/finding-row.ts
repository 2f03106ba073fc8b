import type { FindingSeverity } from './finding.js'

/** What a code says of its facts. */
export interface FindingRow<Facts> {
  readonly severity: (facts: Facts) => FindingSeverity
  /** What was asked to find it. */
  readonly probe: string
  /** What happens, and what an attacker or a page gets; without a full stop. */
  readonly message: (facts: Facts) => string
  /** What to change; without a capital and a full stop. */
  readonly fix: (facts: Facts) => string
}
