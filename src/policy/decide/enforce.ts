import { DEFAULT_PORTS, parseSerializedOrigin, serializeOrigin } from '../../fetch/origin.js'
import type { CorsRequest } from '../decision.js'
import { MAX_ORIGIN_LENGTH } from '../origins/origin-rule.js'
import { joinLines } from './parsed-request.js'

/**
 * Whether the option `enforce` rejects a request. The algorithm is that of `CrossOriginProtection` in
 * Go's `net/http`, on top of the policy. https://pkg.go.dev/net/http#CrossOriginProtection
 *
 * @param method as received; if omitted, the request is taken for one that could change something
 * @param headers by name in lower case
 * @param originAllowed whether the policy allows `origin`
 */
export function isRejected(
  method: string | undefined,
  headers: CorsRequest['headers'],
  origin: string | undefined,
  originAllowed: boolean,
): boolean {
  // 1. Preflights and methods that are safe pass, RFC 9110 §9.2.1.
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'QUERY') {
    return false
  }
  // First of the steps below: an allowed Origin passes, whatever else the request says.
  if (origin !== undefined && originAllowed) return false
  // 2. What the browser calls same-origin, or started by the user, passes whatever Origin says: it
  // is `null` under `Referrer-Policy: no-referrer`.
  const site = joinLines(headers['sec-fetch-site'])
  if (site === 'same-origin' || site === 'none') return false
  // 3. What the browser calls cross-site or same-site is rejected: its Origin is not allowed.
  if (site) return true
  // 4. Without Sec-Fetch-Site, the client is not a current browser, or the server is reached by plain
  // http.
  const authority = joinLines(headers[':authority']) ?? joinLines(headers.host)
  return origin !== undefined && !isOwnOrigin(origin, authority)
}

/** Whether host and port of an origin are those that the request was sent to. */
function isOwnOrigin(origin: string, authority: string | undefined): boolean {
  if (authority === undefined || origin.length > MAX_ORIGIN_LENGTH) return false
  const parsed = parseSerializedOrigin(origin)
  if (parsed === null) return false
  const [, own = ''] = serializeOrigin(parsed).split('://')
  const received = authority.toLowerCase()
  return received === own || received === `${own}:${DEFAULT_PORTS.get(parsed.scheme)}`
}
