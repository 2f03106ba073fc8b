import { isTabOrSpace } from '../../../fetch/code-point.js'
import { isTokenCodePoint } from '../../../fetch/token.js'
import { rememberLast } from './remember-last.js'

/** Bytes of `Access-Control-Request-Headers` that are read. */
export const MAX_REQUEST_HEADERS_LENGTH = 4096
/** Header names in `Access-Control-Request-Headers` that are read. */
export const MAX_REQUEST_HEADER_NAMES = 128

const COMMA = 0x2c

/**
 * Reads the value of `Access-Control-Request-Headers` once, from left to right. Optional white
 * space and empty elements are tolerated, RFC 9110 §5.6.1.2. The limits keep a stranger's list from
 * costing more than an ordinary one.
 *
 * @param onName called with each name in lower case
 * @returns the number of names, or -1 if the list is malformed or over the limits
 */
export function scanRequestHeaders(value: string, onName?: (name: string) => void): number {
  const { length } = value
  if (length > MAX_REQUEST_HEADERS_LENGTH) return -1
  let names = 0
  let position = 0
  while (position < length) {
    while (position < length && isSeparator(value.charCodeAt(position))) position++
    const start = position
    while (position < length && isTokenCodePoint(value.charCodeAt(position))) position++
    const end = position
    while (position < length && isTabOrSpace(value.charCodeAt(position))) position++
    if (position < length && value.charCodeAt(position) !== COMMA) return -1
    if (end === start) continue
    if (++names > MAX_REQUEST_HEADER_NAMES) return -1
    onName?.(value.slice(start, end).toLowerCase())
  }
  return names
}

// A front end asks for the same names again and again, and reading them takes half of a decision.
const countLast = rememberLast((value) => scanRequestHeaders(value))

/** How many names the value lists; -1 if it is malformed or over the limits. */
export function countRequestHeaders(value: string): number {
  // The length comes first: nothing long is kept, or compared.
  return value.length > MAX_REQUEST_HEADERS_LENGTH ? -1 : countLast(value)
}

function isSeparator(code: number): boolean {
  return code === COMMA || isTabOrSpace(code)
}
