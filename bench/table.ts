import { isMet, measured, type Results, type ScenarioResult } from './results.js'
import { type Bar, DUTIFUL, FROZEN, type Group } from './scenario.js'
import type { Spread } from './statistics.js'

const HEADINGS: Readonly<Record<Group, string>> = {
  requests: 'Requests',
  preflights: 'Preflights',
  choice: 'A function of the app decides',
  evaluate: 'The engine alone',
  browser: 'The browser model, without a network',
  build: 'Making a policy; bytes per origin',
  import: 'Loading the package, whole process',
  'end to end': 'Whole servers, CPU time per request',
  'other frameworks': 'What CORS adds to a framework, CPU time per request',
}

/** The figures as Markdown: one table per group, and what they were measured with. */
export function markdownTable(results: Results): string {
  const groups = [...new Set(results.scenarios.map(({ group }) => group))]
  const tables = groups.map((group) => {
    const rows = results.scenarios.filter((scenario) => scenario.group === group)
    return groupTable(group, rows)
  })
  return [...tables, provenance(results)].join('\n\n')
}

/** A text with the tables between the two markers; the same text if it has no markers. */
export function insertTable(text: string, results: Results): string {
  const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->']
  const before = text.indexOf(start)
  const after = text.indexOf(end)
  if (before === -1 || after < before) return text
  const table = markdownTable(results)
  return `${text.slice(0, before + start.length)}\n\n${table}\n\n${text.slice(after)}`
}

/** Plain text, for a terminal. */
export function plainTable(results: Results): string {
  const lines = markdownTable(results).split('\n')
  const widths: number[] = []
  const rows = lines.map((line) => (line.startsWith('|') ? cellsOf(line) : null))
  for (const row of rows) {
    row?.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length)
    })
  }
  return lines
    .map((line, i) => {
      const cells = rows[i]
      if (!cells) return line
      if (cells.every((cell) => /^-+:?$/.test(cell))) return ''
      return cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
    })
    .join('\n')
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

function groupTable(group: Group, scenarios: readonly ScenarioResult[]): string {
  const byHand = group === 'evaluate' ? FROZEN : DUTIFUL
  const header = ['', 'reference', 'strict-cors', 'measured', 'bar', byHand, '`cors`', 'bytes']
  const rows = scenarios.map(rowOf)
  const kept = header.map((_, column) => column < 5 || rows.some((row) => row[column] !== ''))
  const lines = [
    [HEADINGS[group], ...header.slice(1)],
    header.map((_, i) => (i === 0 ? '-' : '-:')),
    ...rows,
  ]
  return lines
    .map((line) => `| ${line.filter((_, column) => kept[column]).join(' | ')} |`)
    .join('\n')
}

function rowOf(scenario: ScenarioResult): string[] {
  const { title, unit, reference, subject, bars, candidates } = scenario
  const own = candidates[subject]
  const other = reference === subject ? undefined : candidates[reference]
  const peer = subject === 'cors' ? undefined : candidates.cors
  const against = ['limit', 'empty', 'without', subject].includes(reference)
    ? ''
    : `, against ${reference}`
  const bytes = [other, own].flatMap((figures) => figures?.bytes ?? [])
  return [
    `${title}${against}`,
    other ? time(other.time.median, unit) : '',
    own ? time(own.time.median, unit) : '',
    bars.length > 0 ? bars.map((bar) => finding(bar, scenario)).join(', ') : ratio(own?.ratio),
    bars.map((bar) => `≤ ${limitOf(bar, unit)} ${isMet(bar, scenario) ? '✓' : '✗'}`).join(', '),
    multiple((candidates[DUTIFUL] ?? candidates[FROZEN])?.ratio.median),
    multiple(peer?.ratio.median),
    bytes.map((value) => value.toFixed(0)).join(' : '),
  ]
}

function limitOf(bar: Bar, unit: string): string {
  return bar.kind === 'peer' ? bar.peer : quantity(bar, bar.most, unit)
}

function finding(bar: Bar, scenario: ScenarioResult): string {
  const own = scenario.candidates[scenario.subject]
  const value = measured(bar, scenario)
  if (own === undefined || value === null) return 'not measured'
  if (bar.kind === 'ratio') return ratio(own.ratio)
  if (bar.kind === 'peer') return ratio(own.over[bar.peer])
  const shown = quantity(bar, value, scenario.unit)
  // A time alone says little of another machine.
  return bar.kind === 'time' && scenario.reference !== scenario.subject
    ? `${shown}, ${ratio(own.ratio)}`
    : shown
}

function quantity({ kind }: Bar, value: number, unit: string): string {
  if (kind === 'ratio' || kind === 'peer') return value.toFixed(2)
  if (kind === 'bytes') return `${value.toFixed(0)} bytes`
  return kind === 'added' ? `+${time(value, unit)}` : time(value, unit)
}

function ratio(value: Spread | undefined): string {
  if (value === undefined) return ''
  const { median, low, high } = value
  return `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`
}

/** Of the reference's time. */
function multiple(value: number | undefined): string {
  if (value === undefined) return ''
  return value < 100 ? value.toFixed(2) : Math.round(value).toLocaleString('en-US')
}

function time(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(unit === 'ns' ? 0 : digits)} ${unit}`
}

function provenance({ machine, versions, date, processes }: Results): string {
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `Measured on ${date} on ${machine.processor}, ${machine.memory}, ${machine.system}, in ${processes} processes per row: medians, and in brackets the lowest and highest process. ${packages.join(', ')}.`
}
