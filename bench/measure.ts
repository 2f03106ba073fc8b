import { xorshift } from './inputs.js'
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
    for (const [name, probe] of shuffled(probes, turn * rounds + round)) {
      samples.get(name)?.push(await probe())
    }
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
  for (const [name, candidate] of shuffled(Object.entries(candidates), turn)) {
    probes[name] = await probe(candidate)
  }
  return probes
}

/** The same items in an order that depends on the seed alone. */
function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  // Multiplied, so that seeds next to each other differ in more than a bit or two.
  let state = Math.imul(seed + 1, 0x9e3779b1)
  const keyed = items.map((item) => {
    for (let i = 0; i < 4; i++) state = xorshift(state)
    return { item, key: state }
  })
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
