/** Headers that only responses have. RFC 9110 §10.2, and the CORS protocol. */
const RESPONSE_ONLY =
  /^(?:access-control-(?:allow|expose)-.*|access-control-max-age|accept-ranges|age|etag|location|proxy-authenticate|retry-after|server|strict-transport-security|vary|www-authenticate|x-content-type-options|x-frame-options|x-powered-by)$/i

/** Headers that only requests have. RFC 9110 §10.1, §12.5 and §13.1, and the CORS protocol. */
const REQUEST_ONLY =
  /^(?:accept(?:-charset|-language)?|access-control-request-.*|cookie|expect|host|if-(?:match|none-match|modified-since|unmodified-since|range)|max-forwards|origin|proxy-authorization|range|referer|user-agent|x-requested-with)$/i

/** Whether a header belongs to the other direction. */
export function isMisplacedHeader(name: string, isOnRequests: boolean): boolean {
  return (isOnRequests ? RESPONSE_ONLY : REQUEST_ONLY).test(name)
}
