import { isCorsSafelistedMethod } from '../../fetch/method.js'
import { corsUnsafeRequestHeaderNames } from '../../fetch/safelisted-request-header.js'
import type { FetchParams } from './fetch-params.js'
import { httpFetch } from './http-fetch.js'
import type { FetchResponse } from './network-error.js'
import { networkError } from './network-error.js'
import type { FetchRequest } from './request.js'
import { isSameOrigin } from './request-origin.js'

/**
 * Step 12 (Fetch standard, as of 2 July 2026). The caller filters the response (step 14). Left out
 * is what needs a document (Content Security Policy, mixed content, integrity, referrer) or a
 * network (bad ports, HSTS).
 * https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export async function mainFetch(params: FetchParams): Promise<FetchResponse> {
  const { request, userAgent } = params
  if (isSameOrigin(request) && request.responseTainting === 'basic') return httpFetch(params)
  switch (request.mode) {
    case 'same-origin':
      return networkError('cross-origin-in-same-origin-mode', 'request', {
        url: request.currentUrl.href,
        origin: request.origin,
      })
    case 'no-cors':
      if (request.redirect !== 'follow') {
        return networkError('redirect-mode-in-no-cors-mode', 'request', {
          redirect: request.redirect,
        })
      }
      request.responseTainting = 'opaque'
      return httpFetch(params)
    case 'cors': {
      request.responseTainting = 'cors'
      if (!needsPreflight(request)) return httpFetch(params)
      const response = await httpFetch(params, true)
      if ('type' in response && response.type === 'error') userAgent.preflightCache.clear(request)
      return response
    }
  }
}

/**
 * Whether a cross-origin request has a method or a header that no form could send: the condition of
 * step 12 for making a CORS-preflight request.
 */
export function needsPreflight({
  method,
  headers,
}: Pick<FetchRequest, 'method' | 'headers'>): boolean {
  return !isCorsSafelistedMethod(method) || corsUnsafeRequestHeaderNames(headers).length > 0
}
