import { isQuote } from './fold.js'

/** How far a value may reach; a URL that is longer is left out. */
export const LONGEST_VALUE = 8192

const CLOSING = new Map([
  ["'", "'’"],
  ['"', '"”'],
  ['`', "`'´"],
  ['´', '´'],
  ['‘', '’'],
  ['’', '’'],
  ['‚', '‘’'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
])

/** Inside a value, what follows an apostrophe; a closing quote has something else behind it. */
const INSIDE = /[a-z0-9/*:%_=&?-]/i

/**
 * The value that starts at `start`: in quotes, or up to white space. Values contain quotes of their
 * own (`'https://h/it's'`), so a closing quote counts only where a value can end.
 */
export function readValue(text: string, start: number): { value: string; end: number } {
  const limit = Math.min(text.length, start + LONGEST_VALUE)
  const quote = text.charAt(start)
  const closing = CLOSING.get(quote)
  if (closing !== undefined) {
    for (let index = start + 1; index < limit; index += 1) {
      if (!closing.includes(text.charAt(index))) continue
      const next = text.charAt(index + 1)
      if (next === quote || closing.includes(next || ' ') || INSIDE.test(next)) continue
      return { value: text.slice(start + 1, index).trim(), end: index + 1 }
    }
  }
  let end = start
  while (end < limit && text.charAt(end).trim() !== '') end += 1
  return { value: text.slice(start, end), end }
}

/** The rest of the line, without the `(file, line 0)` that Safari adds. */
export function readLine(text: string, start: number): { value: string; end: number } {
  const limit = Math.min(text.length, start + LONGEST_VALUE)
  let end = start
  while (end < limit && text.charAt(end) !== '\n') end += 1
  const line = text.slice(start, end).trim()
  const place = line.endsWith(')') ? line.lastIndexOf(' (') : -1
  return { value: place > 0 && line.includes(', line ', place) ? line.slice(0, place) : line, end }
}

/** The value between two phrases, without the quotes around it. French puts spaces inside them. */
export function unquote(raw: string): string {
  const value = joinLines(raw)
  const closing = CLOSING.get(value.charAt(0))
  return value.length > 1 && closing?.includes(value.charAt(value.length - 1))
    ? value.slice(1, -1).trim()
    : value
}

/** Without every quote and bracket around it, for names and URLs. */
export function bare(raw: string): string {
  let start = 0
  let end = raw.length
  while (start < end && isWrapping(raw.charAt(start))) start += 1
  while (end > start && isWrapping(raw.charAt(end - 1))) end -= 1
  return raw.slice(start, end)
}

function isWrapping(character: string): boolean {
  return isQuote(character) || character === '<' || character === '>' || character.trim() === ''
}

/** Undoes a line break in the middle of a value, with a comment mark on the new line. */
export function joinLines(raw: string): string {
  return raw
    .split('\n')
    .map((line, index) =>
      index === 0 ? line : line.trim().replace(/^(?:\/\/|[*#>|](?:\s|$))\s{0,99}/, ''),
    )
    .join('')
    .trim()
}
