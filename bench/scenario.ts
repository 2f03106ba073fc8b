/** One measurement: of a batch of calls, of one policy built, or of a batch of requests. */
export interface Sample {
  /** In the scenario's unit. */
  readonly time: number
  /** Bytes allocated per call, or kept per origin; `null` if they are not measured. */
  readonly bytes: number | null
}

/** Takes one measurement. */
export type Probe = () => Sample | Promise<Sample>

/** Calls that can be repeated, each on a request and response of its own. */
export interface Work {
  /** Makes what the next calls are made on. This is not measured. */
  prepare(calls: number): void
  /** Makes the calls. */
  run(): void | Promise<void>
}

/** The code written by hand, which has the same duties as the package. */
export const BY_HAND = 'by hand'
/** The package. */
export const SUBJECT = 'strict-cors'
/** The package that most apps use. */
export const PEER = 'cors'

export type Candidate = typeof BY_HAND | typeof SUBJECT | typeof PEER

/** Something for each candidate; not every scenario has the peer. */
export type PerCandidate<T> = Readonly<Record<typeof BY_HAND | typeof SUBJECT, T>> &
  Readonly<Partial<Record<typeof PEER, T>>>

/** What is demanded of the package. */
export type Bar =
  /** Its time over that of another candidate in the same round. */
  | { readonly kind: 'ratio'; readonly to: typeof BY_HAND | typeof PEER; readonly most: number }
  /** Its time. */
  | { readonly kind: 'time'; readonly most: number }
  /** Its bytes. */
  | { readonly kind: 'bytes'; readonly most: number }

/** The tables of the report. */
export type Group = 'requests' | 'preflights' | 'servers' | 'building' | 'command'

/** Candidates that do the same, measured in turns within one process. */
export interface Scenario {
  readonly group: Group
  /** Unique over all groups; what `--only` searches. */
  readonly title: string
  readonly unit: 'ns' | 'µs' | 'ms'
  readonly bars: readonly Bar[]
  /** Measurements of each candidate in each process. */
  readonly rounds: number
  /** Whether the short form omits it. */
  readonly long: boolean
  /** @param turn the number of the process: each makes the candidates in another order */
  probes(turn: number): Promise<PerCandidate<Probe>>
}
