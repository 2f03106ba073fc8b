/** The code written by hand, which has the same duties as the package. */
export const BY_HAND = 'by hand'
/** The package. */
export const SUBJECT = 'strict-cors'
/** The package that most apps use. */
export const PEER = 'cors'

/** Something for each candidate; not every scenario has the peer. */
export type PerCandidate<T> = Readonly<Record<typeof BY_HAND | typeof SUBJECT, T>> &
  Readonly<Partial<Record<typeof PEER, T>>>

/** One measurement: of a batch of calls or requests, of one policy built, or of a process. */
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

/**
 * The most that is accepted of the package: its time over that of the code written by hand (`ratio`) or
 * of `cors` (`peer`) in the same round, its time in nanoseconds, or its bytes.
 */
export type Bars = Readonly<Partial<Record<'ratio' | 'peer' | 'time' | 'bytes', number>>>

/** Candidates that do the same, measured in turns within one process. */
export interface Scenario {
  readonly group: 'requests' | 'preflights' | 'servers' | 'building' | 'command'
  /** Unique over all groups; what `--only` searches. */
  readonly title: string
  readonly bars: Bars
  /** Measurements of each candidate in each process. */
  readonly rounds: number
  /** Whether the short form leaves it out. */
  readonly long?: boolean
  /** @param rotation the number of the process, which decides the order of the candidates */
  probes(rotation: number): Promise<Probes>
}
