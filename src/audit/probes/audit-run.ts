import type { Client } from '../asking/client.js'
import type { Strangers } from '../asking/strangers.js'
import type { Finding } from '../report/finding.js'

/** What both halves of the audit work with. */
export interface AuditRun {
  readonly client: Client
  readonly strangers: Strangers
  /** The origins that fixes list. */
  readonly meant: readonly string[]
  add(finding: Finding): void
}
