import type { ConfigIssue } from './config/issues/config-issue.js'
import type { CorsRequest, Decision } from './decision.js'
import type { NormalizedOptions } from './options.js'

/** `T`, or a promise of it if the option `origin` is a function; either if that is unknown. */
export type Answered<T, Async extends boolean> = Async extends true ? Promise<T> : T

/** Whether a policy with this option `origin` answers with promises. */
export type IsAsync<Origin> = Origin extends (...args: never) => unknown ? true : false

interface PolicyBase<Async extends boolean> {
  /**
   * What a request is, whether it is allowed, and which headers its response gets. An origin function
   * is waited for as long as it takes; only the middleware has a deadline.
   */
  evaluate(request: CorsRequest): Answered<Decision, Async>
  /**
   * Whether pages of this origin are allowed at all, for WebSocket upgrades and the like. `false`
   * if there is no origin. The same for every policy, also if the option `origin` is a function, which
   * is waited for as long as it takes.
   * @throws (as a rejection) what the origin function throws or calls back as an error
   */
  askOrigin(origin: string | undefined): Promise<boolean>
  /** The decision on a request as text for people, several lines. */
  explain(request: CorsRequest): Answered<string, Async>
  /** The options with their defaults, frozen. They make the same policy again. */
  readonly options: NormalizedOptions
  /** Valid options that have no effect, or not the one they seem to have. */
  readonly warnings: readonly ConfigIssue[]
}

/** A policy whose option `origin` is not a function, and which therefore decides at once. */
export interface SyncPolicy extends PolicyBase<false> {
  /**
   * Whether pages of this origin are allowed at all, for WebSocket upgrades and the like. `false`
   * if there is no origin.
   *
   * A policy whose option `origin` is a function does not have it in its type, and throws a
   * `TypeError`: a promise would pass for `true`. Use `askOrigin` there.
   */
  isOriginAllowed(origin: string | undefined): boolean
}

/**
 * Options turned into decisions. Frozen: nothing changes it after `createPolicy` has returned.
 *
 * `Async` is `true` if the option `origin` is a function, and `evaluate` and `explain` then return
 * a promise, which rejects with what the function throws or calls back as an error.
 */
export type Policy<Async extends boolean = boolean> = [Async] extends [false]
  ? SyncPolicy
  : PolicyBase<Async>
