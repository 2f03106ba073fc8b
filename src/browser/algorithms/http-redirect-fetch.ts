import { isCorsNonWildcardRequestHeaderName } from '../../fetch/request-header.js'
import type { FetchParams } from './fetch-params.js'
import { fartherSite, siteOf } from './fetch-site.js'
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

/**
 * Step numbers: Fetch standard, as of 2 July 2026.
 * https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export async function httpRedirectFetch(
  params: FetchParams,
  response: WireResponse,
): Promise<FetchResponse> {
  const { request } = params
  const { status } = response
  const { currentUrl } = request
  // 3 and 4. No Location: return the response.
  const locations = response.headers.filter(([name]) => name.toLowerCase() === 'location')
  if (locations.length === 0) return response
  // 5. Location is not a URL: network error.
  const location = locations.map(([, value]) => value).join(', ')
  const facts = { url: currentUrl.href, status, location }
  if (locations.length > 1 || !URL.canParse(location, currentUrl.href)) {
    return networkError('redirect-location-invalid', 'request', facts)
  }
  const locationUrl = new URL(location, currentUrl)
  if (locationUrl.hash === '') locationUrl.hash = currentUrl.hash
  // 6. Not an HTTP(S) scheme: network error.
  if (!isHttpScheme(locationUrl)) return networkError('redirect-scheme-not-http', 'request', facts)
  // 7. Twenty redirects so far: network error.
  if (request.redirectCount === REDIRECT_LIMIT) {
    return networkError('redirect-limit-reached', 'request', facts)
  }
  // 8. Count this one.
  request.redirectCount++
  // 9 and 10. A CORS request and a URL that includes credentials: network error.
  const crossOrigin = request.mode === 'cors' && request.origin !== locationUrl.origin
  if (includesCredentials(locationUrl) && (crossOrigin || request.responseTainting === 'cors')) {
    return networkError('redirect-with-userinfo', 'request', facts)
  }
  // 11. Left out: the source of a body that is a string or bytes is never null.
  // 12. 301 or 302 to POST, or 303: change to GET without a body.
  if (
    ((status === 301 || status === 302) && request.method === 'POST') ||
    (status === 303 && request.method !== 'GET' && request.method !== 'HEAD')
  ) {
    request.method = 'GET'
    request.body = null
    deleteHeaders(request, (name) => REQUEST_BODY_HEADER_NAMES.has(name.toLowerCase()))
  }
  // 13. To another origin: drop Authorization.
  if (currentUrl.origin !== locationUrl.origin) {
    deleteHeaders(request, isCorsNonWildcardRequestHeaderName)
    // https://fetch.spec.whatwg.org/#concept-request-tainted-origin
    if (currentUrl.origin !== request.origin) request.redirectTainted = true
  }
  // 18. Append the URL to the URL list.
  request.currentUrl = locationUrl
  request.site = fartherSite(request.site, siteOf(locationUrl, request.origin))
  // 22. Run main fetch again.
  return mainFetch(params)
}

function deleteHeaders(request: FetchRequest, isDeleted: (name: string) => boolean): void {
  request.headers = request.headers.filter(([name]) => !isDeleted(name))
}
