import { type Bar, type Scenario, SUBJECT } from './scenario.js'

/** What one process has measured, by candidate: medians of its rounds. */
export type ProcessResult = Readonly<Record<string, CandidateResult>>

export interface CandidateResult {
  /** In the scenario's unit. */
  readonly time: number
  /** Per call, or per origin of a policy; `null` if they are not measured. */
  readonly bytes: number | null
  /** The time of the package over that of this candidate in the same round. */
  readonly ratio: number
}

/** What the processes of a scenario have measured. */
export interface Row {
  readonly scenario: Scenario
  readonly processes: readonly ProcessResult[]
}

/** The median of several processes, and the lowest and highest of them. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** The figures of a candidate; `null` if they are not measured. */
export function figure(
  { processes }: Row,
  candidate: string,
  name: keyof CandidateResult,
): Spread | null {
  const values = processes.flatMap((result) => result[candidate]?.[name] ?? [])
  if (values.length === 0) return null
  return { median: median(values), low: Math.min(...values), high: Math.max(...values) }
}

/** The figure that a bar is about. */
export function measured(row: Row, bar: Bar): Spread {
  const found = bar.kind === 'ratio' ? figure(row, bar.to, 'ratio') : figure(row, SUBJECT, bar.kind)
  if (found === null) throw new Error(`${row.scenario.title}: nothing to hold against the bar`)
  return found
}

export function isMet(row: Row, bar: Bar): boolean {
  return measured(row, bar).median <= bar.most
}

/** Half of the values are below it; not a number if there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const below = sorted[Math.floor(middle)] ?? Number.NaN
  const above = sorted[Math.ceil(middle)] ?? Number.NaN
  return (below + above) / 2
}
