import { type CandidateResult, median, type ProcessResult } from './measure.js'
import { BY_HAND, PEER, type Scenario, SUBJECT } from './scenario.js'

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

const HEADINGS: Readonly<Record<Scenario['group'], string>> = {
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

const CANDIDATES = [BY_HAND, SUBJECT, PEER]
const COLUMNS = [BY_HAND, SUBJECT, `\`${PEER}\``]

/** The bars missed, except on times: how fast the machine is is unknown. */
export function misses(row: Row): readonly Miss[] {
  return barsOf(row)
    .filter(({ kind, isMet }) => kind !== 'time' && !isMet)
    .map(({ kind, most, measured, limit }) => ({
      finding: `${quantity(kind, median(measured))} ${limit}`,
      certain: Math.min(...measured) > most * TOLERANCE,
    }))
}

/** A table for each group, as Markdown. */
export function tables(rows: readonly Row[]): string {
  const groups = [...new Set(rows.map(({ scenario }) => scenario.group))]
  return groups
    .map((group) => {
      const own = rows.filter(({ scenario }) => scenario.group === group)
      return table([HEADINGS[group], ...COLUMNS, 'ratio', 'bar', 'bytes'], own.map(cells))
    })
    .join('\n\n')
}

/** The rows that say most, with their times alone. */
export function summary(rows: readonly Row[]): string {
  const chosen = SUMMARY.flatMap((title) => rows.filter(({ scenario }) => scenario.title === title))
  if (chosen.length < SUMMARY.length) throw new Error('a row of the summary has another title')
  return table(
    ['Time per request', ...COLUMNS],
    chosen.map((row) => [row.scenario.title, ...times(row)]),
  )
}

/** Columns in which no row has anything are left out. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = header.map((_, column) => rows.some((row) => row[column] !== ''))
  return [header, header.map((_, column) => (column === 0 ? '-' : '-:')), ...rows]
    .map((line) => `| ${line.filter((_, column) => kept[column]).join(' | ')} |`)
    .join('\n')
}

function cells(row: Row): string[] {
  const { title } = row.scenario
  const ratios = figures(row, BY_HAND, 'ratio')
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)]
  const bytes = [BY_HAND, SUBJECT].map((name) => median(figures(row, name, 'bytes')).toFixed(0))
  return [
    title,
    ...times(row),
    `${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`,
    barsOf(row)
      .map(({ limit, isMet }) => `${limit} ${isMet ? '✓' : '✗'}`)
      .join(', '),
    bytes.includes('NaN') ? '' : bytes.join(' : '),
  ]
}

function times(row: Row): string[] {
  return CANDIDATES.map((name) => {
    const found = figures(row, name, 'time')
    return found.length === 0 ? '' : inUnit(median(found))
  })
}

/** A figure of a candidate in each process; none if it is not measured. */
function figures(row: Row, candidate: string, name: keyof CandidateResult): readonly number[] {
  return row.processes.flatMap((result) => result[candidate]?.[name] ?? [])
}

/** What is demanded of a row, and the figures that it is about. */
function barsOf(row: Row) {
  return Object.entries(row.scenario.bars).map(([kind, most]) => {
    const measured =
      kind === 'time' || kind === 'bytes'
        ? figures(row, SUBJECT, kind)
        : figures(row, kind === 'peer' ? PEER : BY_HAND, 'ratio')
    const limit = kind === 'peer' ? `≤ \`${PEER}\`` : `≤ ${quantity(kind, most)}`
    return { kind, most, measured, limit, isMet: median(measured) <= most }
  })
}

function quantity(kind: string, value: number): string {
  if (kind === 'bytes') return `${value.toFixed(0)} bytes`
  return kind === 'time' ? inUnit(value) : value.toFixed(2)
}

/** Nanoseconds in the unit that reads best: whole, or with three digits. */
function inUnit(time: number): string {
  if (time < 5e3) return `${time.toFixed(0)} ns`
  const [value, unit] = time < 1e6 ? [time / 1e3, 'µs'] : [time / 1e6, 'ms']
  return `${Number(value.toPrecision(3))} ${unit}`
}
