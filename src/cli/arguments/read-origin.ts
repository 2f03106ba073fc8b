import { isSerializedOrigin } from '../../fetch/origin.js'
import { quote } from '../../fetch/quote.js'
import { isBareLoopback } from './read-url.js'
import { UsageError } from './usage-error.js'

/**
 * The origin of a page, exactly as a browser sends it.
 * @throws {UsageError} if it is not one
 */
export function readOrigin(typed: string): string {
  if (typed === 'null' || isSerializedOrigin(typed)) return typed
  const instead = originIn(typed)
  throw new UsageError(
    `${quote(typed)} is not an origin, which is a scheme, a host and, unless it is the default, a port`,
    `--origin ${instead ?? 'http://localhost:5173'}`,
  )
}

/** The origin that was meant; `null` for a page opened from a file. */
function originIn(typed: string): string | null {
  if (typed.startsWith('file:')) return 'null'
  const urls = isBareLoopback(typed) ? [`http://${typed}`] : [typed, `https://${typed}`]
  const origins = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin)
  return origins.find(isSerializedOrigin) ?? null
}
