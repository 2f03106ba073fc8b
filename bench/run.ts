import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { misses } from './gate.js'
import { between, finding, plain, summary, tables } from './report.js'
import type { ProcessResult, Row } from './results.js'
import type { Scenario } from './scenario.js'
import { SCENARIOS } from './scenarios/index.js'

const USAGE = `npm run bench [-- OPTIONS]
  (none)         measures everything and writes the figures into bench/README.md and README.md
  --only TEXT    only scenarios whose title contains the text; writes nothing
  --processes N  processes per scenario, 5 by default
  --short        for CI: short processes, writes nothing; fails if a bar on a ratio or on bytes is
                 missed by more than noise`

const MEASURE = fileURLToPath(new URL('measure.js', import.meta.url))
const SHORT_ROUNDS = 0.1
const REPEATS = 4

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    processes: { type: 'string', default: '5' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const chosen = SCENARIOS.filter(({ title }) => title.includes(options.only))

if (options.help) console.log(USAGE)
else if (options.short) await runShort(chosen.filter(({ long }) => !long))
else await runFull(chosen, Number(options.processes))

async function runFull(scenarios: readonly Scenario[], processes: number): Promise<void> {
  const rows = await run(scenarios, processes, 1)
  console.log(plain(tables(rows)))
  if (options.only !== '') return
  write('bench/README.md', `${tables(rows)}\n\n${provenance(processes)}`)
  write('README.md', summary(rows))
}

function write(path: string, content: string): void {
  writeFileSync(path, between('bench', readFileSync(path, 'utf8'), content))
}

/** Measures what misses a bar again, before it fails. */
async function runShort(scenarios: readonly Scenario[]): Promise<void> {
  const first = await run(scenarios, 1, SHORT_ROUNDS)
  console.log(plain(tables(first)))
  const suspects = first.filter((row) => misses(row).length > 0).map(({ scenario }) => scenario)
  const again = await run(suspects, REPEATS, SHORT_ROUNDS)
  for (const row of again) {
    for (const { bar, certain } of misses(row)) {
      console.log(
        `${certain ? 'FAILED' : 'missed, within noise'}: ${row.scenario.title}: ${finding(row, bar)}`,
      )
      if (certain) process.exitCode = 1
    }
  }
}

/** Each scenario in processes of its own, in turns, so that a busy minute touches them all. */
async function run(
  scenarios: readonly Scenario[],
  processes: number,
  rounds: number,
): Promise<readonly Row[]> {
  const results = new Map<Scenario, ProcessResult[]>(scenarios.map((one) => [one, []]))
  for (let turn = 0; turn < processes; turn++) {
    for (const [scenario, own] of results) {
      console.error(`${turn + 1}/${processes} ${scenario.group}: ${scenario.title}`)
      own.push(await measure(scenario, Math.ceil(scenario.rounds * rounds), turn))
    }
  }
  return [...results].map(([scenario, processes]) => ({ scenario, processes }))
}

async function measure({ title }: Scenario, rounds: number, turn: number): Promise<ProcessResult> {
  const args = ['--expose-gc', MEASURE, title, String(rounds), String(turn)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}

function provenance(processes: number): string {
  const packages = ['strict-cors', 'cors', 'express'].map((name) => {
    const folder = name === 'strict-cors' ? '.' : `node_modules/${name}`
    return `${name} ${JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version}`
  })
  const machine = [
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${type()} ${release()}`,
  ]
  const date = new Date().toISOString().slice(0, 10)
  return `Measured on ${date} on ${machine.join(', ')}, with Node.js ${process.versions.node}, ${packages.join(', ')}, in ${processes} processes per row: medians, and in brackets the lowest and highest process.`
}
