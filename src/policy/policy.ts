import type { ConfigIssue } from './config/config-issue.js'
import type { CorsRequest, Decision } from './decision.js'
import type { NormalizedOptions } from './options.js'

/** `T`, or a promise of it if the option `origin` is a function; either if that is unknown. */
export type Answered<T, Async extends boolean> = Async extends true ? Promise<T> : T

/** Whether a policy with this option `origin` answers with promises. */
export type IsAsync<Origin> = Origin extends (...args: never) => unknown ? true : false

/**
 * Options turned into decisions. Frozen: nothing changes it after `createPolicy` has returned.
 *
 * `Async` is `true` if the option `origin` is a function, and every method then returns a
 * promise; it rejects with what the function throws or calls back as an error.
 */
export interface Policy<Async extends boolean = boolean> {
  /** What a request is, whether it is allowed, and which headers its response gets. */
  evaluate(request: CorsRequest): Answered<Decision, Async>
  /**
   * Whether pages of this origin are allowed at all, for WebSocket upgrades and the like. `false`
   * if there is no origin.
   */
  isOriginAllowed(origin: string | undefined): Answered<boolean, Async>
  /** The decision on a request as text for people, several lines. */
  explain(request: CorsRequest): Answered<string, Async>
  /** The options with their defaults, frozen. They make the same policy again. */
  readonly options: NormalizedOptions
  /** Valid options that have no effect, or not the one they seem to have. */
  readonly warnings: readonly ConfigIssue[]
}
