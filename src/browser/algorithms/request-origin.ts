import type { FetchRequest } from './request.js'

/**
 * Whether the current URL has the page's own origin. No URL is same origin with an opaque origin.
 * https://html.spec.whatwg.org/multipage/browsers.html#same-origin
 */
export function isSameOrigin(request: FetchRequest): boolean {
  return request.currentUrl.origin === request.origin
}

/** https://fetch.spec.whatwg.org/#serializing-a-request-origin */
export function serializeRequestOrigin(request: FetchRequest): string {
  // 2. and 3.
  return request.redirectTainted ? 'null' : request.origin
}

/**
 * The value of the request's `Origin`; `null` if the request has no such header.
 * https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function requestOriginHeader(request: FetchRequest): string | null {
  // 2.
  const serializedOrigin = serializeRequestOrigin(request)
  // 3.
  if (request.responseTainting === 'cors') return serializedOrigin
  // 4.
  if (request.method === 'GET' || request.method === 'HEAD') return null
  // 4.1. with the default referrer policy, "strict-origin-when-cross-origin"
  const downgrade =
    request.origin.startsWith('https://') && request.currentUrl.protocol !== 'https:'
  return request.mode !== 'cors' && downgrade ? 'null' : serializedOrigin
}
