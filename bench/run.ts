import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { instructionTable } from './instructions.js'
import type { ProcessResult } from './measure.js'
import { isMet, type Results, type ScenarioResult } from './results.js'
import type { Scenario } from './scenario.js'
import { SCENARIOS } from './scenarios.js'
import { median, spread } from './statistics.js'
import { insertTable, plainTable } from './table.js'

const USAGE = `npm run bench [-- OPTIONS]
  --only TEXT      only scenarios whose title contains the text; writes no file
  --processes N    processes per scenario, 5 if absent
  --short          for CI: one short process per scenario; fails where a ratio is twice its bar
  --instructions   counts instructions with valgrind instead of measuring time; takes minutes
                   per scenario, so name some with --only`

const RESULTS = 'bench/results.json'
const README = 'README.md'
const MEASURE = fileURLToPath(new URL('measure.js', import.meta.url))
const SHORT_ROUNDS = 0.1
const GROSS = 2

const PACKAGES = [
  'strict-cors',
  'cors',
  'express',
  '@koa/cors',
  'koa',
  'hono',
  '@hono/node-server',
  '@fastify/cors',
  'fastify',
]

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    processes: { type: 'string', default: '5' },
    short: { type: 'boolean', default: false },
    instructions: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const chosen = SCENARIOS.filter(({ title }) => title.includes(options.only))

if (options.help) console.log(USAGE)
else if (options.instructions) console.log(await instructionTable(chosen))
else if (options.short) await runShort(chosen.filter(({ long }) => !long))
else await runFull(chosen)

async function runFull(scenarios: readonly Scenario[]): Promise<void> {
  const results = await run(scenarios, Number(options.processes), 1)
  console.log(plainTable(results))
  if (options.only !== '') return
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`)
  if (!existsSync(README)) return
  const readme = readFileSync(README, 'utf8')
  writeFileSync(README, insertTable(readme, results))
}

/** Bars on times say nothing on a machine of which nothing is known, so ratios alone count. */
async function runShort(scenarios: readonly Scenario[]): Promise<void> {
  const results = await run(scenarios, 1, SHORT_ROUNDS)
  console.log(plainTable(results))
  const suspects = results.scenarios.filter(isGross).map(({ title }) => title)
  // A busy neighbour can double one run, hardly two.
  const again = scenarios.filter(({ title }) => suspects.includes(title))
  const regressions = (await run(again, 1, 1)).scenarios.filter(isGross)
  for (const { title } of regressions) console.error(`more than twice the bar: ${title}`)
  if (regressions.length > 0) process.exitCode = 1
}

function isGross(result: ScenarioResult): boolean {
  return result.bars.some(
    (bar) => (bar.kind === 'ratio' || bar.kind === 'peer') && !isMet(bar, result, GROSS),
  )
}

/** Each scenario in processes of its own, in turns, so that a busy minute touches them all. */
async function run(
  scenarios: readonly Scenario[],
  processes: number,
  rounds: number,
): Promise<Results> {
  const measurements = new Map<Scenario, ProcessResult[]>(scenarios.map((one) => [one, []]))
  for (let turn = 1; turn <= processes; turn++) {
    for (const scenario of scenarios) {
      console.error(`${turn}/${processes} ${scenario.group}: ${scenario.title}`)
      const result = await measure(scenario, Math.ceil(scenario.rounds * rounds), turn)
      measurements.get(scenario)?.push(result)
    }
  }
  return {
    machine: {
      processor: `${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
      memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
      system: `${type()} ${release()}`,
    },
    versions: { 'Node.js': process.versions.node, ...packageVersions() },
    date: new Date().toISOString().slice(0, 10),
    processes,
    scenarios: [...measurements].map(([scenario, results]) => summarize(scenario, results)),
  }
}

async function measure({ title }: Scenario, rounds: number, turn: number): Promise<ProcessResult> {
  const args = ['--expose-gc', MEASURE, title, String(rounds), String(turn - 1)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}

function summarize(scenario: Scenario, results: readonly ProcessResult[]): ScenarioResult {
  const { group, title, unit, reference, subject, bars } = scenario
  const names = Object.keys(results[0] ?? {})
  const candidates = names.map((name) => {
    const own = results.flatMap((result) => result[name] ?? [])
    const bytes = own.flatMap((candidate) => candidate.bytes ?? [])
    const figures = {
      time: spread(own.map(({ time }) => time)),
      ratio: spread(own.map(({ ratio }) => ratio)),
      added: spread(own.map(({ added }) => added)),
      over: Object.fromEntries(
        Object.keys(own[0]?.over ?? {}).map((peer) => [
          peer,
          spread(own.flatMap(({ over }) => over[peer] ?? [])),
        ]),
      ),
      bytes: bytes.length === 0 ? null : median(bytes),
    }
    return [name, figures] as const
  })
  return {
    group,
    title,
    unit,
    reference,
    subject,
    bars,
    candidates: Object.fromEntries(candidates),
  }
}

function packageVersions(): Record<string, string> {
  return Object.fromEntries(
    PACKAGES.map((name) => {
      const path = name === 'strict-cors' ? 'package.json' : `node_modules/${name}/package.json`
      const { version } = JSON.parse(readFileSync(path, 'utf8'))
      return [name, version]
    }),
  )
}
