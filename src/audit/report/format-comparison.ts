import { escapeControls } from '../../fetch/quote.js'
import type { ComparedQuestion, Comparison, Difference } from './comparison.js'

const QUESTIONS: Readonly<Record<ComparedQuestion, string>> = {
  get: 'GET',
  preflight: 'preflight for PUT with Authorization',
  'missing-path': 'GET of a path that does not exist',
}

/** How many characters of a value are shown. */
const LIMIT = 100

/** The differences side by side, under the questions; lines joined by `\n`. */
export function formatComparison({ a, b, differences }: Omit<Comparison, 'toString'>): string {
  const count = differences.length
  if (count === 0) return `No differences between ${a} and ${b}`
  const rows = differences.map(({ subject, a, b }) => [subject, shown(a), shown(b)] as const)
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => String(row[column]).length)))
  const lines = rows.map(([subject, first, second], index) => {
    const [left = 0, middle = 0] = widths
    return [
      ...titleOf(differences, index),
      `  ${subject.padEnd(left)}  ${first.padEnd(middle)}  ${second}`,
    ]
  })
  const title = `${count} ${count === 1 ? 'difference' : 'differences'} between ${a} (left) and ${b} (right)`
  return [title, ...lines.flat()].join('\n')
}

function titleOf(differences: readonly Difference[], index: number): string[] {
  const title = differences
    .slice(index, index + 1)
    .map(questionOf)
    .join()
  const previous = differences.slice(0, index).slice(-1).map(questionOf).join()
  return title === previous ? [] : ['', title]
}

/** What was asked, in a few words. */
export function questionOf({
  question,
  origin,
  credentials,
}: Pick<Difference, 'question' | 'origin' | 'credentials'>): string {
  const page = origin === null ? 'without Origin' : `from ${origin}`
  return `${QUESTIONS[question]} ${page}${credentials ? ', with credentials' : ''}`
}

function shown(value: string | null): string {
  if (value === null) return '(none)'
  return escapeControls(value.length > LIMIT ? `${value.slice(0, LIMIT)}…` : value)
}
