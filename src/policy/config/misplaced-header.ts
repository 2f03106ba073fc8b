import type { HeaderPlace } from './issues/issue-details.js'

/** Headers that only responses have. RFC 9110 §10.2, and the CORS protocol. */
const RESPONSE_ONLY =
  /^(?:access-control-(?:allow|expose)-.*|access-control-max-age|accept-ranges|age|etag|location|proxy-authenticate|retry-after|server|strict-transport-security|vary|www-authenticate|x-content-type-options|x-frame-options|x-powered-by)$/i

/** Headers that only requests have. RFC 9110 §10.1, §12.5 and §13.1, and the CORS protocol. */
const REQUEST_ONLY =
  /^(?:accept(?:-charset|-language)?|access-control-request-.*|cookie|expect|host|if-(?:match|none-match|modified-since|unmodified-since|range)|max-forwards|origin|proxy-authorization|range|referer|user-agent|x-requested-with)$/i

/** Headers that only responses to preflights have, which no page reads. */
const PREFLIGHT_ONLY = /^access-control-(?:allow-(?:headers|methods)|max-age)$/i

/** What has a header that pages cannot send; `null` if nothing is known to be wrong with it. */
export function placeOfAllowed(name: string): HeaderPlace | null {
  return RESPONSE_ONLY.test(name) ? 'response' : null
}

/** What has a header that pages cannot read; `null` if nothing is known to be wrong with it. */
export function placeOfExposed(name: string): HeaderPlace | null {
  if (PREFLIGHT_ONLY.test(name)) return 'preflight-response'
  return REQUEST_ONLY.test(name) ? 'request' : null
}
