import { isSerializedOrigin } from '../../fetch/origin.js'
import { quote } from '../../fetch/quote.js'
import { isBareLoopback } from './read-url.js'
import { UsageError } from './usage-error.js'

/**
 * An origin, a pattern such as `https://*.example.com` or `http://localhost:*`, `null` or `*`.
 * @throws {UsageError} if it is something else
 */
export function readTrusted(typed: string): string {
  if (isTrusted(typed)) return typed
  const meant = typed.split(/[\s,]+/).map(originIn)
  throw new UsageError(
    `--trust must be an origin or a pattern such as https://*.example.com, not ${quote(typed)}`,
    meant.every(isTrusted)
      ? meant.map((origin) => `--trust ${origin.includes('*') ? `'${origin}'` : origin}`).join(' ')
      : '--trust https://app.example.com',
  )
}

function isTrusted(entry: string): boolean {
  const sample = entry.replace('://*.', '://a.').replace(/:\*$/, ':1')
  return entry === '*' || entry === 'null' || isSerializedOrigin(sample)
}

/** With a scheme, and without a path; as it is if that does not make it a URL. */
function originIn(entry: string): string {
  const scheme = isBareLoopback(entry) ? 'http://' : 'https://'
  const url = entry.includes('://') ? entry : `${scheme}${entry}`
  return URL.canParse(url) ? new URL(url).origin : entry
}
