import type { FetchRequest } from './request.js'

/**
 * Whether the current URL has the page's own origin. No URL is same origin with an opaque origin.
 * https://html.spec.whatwg.org/multipage/browsers.html#same-origin
 */
export function isSameOrigin(request: FetchRequest): boolean {
  return request.currentUrl.origin === request.origin
}

/**
 * Step numbers: Fetch standard, as of 2 July 2026.
 * https://fetch.spec.whatwg.org/#serializing-a-request-origin
 */
export function serializeRequestOrigin(request: FetchRequest): string {
  // 2 and 3. Null if a redirect tainted it; otherwise the origin.
  return request.redirectTainted ? 'null' : request.origin
}

/**
 * The value of the request's `Origin`; `null` if the request has no such header.
 * https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function requestOriginHeader(request: FetchRequest): string | null {
  // 2. Serialize the request's origin.
  const serializedOrigin = serializeRequestOrigin(request)
  // 3. Response tainting "cors": that is the value.
  if (request.responseTainting === 'cors') return serializedOrigin
  // 4. Neither GET nor HEAD: append it too.
  if (request.method === 'GET' || request.method === 'HEAD') return null
  // 4.1. From https: to http: not in mode "cors": null. This is the default referrer policy,
  // "strict-origin-when-cross-origin".
  const downgrade =
    request.origin.startsWith('https://') && request.currentUrl.protocol !== 'https:'
  return request.mode !== 'cors' && downgrade ? 'null' : serializedOrigin
}
