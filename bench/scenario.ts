/** One measurement: of a batch of calls, of one policy built, of a batch of requests, or of a process. */
export interface Sample {
  /** In nanoseconds. */
  readonly time: number
  /** Bytes allocated per call, or kept per origin. */
  readonly bytes?: number
}

/** Takes one measurement. */
export type Probe = () => Sample | Promise<Sample>

/** By candidate. */
export type Probes = Readonly<Record<string, Probe>>

/** The code written by hand, which has the same duties as the package. */
export const BY_HAND = 'by hand'
/** The package. */
export const SUBJECT = 'strict-cors'
/** The package that most apps use. */
export const PEER = 'cors'

/** Something for each candidate; not every scenario has the peer. */
export type PerCandidate<T> = Readonly<Record<typeof BY_HAND | typeof SUBJECT, T>> &
  Readonly<Partial<Record<typeof PEER, T>>>

/** What is demanded of the package. */
export type Bar =
  /** Its time over that of another candidate in the same round. */
  | { readonly kind: 'ratio'; readonly to: typeof BY_HAND | typeof PEER; readonly most: number }
  /** Its time in nanoseconds, or its bytes. */
  | { readonly kind: 'time' | 'bytes'; readonly most: number }

/** The tables of the report. */
export type Group = 'requests' | 'preflights' | 'servers' | 'building' | 'command'

/** Candidates that do the same, measured in turns within one process. */
export interface Scenario {
  readonly group: Group
  /** Unique over all groups; what `--only` searches. */
  readonly title: string
  readonly bars: readonly Bar[]
  /** Measurements of each candidate in each process. */
  readonly rounds: number
  /** Whether the short form leaves it out. */
  readonly long?: boolean
  /** @param turn the number of the process: each makes the candidates in another order */
  probes(turn: number): Promise<Probes>
}

/** At most so many times the time of the code written by hand. */
export function atMost(most: number): Bar {
  return { kind: 'ratio', to: BY_HAND, most }
}
