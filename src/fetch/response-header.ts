const CORS_SAFELISTED_RESPONSE_HEADER_NAMES: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
])

/** https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeaderName(name: string): boolean {
  const lowercase = name.toLowerCase()
  return lowercase === 'set-cookie' || lowercase === 'set-cookie2'
}

/**
 * Whether script may read this response header, given the names that the response exposes.
 * https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 * @param exposed the CORS-exposed header-name list; empty by default
 */
export function isCorsSafelistedResponseHeaderName(
  name: string,
  exposed: readonly string[] = [],
): boolean {
  const lowercase = name.toLowerCase()
  return (
    CORS_SAFELISTED_RESPONSE_HEADER_NAMES.has(lowercase) ||
    (!isForbiddenResponseHeaderName(lowercase) &&
      exposed.some((item) => item.toLowerCase() === lowercase))
  )
}
