import type { Exchange } from '../../browser/algorithms/exchange.js'
import type { Finding } from './finding.js'

/** What `audit()` found out. */
export interface AuditReport {
  /** What was audited, absolute. */
  readonly url: string
  /** Worst first. */
  readonly findings: readonly Finding[]
  /** The `trusted` origins that the server does not let in. */
  readonly refused: readonly string[]
  /**
   * Every request that was sent, in order, with its response, but without bodies and without the
   * `headers` of the options.
   */
  readonly exchanges: readonly Exchange[]
  /** Whether every probe was made. */
  readonly complete: boolean
  /**
   * What ended the audit before: the limit of 100 requests, or three requests in a row that got no
   * response; `null` if it is complete.
   */
  readonly endedBy: 'limit' | 'no-answers' | null
  /**
   * The origin on another host that a response redirects to, such as a page to log in; `null` if
   * none does. What is there was not judged.
   */
  readonly elsewhere: string | null
  /**
   * How many requests could not be judged, because there was no response, or one with status 429
   * (too many requests). If there are any, the audit may have missed something.
   */
  readonly unanswered: number
  /** The findings with their fixes, as text of several lines. */
  toString(): string
}
