/** One measurement: of a batch of calls, or of one build, one process, one batch of requests. */
export interface Sample {
  /** In the scenario's unit. */
  readonly time: number
  /** Bytes allocated per call, or kept per origin; `null` where they are not measured. */
  readonly bytes: number | null
}

/** Takes one measurement. */
export type Probe = () => Sample | Promise<Sample>

/** Calls that can be repeated, each on a request and response of its own. */
export interface Work {
  /** Makes what the next calls are made on; this is not measured. */
  prepare(calls: number): void
  /** Makes the calls. */
  run(): void | Promise<void>
}

/** What the design demands of the subject. */
export type Bar =
  /** The subject's time over that of the reference. */
  | { readonly kind: 'ratio'; readonly most: number }
  /** The subject's time. */
  | { readonly kind: 'time'; readonly most: number }
  /** The subject's time less that of the reference. */
  | { readonly kind: 'added'; readonly most: number }
  /** The subject's time over that of a peer in the same rounds. */
  | { readonly kind: 'peer'; readonly peer: string; readonly most: number }
  /** The subject's bytes. */
  | { readonly kind: 'bytes'; readonly most: number }

/** The tables of the report. */
export type Group =
  | 'requests'
  | 'preflights'
  | 'choice'
  | 'evaluate'
  | 'browser'
  | 'build'
  | 'import'
  | 'end to end'
  | 'other frameworks'

/** Candidates that do the same, measured in turns within one process. */
export interface Scenario {
  readonly group: Group
  /** Unique over all groups; what `--only` searches. */
  readonly title: string
  readonly unit: 'ns' | 'µs' | 'ms'
  /** The candidate that the others are divided by. */
  readonly reference: string
  /** The candidate that the bars are about. */
  readonly subject: string
  readonly bars: readonly Bar[]
  /** Measurements of each candidate in each process. */
  readonly rounds: number
  /** Whether the short form leaves it out. */
  readonly long: boolean
  /**
   * Probes by candidate.
   * @param turn the number of the process: each makes the candidates in another order, since V8
   *   compiles what they share for whoever comes first
   */
  probes(turn: number): Promise<Readonly<Record<string, Probe>>>
  /** The same as calls to count instructions of; `null` where that does not fit. */
  readonly works: (() => Readonly<Record<string, Work>>) | null
}

/** The name of what is measured, in every scenario. */
export const SUBJECT = 'strict-cors'
/** The name of the hand-written code. */
export const LIMIT = 'limit'
/** The name of hand-written code that does not leave out what the package must do. */
export const DUTIFUL = 'same duties'
/** The name of the hand-written code of `evaluate()`, with what it returns frozen. */
export const FROZEN = 'frozen'
