import { isTabOrSpace } from './code-point.js'

/**
 * Removes the white space around a value, which has no meaning in HTTP.
 * https://fetch.spec.whatwg.org/#concept-header-value-normalize
 */
export function normalizeHeaderValue(value: string): string {
  let start = 0
  let end = value.length
  while (start < end && isHttpWhitespace(value.charCodeAt(start))) start++
  while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end--
  return value.slice(start, end)
}

/**
 * Whether a string is a normalized header value, with one code unit for each byte.
 * https://fetch.spec.whatwg.org/#header-value
 */
export function isHeaderValue(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    if (code === 0x00 || code === 0x0a || code === 0x0d || code > 0xff) return false
  }
  return true
}

/** https://fetch.spec.whatwg.org/#http-whitespace */
function isHttpWhitespace(code: number): boolean {
  return code === 0x0a || code === 0x0d || isTabOrSpace(code)
}
