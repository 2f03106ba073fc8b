import { figure, isMet, measured, type Row } from './results.js'
import { type Bar, BY_HAND, type Group, PEER, SUBJECT } from './scenario.js'

const HEADINGS: Readonly<Record<Group, string>> = {
  requests: 'Requests',
  preflights: 'Preflights',
  servers: 'Whole servers, CPU time per request',
  building: 'Building a policy; bytes per origin',
  command: 'The command, compared with an empty Node (by hand): what it takes longer',
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

/** A text with something else between its two markers. */
export function between(markers: string, text: string, content: string): string {
  const [start, end] = [`<!-- ${markers}:start -->`, `<!-- ${markers}:end -->`]
  const [before, after] = [text.indexOf(start), text.indexOf(end)]
  if (before === -1 || after < before) throw new Error(`there is no ${start} … ${end}`)
  return `${text.slice(0, before + start.length)}\n\n${content}\n\n${text.slice(after)}`
}

/** The tables of a Markdown text in columns, for a terminal. */
export function plain(markdown: string): string {
  return markdown
    .split('\n\n')
    .map((block) => {
      const lines = block.split('\n').map((line) => line.slice(2, -2).split(' | '))
      const widths = (lines[0] ?? []).map((_, column) =>
        Math.max(...lines.map((line) => line[column]?.length ?? 0)),
      )
      return lines
        .filter((_, i) => i !== 1)
        .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
        .join('\n')
    })
    .join('\n\n')
}

/** What the bar is about, and the bar, as `1.05 ≤ 1.15`. */
export function finding(row: Row, bar: Bar): string {
  return `${quantity(row, bar, measured(row, bar).median)} ${limit(row, bar)}`
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
  const ratio = figure(row, BY_HAND, 'ratio')
  const bytes = [BY_HAND, SUBJECT].flatMap((name) => figure(row, name, 'bytes')?.median ?? [])
  return [
    title,
    ...times(row),
    ratio === null
      ? ''
      : `${ratio.median.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})`,
    bars.map((bar) => `${limit(row, bar)} ${isMet(row, bar) ? '✓' : '✗'}`).join(', '),
    bytes.map((value) => value.toFixed(0)).join(' : '),
  ]
}

function times(row: Row): string[] {
  return [BY_HAND, SUBJECT, PEER].map((name) => {
    const time = figure(row, name, 'time')
    return time === null ? '' : inUnit(row, time.median)
  })
}

function limit(row: Row, bar: Bar): string {
  const peer = bar.kind === 'ratio' && bar.to === PEER
  return peer && bar.most === 1 ? `≤ \`${PEER}\`` : `≤ ${quantity(row, bar, bar.most)}`
}

function quantity(row: Row, { kind }: Bar, value: number): string {
  if (kind === 'ratio') return value.toFixed(2)
  return kind === 'bytes' ? `${value.toFixed(0)} bytes` : inUnit(row, value)
}

const UNITS = ['ns', 'µs', 'ms']

/** In the unit that reads best; nanoseconds whole, others with three digits. */
function inUnit({ scenario }: Row, value: number): string {
  const from = UNITS.indexOf(scenario.unit)
  const steps = value >= 1e6 ? 2 : value >= 5e3 ? 1 : 0
  const unit = UNITS[Math.min(from + steps, UNITS.length - 1)] ?? scenario.unit
  const shown = value / 1000 ** (UNITS.indexOf(unit) - from)
  return unit === 'ns' ? `${shown.toFixed(0)} ns` : `${threeDigits(shown)} ${unit}`
}

function threeDigits(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
}
