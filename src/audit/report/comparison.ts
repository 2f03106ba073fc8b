import type { Exchange } from '../../browser/algorithms/exchange.js'

/** What two servers were asked: GET, a preflight for PUT, or GET of a path that does not exist. */
export type ComparedQuestion = 'get' | 'preflight' | 'missing-path'

/** One thing that two servers do differently. */
export interface Difference {
  readonly question: ComparedQuestion
  /** The origin of the page that asked; `null` for a request without `Origin`. */
  readonly origin: string | null
  /** Whether the page asked with `credentials: 'include'`. */
  readonly credentials: boolean
  /**
   * What differs: `verdict`, `status`, or the name of a header in lower case. `location` is without
   * its query.
   */
  readonly subject: string
  /** What the first server does; `null` if it does not send the header. */
  readonly a: string | null
  /** What the second server does; `null` if it does not send the header. */
  readonly b: string | null
  /** What was sent to the first server, then what was sent to the second. */
  readonly exchanges: readonly Exchange[]
}

/** What two servers do differently. */
export interface Comparison {
  /** What the first server was asked for, absolute. */
  readonly a: string
  /** What the second server was asked for, absolute. */
  readonly b: string
  /** In the order of the questions. */
  readonly differences: readonly Difference[]
  /** The differences side by side, as text of several lines. */
  toString(): string
}
