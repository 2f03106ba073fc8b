import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { measure, type ProcessResult } from './measure.js'
import { misses, type Row, summary, tables } from './report.js'
import { warmResponses } from './req-res.js'
import type { Scenario } from './scenario.js'
import { BUILDING } from './scenarios/building.js'
import { COMMAND } from './scenarios/command.js'
import { PREFLIGHTS } from './scenarios/preflights.js'
import { REQUESTS } from './scenarios/requests.js'
import { SERVERS } from './scenarios/servers.js'

const SCENARIOS = [...REQUESTS, ...PREFLIGHTS, ...SERVERS, BUILDING, ...COMMAND]
const SHORT_ROUNDS = 0.1
const REPEATS = 4

// README.md says what the options do. The positionals are for the processes that `runProcess` starts.
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    processes: { type: 'string', default: '5' },
    short: { type: 'boolean', default: false },
  },
})
const chosen = SCENARIOS.filter(({ title }) => title.includes(options.only))

if (positionals.length > 0) await runOne(positionals)
else if (options.short) await runShort(chosen.filter(({ long }) => !long))
else await runFull(chosen, Number(options.processes))

async function runOne([title, rounds, rotation]: readonly string[]): Promise<void> {
  warmResponses()
  for (const scenario of SCENARIOS.filter((candidate) => candidate.title === title)) {
    console.log(JSON.stringify(await measure(scenario, Number(rounds), Number(rotation))))
  }
  process.exit()
}

async function runFull(scenarios: readonly Scenario[], processes: number): Promise<void> {
  const rows = await run(scenarios, processes, 1)
  console.log(tables(rows))
  if (options.only !== '') return
  write('bench/README.md', `${tables(rows)}\n\n${provenance(processes)}`)
  write('README.md', summary(rows))
}

/** Measures what misses a bar again, before it fails. */
async function runShort(scenarios: readonly Scenario[]): Promise<void> {
  const first = await run(scenarios, 1, SHORT_ROUNDS)
  console.log(tables(first))
  const suspects = first.filter((row) => misses(row).length > 0).map(({ scenario }) => scenario)
  for (const row of await run(suspects, REPEATS, SHORT_ROUNDS)) {
    for (const { finding, certain } of misses(row)) {
      const word = certain ? 'FAILED' : 'missed, within noise'
      console.log(`${word}: ${row.scenario.title}: ${finding}`)
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
  const rows = scenarios.map((scenario) => ({ scenario, processes: [] as ProcessResult[] }))
  for (let rotation = 0; rotation < processes; rotation++) {
    for (const { scenario, processes: own } of rows) {
      console.error(`${rotation + 1}/${processes} ${scenario.group}: ${scenario.title}`)
      own.push(await runProcess(scenario.title, Math.ceil(scenario.rounds * rounds), rotation))
    }
  }
  return rows
}

async function runProcess(title: string, rounds: number, rotation: number): Promise<ProcessResult> {
  const program = fileURLToPath(import.meta.url)
  const args = ['--expose-gc', program, title, String(rounds), String(rotation)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}

/** Puts the content between the two markers of a file. */
function write(path: string, content: string): void {
  const parts = readFileSync(path, 'utf8').split(/(<!-- bench:(?:start|end) -->)/)
  const [before, start, , end, after, ...others] = parts
  if (after === undefined || others.length > 0) throw new Error(`${path} has no place for figures`)
  writeFileSync(path, `${before}${start}\n\n${content}\n\n${end}${after}`)
}

function provenance(processes: number): string {
  const versions = ['.', 'node_modules/cors', 'node_modules/express'].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    return `${name} ${version}`
  })
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${type()} ${release()}`
  const date = new Date().toISOString().slice(0, 10)
  return `Measured on ${date} on ${machine}, with Node.js ${process.versions.node}, ${versions.join(', ')}, in ${processes} processes per row: medians, and in brackets the lowest and highest process.`
}
