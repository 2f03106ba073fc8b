import { parseSerializedOrigin } from '../../fetch/origin.js'

/**
 * One static rule for origins: `'https://app.example.com'`, a pattern such as
 * `'https://*.example.com'` or `'http://localhost:*'`, the opaque origin `'null'`, or a regular
 * expression.
 */
export type OriginRule = string | RegExp

/** Longest `Origin` that is read, in bytes; a DNS name has at most 253. */
export const MAX_ORIGIN_LENGTH = 300

/** A parsed string rule: an origin or a pattern. `null` as `port` means the scheme's default port. */
export interface OriginPattern {
  readonly scheme: string
  /** Without the `*.` of a subdomain pattern. */
  readonly host: string
  readonly port: number | '*' | null
  /** Whether `*.` precedes the host. */
  readonly subdomains: boolean
}

const ANY_PORT = ':*'
const ANY_SUBDOMAIN = '://*.'

/**
 * Parses an origin or a pattern; `null` if the string is neither. `*.` stands for one or more
 * labels before a domain, `:*` for any port or none, and `*` is not possible elsewhere.
 */
export function parseOriginRule(rule: string): OriginPattern | null {
  if (rule.length > MAX_ORIGIN_LENGTH) return null
  const anyPort = rule.endsWith(ANY_PORT)
  const subdomains = rule.includes(ANY_SUBDOMAIN)
  const withoutPort = anyPort ? rule.slice(0, -ANY_PORT.length) : rule
  const origin = parseSerializedOrigin(withoutPort.replace(ANY_SUBDOMAIN, '://'))
  if (origin === null) return null
  if (anyPort && origin.port !== null) return null
  if (subdomains && isIpAddress(origin.host)) return null
  return {
    scheme: origin.scheme,
    host: origin.host,
    port: anyPort ? '*' : origin.port,
    subdomains,
  }
}

/** A host of a serialized origin whose last label is a number is an IPv4 address. */
function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /\.\d+$/.test(host)
}
