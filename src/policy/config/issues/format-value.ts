import { escapeToAscii, quote } from '../../../fetch/quote.js'

/** Values as they are typed, uncut: several make a list, unless they are already in one. */
export function toLiteral(values: readonly unknown[], inList: boolean): string {
  const typed = values
    .map((value) => (typeof value === 'string' ? `"${escapeToAscii(value)}"` : formatValue(value)))
    .join(', ')
  return inList || values.length === 1 ? typed : `[${typed}]`
}

/** How deep lists are shown: a list may contain itself. */
const MAX_DEPTH = 3

/** Any value of an option, on one line. */
export function formatValue(value: unknown, depth = 0): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'function') return '[function]'
  return typeof value === 'object' && value !== null ? formatObject(value, depth) : String(value)
}

function formatObject(value: object, depth: number): string {
  try {
    if (Array.isArray(value)) return depth < MAX_DEPTH ? `[${formatList(value, depth + 1)}]` : '[…]'
    return value instanceof RegExp ? String(value) : '[object]'
  } catch {
    // A revoked proxy, or an object that inherits from a regular expression without being one.
    return '[object]'
  }
}

/** The first few of some values, and how many more there are. */
export function formatList(values: readonly unknown[], depth = 0): string {
  const few = values
    .slice(0, 5)
    .map((value) => formatValue(value, depth))
    .join(', ')
  return values.length > 5 ? `${few} and ${values.length - 5} more` : few
}
