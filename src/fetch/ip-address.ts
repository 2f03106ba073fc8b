import { everyCodePoint, isDigit, isLowerHexDigit } from './code-point.js'

/**
 * Four decimal octets without leading zeros, as the URL serializer writes them.
 * https://url.spec.whatwg.org/#concept-ipv4-serializer
 */
export function isSerializedIpv4(value: string): boolean {
  const octets = value.split('.')
  return octets.length === 4 && octets.every(isOctet)
}

/**
 * Eight pieces in lower-case hexadecimal without leading zeros, the longest run of two or more
 * zero pieces (the first of equals) written `::`. Without the brackets.
 * https://url.spec.whatwg.org/#concept-ipv6-serializer
 */
export function isSerializedIpv6(value: string): boolean {
  const pieces = expandPieces(value)
  return pieces !== null && serializeIpv6(pieces) === value
}

function isOctet(value: string): boolean {
  return isCanonicalNumber(value, 3, isDigit) && Number(value) <= 255
}

function isPiece(value: string): boolean {
  return isCanonicalNumber(value, 4, isLowerHexDigit)
}

/** One to `length` digits, the first of them not zero unless it is the only one. */
function isCanonicalNumber(
  value: string,
  length: number,
  isNumeral: (code: number) => boolean,
): boolean {
  if (value === '' || value.length > length) return false
  return (value === '0' || !value.startsWith('0')) && everyCodePoint(value, isNumeral)
}

/** The eight pieces of an IPv6 address in hexadecimal; `null` if the string is not one. */
function expandPieces(value: string): string[] | null {
  // The longest address has eight pieces of four digits and seven colons.
  if (value.length > 39) return null
  const sides = value.split('::')
  if (sides.length > 2) return null
  const [head = [], tail = []] = sides.map((side) => (side === '' ? [] : side.split(':')))
  const omitted = 8 - head.length - tail.length
  if (sides.length === 1 ? omitted !== 0 : omitted < 1) return null
  const pieces = [...head, ...new Array<string>(omitted).fill('0'), ...tail]
  return pieces.every(isPiece) ? pieces : null
}

function serializeIpv6(pieces: readonly string[]): string {
  const run = longestZeroRun(pieces)
  if (run.length < 2) return pieces.join(':')
  const head = pieces.slice(0, run.start).join(':')
  const tail = pieces.slice(run.start + run.length).join(':')
  return `${head}::${tail}`
}

function longestZeroRun(pieces: readonly string[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 }
  let start = 0
  pieces.forEach((piece, index) => {
    if (piece !== '0') start = index + 1
    else if (index + 1 - start > longest.length) longest = { start, length: index + 1 - start }
  })
  return longest
}
