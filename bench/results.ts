import type { Bar, Group, Scenario } from './scenario.js'
import type { Spread } from './statistics.js'

/** What `bench/results.json` holds. */
export interface Results {
  readonly machine: Readonly<Record<'processor' | 'system' | 'memory', string>>
  /** Of Node.js and the packages. */
  readonly versions: Readonly<Record<string, string>>
  readonly date: string
  /** Processes per scenario. */
  readonly processes: number
  readonly scenarios: readonly ScenarioResult[]
}

/** The figures of one scenario. */
export interface ScenarioResult
  extends Pick<Scenario, 'title' | 'unit' | 'reference' | 'subject' | 'bars'> {
  readonly group: Group
  readonly candidates: Readonly<Record<string, CandidateFigures>>
}

/** Medians over the rounds of a process, spread over the processes. */
export interface CandidateFigures {
  /** In the scenario's unit. */
  readonly time: Spread
  /** The time over that of the reference in the same round. */
  readonly ratio: Spread
  /** The time less that of the reference in the same round. */
  readonly added: Spread
  /** The time over that of the peers in the bars, by peer, in the same round. */
  readonly over: Readonly<Record<string, Spread>>
  /** Per call, or per origin where a policy is built; `null` where they are not measured. */
  readonly bytes: number | null
}

/** What a bar is about; `null` where it was not measured. */
export function measured(bar: Bar, result: ScenarioResult): number | null {
  const subject = result.candidates[result.subject]
  if (subject === undefined) return null
  switch (bar.kind) {
    case 'ratio':
      return subject.ratio.median
    case 'time':
      return subject.time.median
    case 'peer':
      return subject.over[bar.peer]?.median ?? null
    case 'added':
      return subject.added.median
    case 'bytes':
      return subject.bytes
  }
}

/** @param slack what the bar is multiplied by */
export function isMet(bar: Bar, result: ScenarioResult, slack = 1): boolean {
  const value = measured(bar, result)
  return value !== null && value <= bar.most * slack
}
