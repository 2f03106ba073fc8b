import {
  extractHeaderListValues,
  FAILURE,
  getHeader,
  type Header,
  type HeaderList,
} from '../../fetch/header-list.js'
import { isCorsSafelistedMethod } from '../../fetch/method.js'
import { isCorsNonWildcardRequestHeaderName } from '../../fetch/request-header.js'
import { corsUnsafeRequestHeaderNames } from '../../fetch/safelisted-request-header.js'
import { isOkStatus, isRedirectStatus } from '../../fetch/status.js'
import { corsCheck } from './cors-check.js'
import type { FetchParams } from './fetch-params.js'
import { httpNetworkOrCacheFetch } from './http-network-or-cache-fetch.js'
import { type NetworkError, networkError } from './network-error.js'
import { DEFAULT_MAX_AGE, MAX_AGE_LIMIT } from './preflight-cache.js'
import type { FetchRequest } from './request.js'
import type { WireResponse } from './wire.js'

/**
 * `null` if the preflight allows the request. Step numbers: Fetch standard, as of 2 July 2026.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export async function corsPreflightFetch(params: FetchParams): Promise<NetworkError | null> {
  const { request } = params
  // 2 and 3. Append Accept and Access-Control-Request-Method.
  const headers: Header[] = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', request.method],
  ]
  // 4 and 5. Append Access-Control-Request-Headers if there are unsafe names.
  const unsafeNames = corsUnsafeRequestHeaderNames(request.headers)
  if (unsafeNames.length > 0) {
    headers.push(['Access-Control-Request-Headers', unsafeNames.join(',')])
  }
  // 1. The preflight is a new request, without the body and the headers of the request itself.
  const preflight: FetchRequest = {
    ...request,
    method: 'OPTIONS',
    headers,
    body: null,
    mode: 'cors',
    credentials: 'same-origin',
    redirect: 'follow',
    responseTainting: 'cors',
  }
  // 6. Send it.
  const response = await httpNetworkOrCacheFetch(params, preflight, 'preflight')
  if ('type' in response) return response
  // 7 and 8. CORS check failed or no ok status: network error. A redirect is named first, as in
  // Chromium, because it usually explains what is wrong with the headers.
  const facts = { url: request.currentUrl.href, status: response.status }
  if (isRedirectStatus(response.status)) {
    return networkError('preflight-redirected', 'preflight', facts)
  }
  const failure = corsCheck(request, response, 'preflight')
  if (failure !== null) return failure
  if (!isOkStatus(response.status)) {
    return networkError('preflight-status-not-ok', 'preflight', facts)
  }
  return checkAllowed(params, response, unsafeNames)
}

/** Step 7 of "CORS-preflight fetch". */
function checkAllowed(
  { request, userAgent }: FetchParams,
  { status, headers }: WireResponse,
  unsafeNames: readonly string[],
): NetworkError | null {
  const { method } = request
  const facts = { url: request.currentUrl.href, status }
  const credentials = request.credentials === 'include'
  const methodsValue = getHeader(headers, 'access-control-allow-methods')
  const headersValue = getHeader(headers, 'access-control-allow-headers')
  // 7.1 and 7.3. Extract Access-Control-Allow-Methods; failure: network error.
  const methods = extractHeaderListValues(headers, 'access-control-allow-methods') ?? []
  if (methods === FAILURE) {
    return networkError('allow-methods-invalid', 'preflight', { ...facts, value: methodsValue })
  }
  // 7.2 and 7.3. Extract Access-Control-Allow-Headers; failure: network error.
  const headerNames = extractHeaderListValues(headers, 'access-control-allow-headers') ?? []
  if (headerNames === FAILURE) {
    return networkError('allow-headers-invalid', 'preflight', { ...facts, value: headersValue })
  }
  // 7.4. Left out: it is for upload streams, which the model does not have.
  // 7.5. The method is not allowed: network error.
  if (
    !methods.includes(method) &&
    !isCorsSafelistedMethod(method) &&
    (credentials || !methods.includes('*'))
  ) {
    return networkError('method-not-in-allow-methods', 'preflight', {
      ...facts,
      method,
      value: methodsValue,
      credentials,
    })
  }
  // 7.6 and 7.7. Not every unsafe name is allowed: network error. Authorization, which the wildcard
  // does not cover, is an unsafe name, so `unsafeNames` contains it.
  const allowedNames = new Set(headerNames.map((name) => name.toLowerCase()))
  const missing = unsafeNames.filter((name) => !allowedNames.has(name))
  const wildcard = !credentials && allowedNames.has('*')
  const refused = wildcard ? missing.filter(isCorsNonWildcardRequestHeaderName) : missing
  if (refused.length > 0) {
    return wildcard
      ? networkError('authorization-under-wildcard', 'preflight', {
          ...facts,
          value: headersValue,
        })
      : networkError('header-not-in-allow-headers', 'preflight', {
          ...facts,
          names: refused,
          value: headersValue,
          credentials,
        })
  }
  // 7.8 to 7.15. Fill the CORS-preflight cache.
  userAgent.preflightCache.store(request, maxAgeOf(headers), methods, headerNames)
  return null
}

/** Steps 7.8 to 7.10, in seconds. */
function maxAgeOf(headers: HeaderList): number {
  // 7.8 and 7.9. Extract Access-Control-Max-Age; failure or null: 5 seconds. The grammar,
  // `delta-seconds`, has no sign, so a negative number is a failure, but all engines treat it as 0
  // (web-platform-tests: cors/preflight-cache.htm). Firefox treats every other failure as 0, too.
  const value = getHeader(headers, 'access-control-max-age') ?? ''
  if (!/^-?\d+$/.test(value)) return DEFAULT_MAX_AGE
  // 7.10. Apply the limit.
  return Math.min(Math.max(Number(value), 0), MAX_AGE_LIMIT)
}
