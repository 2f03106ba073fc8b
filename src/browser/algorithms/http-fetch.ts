import { getHeader } from '../../fetch/header-list.js'
import { isCorsSafelistedMethod } from '../../fetch/method.js'
import { corsUnsafeRequestHeaderNames } from '../../fetch/safelisted-request-header.js'
import { isRedirectStatus } from '../../fetch/status.js'
import { corsCheck } from './cors-check.js'
import { corsPreflightFetch } from './cors-preflight-fetch.js'
import type { FetchParams } from './fetch-params.js'
import { httpNetworkOrCacheFetch } from './http-network-or-cache-fetch.js'
import { httpRedirectFetch } from './http-redirect-fetch.js'
import type { FetchResponse } from './network-error.js'
import { networkError } from './network-error.js'
import type { FetchRequest } from './request.js'
import { isSameOrigin } from './request-origin.js'
import type { WireResponse } from './wire.js'

/**
 * Step numbers: Fetch standard, as of 2 July 2026.
 * https://fetch.spec.whatwg.org/#concept-http-fetch
 */
export async function httpFetch(
  params: FetchParams,
  makeCorsPreflight = false,
): Promise<FetchResponse> {
  const { request } = params
  // 3. Left out: it is for service workers, which the model does not have.
  // 4.1. A preflight is needed and not cached: make one.
  if (makeCorsPreflight && !isPreflightCached(params)) {
    const failure = await corsPreflightFetch(params)
    if (failure !== null) return failure
  }
  // 4.3. Send the request.
  const response = await httpNetworkOrCacheFetch(params, request, 'request')
  if ('type' in response) return response
  // 4.4. The CORS check fails: network error.
  const failure =
    request.responseTainting === 'cors' ? corsCheck(request, response, 'request') : null
  if (failure !== null) return failure
  // 5. Cross-Origin-Resource-Policy blocks an opaque response: network error.
  if (request.responseTainting === 'opaque' && isBlockedByPolicy(request, response)) {
    return networkError('cross-origin-resource-policy', 'request', {
      url: request.currentUrl.href,
      status: response.status,
      origin: request.origin,
    })
  }
  // 6. Act on a redirect by the redirect mode.
  if (!isRedirectStatus(response.status)) return response
  switch (request.redirect) {
    case 'error':
      return networkError('redirect-in-error-mode', 'request', {
        url: request.currentUrl.href,
        status: response.status,
      })
    case 'manual':
      return { type: 'opaqueredirect' }
    case 'follow':
      return httpRedirectFetch(params, response)
  }
}

/** Whether the preflight of "HTTP fetch", step 4.1, is already in the cache. */
function isPreflightCached({ request, userAgent }: FetchParams): boolean {
  const { preflightCache } = userAgent
  return (
    (isCorsSafelistedMethod(request.method) ||
      preflightCache.matchesMethod(request, request.method)) &&
    corsUnsafeRequestHeaderNames(request.headers).every((name) =>
      preflightCache.matchesHeaderName(request, name),
    )
  )
}

/**
 * The "cross-origin resource policy internal check" of a page without an embedder policy.
 * `same-site` counts as allowed, because telling sites apart needs the public suffix list.
 * https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check
 */
function isBlockedByPolicy(request: FetchRequest, response: WireResponse): boolean {
  const policy = getHeader(response.headers, 'cross-origin-resource-policy')
  return policy === 'same-origin' && !isSameOrigin(request)
}
