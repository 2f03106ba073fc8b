import { isCorsNonWildcardRequestHeaderName } from '../../fetch/request-header.js'
import type { FetchParams } from './fetch-params.js'
import { mainFetch } from './main-fetch.js'
import type { FetchResponse } from './network-error.js'
import { networkError } from './network-error.js'
import { type FetchRequest, includesCredentials, isHttpScheme } from './request.js'
import type { WireResponse } from './wire.js'

const REDIRECT_LIMIT = 20

/** https://fetch.spec.whatwg.org/#request-body-header-name */
const REQUEST_BODY_HEADER_NAMES: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
])

/** https://fetch.spec.whatwg.org/#concept-http-redirect-fetch */
export async function httpRedirectFetch(
  params: FetchParams,
  response: WireResponse,
): Promise<FetchResponse> {
  const { request } = params
  const { status } = response
  const { currentUrl } = request
  // 3. and 4.
  const locations = response.headers.filter(([name]) => name.toLowerCase() === 'location')
  if (locations.length === 0) return response
  // 5.
  const location = locations.map(([, value]) => value).join(', ')
  const facts = { url: currentUrl.href, status, location }
  if (locations.length > 1 || !URL.canParse(location, currentUrl.href)) {
    return networkError('redirect-location-invalid', 'request', facts)
  }
  const locationUrl = new URL(location, currentUrl)
  if (locationUrl.hash === '') locationUrl.hash = currentUrl.hash
  // 6.
  if (!isHttpScheme(locationUrl)) return networkError('redirect-scheme-not-http', 'request', facts)
  // 7.
  if (request.redirectCount === REDIRECT_LIMIT) {
    return networkError('redirect-limit-reached', 'request', facts)
  }
  // 8.
  request.redirectCount++
  // 9. and 10.
  const crossOrigin = request.mode === 'cors' && request.origin !== locationUrl.origin
  if (includesCredentials(locationUrl) && (crossOrigin || request.responseTainting === 'cors')) {
    return networkError('redirect-with-userinfo', 'request', facts)
  }
  // 11. cannot be: the source of a string or of bytes is never null.
  // 12.
  if (
    ((status === 301 || status === 302) && request.method === 'POST') ||
    (status === 303 && request.method !== 'GET' && request.method !== 'HEAD')
  ) {
    request.method = 'GET'
    request.body = null
    deleteHeaders(request, (name) => REQUEST_BODY_HEADER_NAMES.has(name.toLowerCase()))
  }
  // 13.
  if (currentUrl.origin !== locationUrl.origin) {
    deleteHeaders(request, isCorsNonWildcardRequestHeaderName)
    // https://fetch.spec.whatwg.org/#concept-request-tainted-origin
    if (currentUrl.origin !== request.origin) request.redirectTainted = true
  }
  // 18.
  request.currentUrl = locationUrl
  // 22.
  return mainFetch(params)
}

function deleteHeaders(request: FetchRequest, isDeleted: (name: string) => boolean): void {
  request.headers = request.headers.filter(([name]) => !isDeleted(name))
}
