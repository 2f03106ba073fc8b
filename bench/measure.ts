import { warmResponses } from './exchange.js'
import type { Sample } from './scenario.js'
import { SCENARIOS } from './scenarios.js'
import { median } from './statistics.js'

/** What one process has measured: the medians of its rounds, by candidate. */
export type ProcessResult = Readonly<Record<string, CandidateResult>>

export interface CandidateResult {
  readonly time: number
  /** The time over that of the reference in the same round. */
  readonly ratio: number
  readonly bytes: number | null
}

/** Measures one scenario in this process: `measure.js TITLE ROUNDS`. */
async function main(title: string, rounds: number): Promise<ProcessResult> {
  const scenario = SCENARIOS.find((candidate) => candidate.title === title)
  if (scenario === undefined) throw new Error(`there is no scenario "${title}"`)
  warmResponses()
  const probes = Object.entries(await scenario.probes())
  const samples = new Map<string, Sample[]>(probes.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // Each candidate goes first equally often, so that none inherits a favourable state.
    const first = round % probes.length
    for (const [name, probe] of [...probes.slice(first), ...probes.slice(0, first)]) {
      samples.get(name)?.push(await probe())
    }
  }

  const reference = samples.get(scenario.reference) ?? []
  return Object.fromEntries(
    probes.map(([name]) => {
      const own = samples.get(name) ?? []
      const ratios = own.map(({ time }, round) => time / (reference[round]?.time ?? Number.NaN))
      const bytes = own.flatMap((sample) => (sample.bytes === null ? [] : [sample.bytes]))
      return [
        name,
        {
          time: median(own.map(({ time }) => time)),
          ratio: median(ratios),
          bytes: bytes.length === 0 ? null : median(bytes),
        },
      ]
    }),
  )
}

const [title = '', rounds = '1'] = process.argv.slice(2)
console.log(JSON.stringify(await main(title, Number(rounds))))
process.exit()
