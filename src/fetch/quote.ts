const LIMIT = 100

/**
 * A string in double quotes, cut at 100 characters, with everything outside printable ASCII
 * escaped, so that nothing received can forge a log line or hide in one.
 */
export function quote(value: string): string {
  return value.length > LIMIT
    ? `"${escapeString(value.slice(0, LIMIT))}…"`
    : `"${escapeString(value)}"`
}

/** Values as they are typed, whole: several are a list of their own unless they stand in one. */
export function literals(values: readonly unknown[], inList: boolean): string {
  const typed = values
    .map((value) => (typeof value === 'string' ? `"${escapeString(value)}"` : show(value)))
    .join(', ')
  return inList || values.length === 1 ? typed : `[${typed}]`
}

/** Any value of an option, on one line. */
export function show(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${showItems(value)}]`
  if (typeof value === 'function') return '[function]'
  if (value instanceof RegExp) return String(value)
  return typeof value === 'object' && value !== null ? '[object]' : String(value)
}

/** The first few of some values, and how many more there are. */
export function showItems(values: readonly unknown[]): string {
  const few = values.slice(0, 5).map(show).join(', ')
  return values.length > 5 ? `${few} and ${values.length - 5} more` : few
}

function escapeString(value: string): string {
  let escaped = ''
  for (let i = 0; i < value.length; i++) escaped += escapeCodeUnit(value.charCodeAt(i))
  return escaped
}

function escapeCodeUnit(code: number): string {
  if (code === 0x22 || code === 0x5c) return `\\${String.fromCharCode(code)}`
  if (code >= 0x20 && code <= 0x7e) return String.fromCharCode(code)
  return `\\u${code.toString(16).padStart(4, '0')}`
}
