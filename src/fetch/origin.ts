import { everyCodePoint, isDigit, isLowerAlpha, isLowerHexDigit } from './code-point.js'
import { isSerializedIpv4, isSerializedIpv6 } from './ip-address.js'

/**
 * A tuple origin. `port` is `null` for the scheme's default port.
 * https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-tuple
 */
export interface Origin {
  readonly scheme: string
  readonly host: string
  readonly port: number | null
}

/** https://url.spec.whatwg.org/#special-scheme, without `file`, whose origin is opaque. */
export const DEFAULT_PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ws', 80],
  ['wss', 443],
  ['ftp', 21],
])

/**
 * Whether a browser can send this for a tuple origin in `Origin`. Beyond the grammar, a serializer
 * never writes a default port, a leading zero, a port above 65535, or a number in place of an IPv4
 * address, so none of them is accepted. Browsers do load and send hosts that the grammar lacks, so
 * these are accepted: labels that begin or end with `-`, labels with `_`, and a dot at the end of
 * the host, which makes it another host. Empty labels are not accepted: no DNS name has them, and
 * they have fooled patterns.
 * https://fetch.spec.whatwg.org/#serialized-origin
 */
export function isSerializedOrigin(value: string): boolean {
  return parseSerializedOrigin(value) !== null
}

/** The tuple of a serialized origin; `null` if the string is not one. */
export function parseSerializedOrigin(value: string): Origin | null {
  const schemeEnd = value.indexOf('://')
  if (!isSerializedScheme(value, schemeEnd)) return null
  const scheme = value.slice(0, schemeEnd)

  const hostStart = schemeEnd + 3
  const bracket = value.charCodeAt(hostStart) === 0x5b
  const hostEnd = bracket ? value.indexOf(']', hostStart) + 1 : indexOfOrEnd(value, ':', hostStart)
  if (!isSerializedHost(value, DEFAULT_PORTS.has(scheme), hostStart, hostEnd)) return null
  const host = value.slice(hostStart, hostEnd)

  if (hostEnd === value.length) return { scheme, host, port: null }
  if (value.charCodeAt(hostEnd) !== 0x3a) return null
  const port = parseSerializedPort(value.slice(hostEnd + 1))
  return port === null || port === DEFAULT_PORTS.get(scheme) ? null : { scheme, host, port }
}

/** https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin */
export function serializeOrigin({ scheme, host, port }: Origin): string {
  return port === null ? `${scheme}://${host}` : `${scheme}://${host}:${port}`
}

/**
 * A lower-case letter, then lower-case letters, digits, `+`, `-` and `.`: the part of a string before
 * `end`.
 */
export function isSerializedScheme(value: string, end: number): boolean {
  for (let i = 0; i < end; i++) {
    const code = value.charCodeAt(i)
    if (isLowerAlpha(code)) continue
    const later = isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e
    if (i === 0 || !later) return false
  }
  return end > 0
}

/**
 * A domain, a canonical IPv4 address or a canonical IPv6 address in brackets: the part of a string
 * from `start` to before `end`. Reading a part that is cut out takes several times as long.
 * @param special whether the scheme is special: then a host that ends in a number is an IPv4
 *   address, https://url.spec.whatwg.org/#ends-in-a-number-checker
 */
export function isSerializedHost(
  value: string,
  special: boolean,
  start: number,
  end: number,
): boolean {
  if (value.charCodeAt(start) === 0x5b) {
    return value.charCodeAt(end - 1) === 0x5d && isSerializedIpv6(value.slice(start + 1, end - 1))
  }
  const domainEnd = value.charCodeAt(end - 1) === 0x2e ? end - 1 : end
  if (!isSerializedDomain(value, start, domainEnd)) return false
  const isNumber = special && endsInNumber(value, start, domainEnd)
  return !isNumber || isSerializedIpv4(value.slice(start, end))
}

/**
 * Decimal digits without leading zeros, at most 65535; `null` if the string is not such a number.
 */
export function parseSerializedPort(value: string): number | null {
  if (value.length > 5 || !everyCodePoint(value, isDigit)) return null
  const port = Number(value)
  return value === String(port) && port <= 65535 ? port : null
}

/**
 * Labels of letters, digits, `_` and `-`, joined by single dots: the part of a string from `start`
 * to before `end`.
 */
export function isSerializedDomain(value: string, start: number, end: number): boolean {
  // A label starts after a dot or the beginning.
  let previous = 0x2e
  for (let i = start; i < end; i++) {
    const code = value.charCodeAt(i)
    if (code === 0x2e) {
      if (previous === 0x2e) return false
    } else if (!isLowerAlpha(code) && !isDigit(code) && code !== 0x2d && code !== 0x5f) return false
    previous = code
  }
  return previous !== 0x2e
}

/** https://url.spec.whatwg.org/#ends-in-a-number-checker, for a domain without a dot at its end */
function endsInNumber(value: string, start: number, end: number): boolean {
  // Hexadecimal, or nothing after `0x`. Most domains end otherwise, and need no closer look.
  const last = value.charCodeAt(end - 1)
  if (!isLowerHexDigit(last) && last !== 0x78) return false
  const label = value.slice(Math.max(value.lastIndexOf('.', end - 1) + 1, start), end)
  return label.startsWith('0x')
    ? everyCodePoint(label.slice(2), isLowerHexDigit)
    : everyCodePoint(label, isDigit)
}

function indexOfOrEnd(value: string, search: string, from: number): number {
  const index = value.indexOf(search, from)
  return index === -1 ? value.length : index
}
