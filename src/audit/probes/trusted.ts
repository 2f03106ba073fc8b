import { type Origin, parseSerializedOrigin } from '../../fetch/origin.js'
import { quote } from '../../fetch/quote.js'

/** Who may get in. */
export interface Trusted {
  covers(origin: string): boolean
  /** One origin of each entry. */
  readonly origins: readonly string[]
}

/** The subdomain that is asked about if an entry is a pattern for all of them. */
const SUBDOMAIN = 'app'
/** The port that is asked about if an entry is a pattern for all of them. */
const PORT = '3000'

/**
 * @param own the origin of the target, which CORS does not keep out
 * @throws {TypeError} if an entry is neither an origin nor a pattern
 */
export function readTrusted(entries: readonly string[], own: string): Trusted {
  if (!Array.isArray(entries)) {
    throw new TypeError("trusted must be an array, as in trusted: ['https://app.example.com']")
  }
  const everybody = entries.includes('*')
  const exact = new Set([...entries, own])
  const patterns = entries.filter((entry) => entry !== '*' && entry !== 'null').map(readPattern)
  return {
    covers(origin) {
      if (everybody || exact.has(origin)) return true
      const parsed = parseSerializedOrigin(origin)
      return parsed !== null && patterns.some((pattern) => matches(pattern, parsed))
    },
    origins: [...new Set(entries.filter((entry) => entry !== '*').map(sampleOf))],
  }
}

interface Pattern {
  readonly scheme: string
  /**
   * What follows the labels that the pattern leaves open, with its dot; `null` if it leaves none open.
   */
  readonly suffix: string | null
  readonly host: string
  readonly anyPort: boolean
  readonly port: number | null
}

function readPattern(entry: string): Pattern {
  const sample = typeof entry === 'string' ? parseSerializedOrigin(sampleOf(entry)) : null
  if (sample === null) {
    throw new TypeError(
      `trusted has ${quote(String(entry))}, but an entry must be an origin such as "https://app.example.com", a pattern such as "https://*.example.com" or "http://localhost:*", "null", or "*" for everybody`,
    )
  }
  const { scheme, host, port } = sample
  return {
    scheme,
    suffix: entry.includes('://*.') ? host.slice(SUBDOMAIN.length) : null,
    host,
    anyPort: entry.endsWith(':*'),
    port,
  }
}

function sampleOf(entry: string): string {
  return entry.replace('://*.', `://${SUBDOMAIN}.`).replace(/:\*$/, `:${PORT}`)
}

function matches(pattern: Pattern, { scheme, host, port }: Origin): boolean {
  return (
    scheme === pattern.scheme &&
    (pattern.anyPort || port === pattern.port) &&
    (pattern.suffix === null
      ? host === pattern.host
      : host.endsWith(pattern.suffix) && host !== pattern.suffix)
  )
}
