import type { PageHeadersInit } from '../../browser/algorithms/request-init.js'

/** How `audit()` and `compare()` ask. */
export interface QuestionOptions {
  /**
   * What to ask for, relative to the target.
   * @default the target itself, or `/` if the target is not a base URL
   */
  readonly url?: string | URL | undefined
  /**
   * Headers for every request except preflights, such as `Cookie` and `Authorization` of a user who
   * is logged in. They are not subject to CORS, and the report does not contain them.
   * @default [] (no headers)
   */
  readonly headers?: PageHeadersInit | undefined
  /**
   * How long one request may take, in milliseconds.
   * @default 30000
   */
  readonly timeout?: number | undefined
  /** Aborting it rejects with its reason. */
  readonly signal?: AbortSignal | null | undefined
}
