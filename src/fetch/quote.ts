const LIMIT = 100

/**
 * A string in double quotes, cut at 100 characters, with everything outside printable ASCII
 * escaped, so that nothing received can forge a log line or hide in one.
 */
export function quote(value: string): string {
  return value.length > LIMIT
    ? `"${escapeToAscii(value.slice(0, LIMIT))}…"`
    : `"${escapeToAscii(value)}"`
}

/** Escapes everything outside printable ASCII, and what would end or change a string in double quotes. */
export function escapeToAscii(value: string): string {
  let escaped = ''
  for (let i = 0; i < value.length; i++) escaped += escapeCodeUnit(value.charCodeAt(i))
  return escaped
}

/** Control characters written as `\u001b`, since text from outside ends up on terminals. */
export function escapeControls(value: string): string {
  return value.replace(/\p{Cc}/gu, (character) => escapeCodeUnit(character.charCodeAt(0)))
}

/** `a`, `a and b`, `a, b and c`; or with `or`. */
export function enumerate(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.slice(-1)
  const others = items.slice(0, -1)
  return others.length === 0 ? last.join() : `${others.join(', ')} ${conjunction} ${last.join()}`
}

function escapeCodeUnit(code: number): string {
  if (code === 0x22 || code === 0x5c) return `\\${String.fromCharCode(code)}`
  if (code >= 0x20 && code <= 0x7e) return String.fromCharCode(code)
  return `\\u${code.toString(16).padStart(4, '0')}`
}
