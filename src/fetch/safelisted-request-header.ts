import type { HeaderList } from './header-list.js'
import { mimeTypeEssence } from './mime-type.js'

const SAFELISTED_ESSENCES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
])

const NO_CORS_SAFELISTED_NAMES: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
])

/** How many bytes one value, and all safelisted values together, may have without a preflight. */
const VALUE_LIMIT = 128
const TOTAL_VALUE_LIMIT = 1024

/**
 * Values are byte sequences here: one code unit, one byte ("isomorphic encoding"). Step numbers:
 * Fetch standard, as of 2 July 2026.
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function isCorsSafelistedRequestHeader(name: string, value: string): boolean {
  // 1. Too long: false.
  if (value.length > VALUE_LIMIT) return false
  // 2. By name, check the value.
  switch (name.toLowerCase()) {
    case 'accept':
      return !containsCorsUnsafeRequestHeaderByte(value)
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value)
    case 'content-type': {
      if (containsCorsUnsafeRequestHeaderByte(value)) return false
      const essence = mimeTypeEssence(value)
      return essence !== null && SAFELISTED_ESSENCES.has(essence)
    }
    case 'range':
      return isSafelistedRange(value)
    default:
      return false
  }
}

/**
 * The names for which a preflight must ask, in lower case, sorted, each once.
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function corsUnsafeRequestHeaderNames(headers: HeaderList): string[] {
  // 1 to 3. Start with nothing.
  const unsafeNames: string[] = []
  const potentiallyUnsafeNames: string[] = []
  let safelistValueSize = 0
  // 4. Tell unsafe headers from potentially unsafe ones.
  for (const [name, value] of headers) {
    if (!isCorsSafelistedRequestHeader(name, value)) unsafeNames.push(name)
    else {
      potentiallyUnsafeNames.push(name)
      safelistValueSize += value.length
    }
  }
  // 5. Too many safelisted bytes: all names are unsafe.
  if (safelistValueSize > TOTAL_VALUE_LIMIT) unsafeNames.push(...potentiallyUnsafeNames)
  // 6. Sort, in lower case and each once. Names are tokens, thus ASCII, so sort() compares them as
  // the standard's "byte less than" does.
  return [...new Set(unsafeNames.map((name) => name.toLowerCase()))].sort()
}

/**
 * Whether a page may set this header with mode `no-cors`.
 * https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
 */
export function isNoCorsSafelistedRequestHeader(name: string, value: string): boolean {
  return (
    NO_CORS_SAFELISTED_NAMES.has(name.toLowerCase()) && isCorsSafelistedRequestHeader(name, value)
  )
}

const UNSAFE_PUNCTUATION = '"():<>?@[\\]{}\x7f'

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
function containsCorsUnsafeRequestHeaderByte(value: string): boolean {
  for (const character of value) {
    if (character < ' ' && character !== '\t') return true
    if (UNSAFE_PUNCTUATION.includes(character)) return true
  }
  return false
}

/**
 * "Parse a single range header value" without white space, and with a start: `bytes=0-`,
 * `bytes=0-499`, not `bytes=-500`. https://fetch.spec.whatwg.org/#simple-range-header-value
 */
function isSafelistedRange(value: string): boolean {
  if (!/^bytes=\d+-\d*$/.test(value)) return false
  const dash = value.indexOf('-')
  const end = value.slice(dash + 1)
  // Up to 128 bytes of digits: more than a number holds exactly.
  return end === '' || BigInt(value.slice('bytes='.length, dash)) <= BigInt(end)
}
