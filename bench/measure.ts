import { warmResponses } from './exchange.js'
import { shuffled } from './inputs.js'
import { median, type ProcessResult } from './results.js'
import { type Sample, SUBJECT } from './scenario.js'
import { SCENARIOS } from './scenarios/index.js'

/** Measures one scenario in this process: `measure.js TITLE ROUNDS TURN`. */
async function main(title: string, rounds: number, turn: number): Promise<ProcessResult> {
  const scenario = SCENARIOS.find((candidate) => candidate.title === title)
  if (scenario === undefined) throw new Error(`there is no scenario "${title}"`)
  warmResponses()
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
      return [
        name,
        { time, bytes: bytes.length === 0 ? null : median(bytes), ratio: median(ratios) },
      ]
    }),
  )
}

const [title = '', rounds = '1', turn = '0'] = process.argv.slice(2)
console.log(JSON.stringify(await main(title, Number(rounds), Number(turn))))
process.exit()
