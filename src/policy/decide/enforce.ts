import { DEFAULT_PORTS, parseSerializedOrigin, serializeOrigin } from '../../fetch/origin.js'
import type { CorsRequest } from '../decision.js'
import { MAX_ORIGIN_LENGTH } from '../origins/origin-rule.js'
import { joinLines } from './parsed-request.js'

/**
 * Whether the option `enforce` rejects a request. The steps are those of `CrossOriginProtection.Check`
 * in the `net/http` of Go 1.25, with the policy in place of Go's trusted origins.
 * https://pkg.go.dev/net/http@go1.25.0#CrossOriginProtection
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
  // 1. Preflights and safe methods pass, RFC 9110 §9.2.1. Go does not know `QUERY`.
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'QUERY') {
    return false
  }
  // 2. An allowed Origin passes. Go asks about it last, which gives the same result.
  if (origin !== undefined && originAllowed) return false
  // 3. What the browser calls same-origin, or started by the user, passes whatever Origin says: it
  // is `null` under `Referrer-Policy: no-referrer`.
  const site = joinLines(headers['sec-fetch-site'])
  if (site === 'same-origin' || site === 'none') return false
  // 4. What the browser calls cross-site or same-site is rejected: its Origin is not allowed.
  if (site) return true
  // 5. Without Sec-Fetch-Site, a request passes if it has no Origin or the server's own: it comes from
  // a client that is not a current browser, or over plain http.
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
