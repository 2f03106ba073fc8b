import type { PerCandidate, Probe, Probes, Sample, Scenario } from './scenario.js'
import { SUBJECT } from './scenario.js'

/** What one process has measured of a candidate: medians of its rounds. */
export interface CandidateResult extends Sample {
  /** The time of the package over that of this candidate in the same round. */
  readonly ratio: number
}

/** What one process has measured, by candidate. */
export type ProcessResult = Readonly<Record<string, CandidateResult>>

/** Measures one scenario in this process. */
export async function measure(
  { probes }: Scenario,
  rounds: number,
  rotation: number,
): Promise<ProcessResult> {
  const candidates = Object.entries(await probes(rotation))
  const samples = new Map<string, Sample[]>(candidates.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // In another order each round, so that what one leaves behind does not always meet the same one.
    for (const [name, probe] of reordered(candidates, round)) samples.get(name)?.push(await probe())
  }
  const own = samples.get(SUBJECT) ?? []
  const results = [...samples].map(([name, theirs]) => {
    const ratios = own.map(({ time }, round) => time / (theirs[round]?.time ?? Number.NaN))
    const bytes = theirs.flatMap((sample) => sample.bytes ?? [])
    const time = median(theirs.map((sample) => sample.time))
    const result = { time, ratio: median(ratios) }
    return [name, bytes.length === 0 ? result : { ...result, bytes: median(bytes) }]
  })
  return Object.fromEntries(results)
}

/**
 * Makes the probes of the candidates. Each process makes them in another order, since V8 compiles
 * what they share for whoever comes first.
 */
export async function probesOf<T>(
  candidates: PerCandidate<T>,
  rotation: number,
  probe: (candidate: T) => Promise<Probe>,
): Promise<Probes> {
  const probes: Record<string, Probe> = {}
  for (const [name, candidate] of reordered(Object.entries(candidates), rotation)) {
    probes[name] = await probe(candidate)
  }
  return probes
}

/** Half of the values are below it; not a number if there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const below = sorted[Math.floor(middle)] ?? Number.NaN
  const above = sorted[Math.ceil(middle)] ?? Number.NaN
  return (below + above) / 2
}

/** Begins with another item each time, and goes backwards every other time. */
function reordered<Item>(items: readonly Item[], rotation: number): readonly Item[] {
  const first = rotation % items.length
  const order = [...items.slice(first), ...items.slice(0, first)]
  return rotation % 2 === 0 ? order : order.reverse()
}
