import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Scenario } from './scenario.js'

/** How many calls are made before those that are counted, so that the code is compiled. */
const WARM_UP = { calls: 20_000, requests: 6000 }
const COUNTED = { calls: 10_000, requests: 6000 }

/**
 * Instructions per call, which repeat within a few on a busy machine. What it takes to make the
 * requests is counted alone and taken off.
 */
export async function instructionTable(scenarios: readonly Scenario[]): Promise<string> {
  const lines: string[] = []
  for (const { group, title, works, reference, long } of scenarios) {
    if (works === null || long) continue
    const what = group === 'end to end' ? 'requests' : 'calls'
    const counts = new Map<string, number>()
    for (const candidate of Object.keys(works())) {
      const [all, prepared] = await Promise.all([
        perCall(title, candidate, what, 'run'),
        perCall(title, candidate, what, 'prepare'),
      ])
      counts.set(candidate, all - prepared)
    }
    const base = counts.get(reference) ?? Number.NaN
    const cells = [...counts].map(
      ([name, count]) => `${name} ${count.toFixed(0)} (${(count / base).toFixed(2)})`,
    )
    lines.push(`${title}: ${cells.join(', ')}`)
    console.error(lines.at(-1))
  }
  return lines.join('\n')
}

async function perCall(
  title: string,
  candidate: string,
  what: 'calls' | 'requests',
  run: 'run' | 'prepare',
): Promise<number> {
  const before = await count(title, candidate, WARM_UP[what], run)
  const after = await count(title, candidate, WARM_UP[what] + COUNTED[what], run)
  return (after - before) / COUNTED[what]
}

async function count(
  title: string,
  candidate: string,
  calls: number,
  run: 'run' | 'prepare',
): Promise<number> {
  const { stderr } = await promisify(execFile)('valgrind', [
    '--tool=cachegrind',
    '--cache-sim=no',
    '--cachegrind-out-file=/dev/null',
    process.execPath,
    '--single-threaded',
    '--hash-seed=1',
    '--random-seed=1',
    '.bench/count.js',
    title,
    candidate,
    String(calls),
    run,
  ])
  const [, refs = ''] = /I\s+refs:\s+([\d,]+)/.exec(stderr) ?? []
  return Number(refs.replaceAll(',', ''))
}
