import { median, type ProcessResult } from './report.js'
import {
  type PerCandidate,
  type Probe,
  type Probes,
  type Sample,
  type Scenario,
  SUBJECT,
} from './scenario.js'

/** Measures one scenario in this process. */
export async function measure(
  scenario: Scenario,
  rounds: number,
  turn: number,
): Promise<ProcessResult> {
  const probes = Object.entries(await scenario.probes(turn))
  const samples = new Map<string, Sample[]>(probes.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // In another order each round, so that what one leaves behind does not always meet the same one.
    for (const [name, probe] of reordered(probes, round)) samples.get(name)?.push(await probe())
  }

  const own = samples.get(SUBJECT) ?? []
  return Object.fromEntries(
    [...samples].map(([name, theirs]) => {
      const bytes = theirs.flatMap((sample) => sample.bytes ?? [])
      const ratios = own.map(({ time }, round) => time / (theirs[round]?.time ?? Number.NaN))
      const time = median(theirs.map((sample) => sample.time))
      const result = { time, ratio: median(ratios) }
      return [name, bytes.length === 0 ? result : { ...result, bytes: median(bytes) }]
    }),
  )
}

/**
 * Makes the probes of the candidates. Each process makes them in another order, since V8 compiles
 * what they share for whoever comes first.
 */
export async function probesOf<T>(
  candidates: PerCandidate<T>,
  turn: number,
  probe: (candidate: T) => Promise<Probe>,
): Promise<Probes> {
  const probes: Record<string, Probe> = {}
  for (const [name, candidate] of reordered(Object.entries(candidates), turn)) {
    probes[name] = await probe(candidate)
  }
  return probes
}

/** Begins with another item each time, and goes backwards every other time. */
function reordered<Item>(items: readonly Item[], turn: number): readonly Item[] {
  const first = turn % items.length
  const order = [...items.slice(first), ...items.slice(0, first)]
  return turn % 2 === 0 ? order : order.reverse()
}
