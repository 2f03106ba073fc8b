const LIMIT = 100

/** A value from outside in double quotes, control characters escaped, cut at 100 characters. */
export function quote(value: string): string {
  const text = `"${escapeControls(value.slice(0, LIMIT))}"`
  return value.length > LIMIT ? `${text}…` : text
}

/** Control characters written as `\x1b`, for what comes from outside ends on terminals. */
export function escapeControls(value: string): string {
  return value.replace(/\p{Cc}/gu, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
}

/** `a`, `a and b`, `a, b and c`; or with `or`. */
export function enumerate(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.slice(-1)
  const others = items.slice(0, -1)
  return others.length === 0 ? last.join() : `${others.join(', ')} ${conjunction} ${last.join()}`
}
