import { warmResponses } from './exchange.js'
import type { Sample } from './scenario.js'
import { SCENARIOS } from './scenarios.js'
import { shuffled } from './shuffled.js'
import { median } from './statistics.js'

/** What one process has measured: the medians of its rounds, by candidate. */
export type ProcessResult = Readonly<Record<string, CandidateResult>>

export interface CandidateResult {
  readonly time: number
  /** The time over that of the reference in the same round. */
  readonly ratio: number
  /** The time less that of the reference in the same round. */
  readonly added: number
  /** The time over that of the peers in the bars, by peer, in the same round. */
  readonly over: Readonly<Record<string, number>>
  readonly bytes: number | null
}

/** Measures one scenario in this process: `measure.js TITLE ROUNDS TURN`. */
async function main(title: string, rounds: number, turn: number): Promise<ProcessResult> {
  const scenario = SCENARIOS.find((candidate) => candidate.title === title)
  if (scenario === undefined) throw new Error(`there is no scenario "${title}"`)
  warmResponses()
  const probes = Object.entries(await scenario.probes(turn))
  const samples = new Map<string, Sample[]>(probes.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // In another order each round, so that what one leaves behind meets no other always.
    for (const [name, probe] of shuffled(probes, turn * rounds + round)) {
      samples.get(name)?.push(await probe())
    }
  }

  const timesOf = (name: string) => (samples.get(name) ?? []).map(({ time }) => time)
  const compare = (name: string, other: string, by: (own: number, other: number) => number) => {
    const others = timesOf(other)
    return median(timesOf(name).map((time, round) => by(time, others[round] ?? Number.NaN)))
  }
  const { reference } = scenario
  const peers = scenario.bars.flatMap((bar) => (bar.kind === 'peer' ? [bar.peer] : []))
  return Object.fromEntries(
    probes.map(([name]) => {
      const bytes = (samples.get(name) ?? []).flatMap((sample) => sample.bytes ?? [])
      return [
        name,
        {
          time: median(timesOf(name)),
          ratio: compare(name, reference, divide),
          added: compare(name, reference, subtract),
          over: Object.fromEntries(peers.map((peer) => [peer, compare(name, peer, divide)])),
          bytes: bytes.length === 0 ? null : median(bytes),
        },
      ]
    }),
  )
}

function divide(own: number, other: number): number {
  return own / other
}

function subtract(own: number, other: number): number {
  return own - other
}

const [title = '', rounds = '1', turn = '0'] = process.argv.slice(2)
console.log(JSON.stringify(await main(title, Number(rounds), Number(turn))))
process.exit()
