/** What a form of the page sends. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field as text, trimmed; empty if the field is missing. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The lines of a field that are not empty, trimmed. */
export function linesOf(fields: Fields, name: string): string[] {
  return textOf(fields, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** @throws {TypeError} that names the field, for people */
export function urlOf(fields: Fields, name: string, label: string): string {
  const url = textOf(fields, name)
  if (url === '') throw new TypeError(`${label} is empty. Fill it in.`)
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw new TypeError(`${label} must begin with http:// or https://.${suggestFor(url)}`)
}

const LOOPBACK = /^(?:localhost|127\.|\[::1\])/

/** A host as typed, with the scheme that it probably has. */
function suggestFor(typed: string): string {
  const guess = `${LOOPBACK.test(typed) ? 'http' : 'https'}://${typed}`
  return typed.includes('://') || !URL.canParse(guess) ? '' : ` Did you mean ${guess}?`
}
