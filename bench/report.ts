import { type Bar, BY_HAND, type Group, PEER, type Scenario, SUBJECT } from './scenario.js'

/** What one process has measured of a candidate: medians of its rounds. */
interface CandidateResult {
  /** In nanoseconds. */
  readonly time: number
  /** Per call, or per origin of a policy. */
  readonly bytes?: number
  /** The time of the package over that of this candidate in the same round. */
  readonly ratio: number
}

/** What one process has measured, by candidate. */
export type ProcessResult = Readonly<Record<string, CandidateResult>>

/** What the processes of a scenario have measured. */
export interface Row {
  readonly scenario: Scenario
  readonly processes: readonly ProcessResult[]
}

/** A bar that a row misses. */
export interface Miss {
  /** What was measured, and the bar, as `1.25 ≤ 1.15`. */
  readonly finding: string
  /** Whether every process missed it by more than noise. */
  readonly certain: boolean
}

/** Ratios differ that much between processors, and between busy minutes of one. */
const TOLERANCE = 1.1

const HEADINGS: Readonly<Record<Group, string>> = {
  requests: 'Requests',
  preflights: 'Preflights',
  servers: 'Whole servers, CPU time per request',
  building: 'Building a policy; bytes per origin',
  command: 'The command: time beyond that of an empty Node (by hand)',
}

/** The rows that the README of the package shows. */
const SUMMARY = [
  'any origin',
  '10 origins, hit',
  '1,000,000 origins, hit',
  'preflight, static lists',
  'Express 5, request',
  'Express 5, preflight',
]

const NAMES = [BY_HAND, SUBJECT, `\`${PEER}\``]

/** The bars missed, except on times, which say nothing on a machine of which nothing is known. */
export function misses(row: Row): readonly Miss[] {
  return row.scenario.bars
    .filter((bar) => bar.kind !== 'time' && !isMet(row, bar))
    .map((bar) => ({
      finding: `${quantity(bar, median(measured(row, bar)))} ${limit(bar)}`,
      certain: Math.min(...measured(row, bar)) > bar.most * TOLERANCE,
    }))
}

/** A table for each group, as Markdown. */
export function tables(rows: readonly Row[]): string {
  const groups = [...new Set(rows.map(({ scenario }) => scenario.group))]
  return groups
    .map((group) => {
      const own = rows.filter(({ scenario }) => scenario.group === group)
      return table([HEADINGS[group], ...NAMES, 'ratio', 'bar', 'bytes'], own.map(cells))
    })
    .join('\n\n')
}

/** The rows that say most, with their times alone. */
export function summary(rows: readonly Row[]): string {
  const chosen = SUMMARY.map((title) => {
    const row = rows.find(({ scenario }) => scenario.title === title)
    if (row === undefined) throw new Error(`there is no row "${title}"`)
    return [title, ...times(row)]
  })
  return table(['Time per request', ...NAMES], chosen)
}

/** Half of the values are below it; not a number if there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const below = sorted[Math.floor(middle)] ?? Number.NaN
  const above = sorted[Math.ceil(middle)] ?? Number.NaN
  return (below + above) / 2
}

/** Columns in which no row has anything are left out. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = header.map((_, column) => rows.some((row) => row[column] !== ''))
  return [header, header.map((_, column) => (column === 0 ? '-' : '-:')), ...rows]
    .map((line) => `| ${line.filter((_, column) => kept[column]).join(' | ')} |`)
    .join('\n')
}

function cells(row: Row): string[] {
  const { title, bars } = row.scenario
  const ratios = figures(row, BY_HAND, 'ratio')
  const bytes = [BY_HAND, SUBJECT].flatMap((name) => figures(row, name, 'bytes'))
  return [
    title,
    ...times(row),
    `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
    bars.map((bar) => `${limit(bar)} ${isMet(row, bar) ? '✓' : '✗'}`).join(', '),
    bytes.map((value) => value.toFixed(0)).join(' : '),
  ]
}

function times(row: Row): string[] {
  return [BY_HAND, SUBJECT, PEER].map((name) => {
    const found = figures(row, name, 'time')
    return found.length === 0 ? '' : inUnit(median(found))
  })
}

/** A figure of a candidate in each process; none if it is not measured. */
function figures(row: Row, candidate: string, name: keyof CandidateResult): readonly number[] {
  return row.processes.flatMap((result) => result[candidate]?.[name] ?? [])
}

/** The figures that a bar is about. */
function measured(row: Row, bar: Bar): readonly number[] {
  return bar.kind === 'ratio' ? figures(row, bar.to, 'ratio') : figures(row, SUBJECT, bar.kind)
}

function isMet(row: Row, bar: Bar): boolean {
  return median(measured(row, bar)) <= bar.most
}

function limit(bar: Bar): string {
  const peer = bar.kind === 'ratio' && bar.to === PEER
  return peer && bar.most === 1 ? `≤ \`${PEER}\`` : `≤ ${quantity(bar, bar.most)}`
}

function quantity({ kind }: Bar, value: number): string {
  if (kind === 'ratio') return value.toFixed(2)
  return kind === 'bytes' ? `${value.toFixed(0)} bytes` : inUnit(value)
}

/** Nanoseconds in the unit that reads best: whole, or with three digits. */
function inUnit(time: number): string {
  if (time < 5e3) return `${time.toFixed(0)} ns`
  const [value, unit] = time < 1e6 ? [time / 1e3, 'µs'] : [time / 1e6, 'ms']
  return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ${unit}`
}
