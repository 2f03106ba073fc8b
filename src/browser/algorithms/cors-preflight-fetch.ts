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
 * `null` if the preflight allows the request.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export async function corsPreflightFetch(params: FetchParams): Promise<NetworkError | null> {
  const { request } = params
  // 2. and 3.
  const headers: Header[] = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', request.method],
  ]
  // 4. and 5.
  const unsafeNames = corsUnsafeRequestHeaderNames(request.headers)
  if (unsafeNames.length > 0) {
    headers.push(['Access-Control-Request-Headers', unsafeNames.join(',')])
  }
  // 1.
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
  // 6.
  const response = await httpNetworkOrCacheFetch(params, preflight, 'preflight')
  if ('type' in response) return response
  // 7. and 8., where the page cannot tell which of the two conditions failed. A redirect is named
  // first, as Chromium does: what is wrong with its headers follows from it.
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
  // 1. and 3.
  const methods = extractHeaderListValues(headers, 'access-control-allow-methods') ?? []
  if (methods === FAILURE) {
    return networkError('allow-methods-invalid', 'preflight', { ...facts, value: methodsValue })
  }
  // 2. and 3.
  const headerNames = extractHeaderListValues(headers, 'access-control-allow-headers') ?? []
  if (headerNames === FAILURE) {
    return networkError('allow-headers-invalid', 'preflight', { ...facts, value: headersValue })
  }
  // 4. is for upload streams, which the model does not have.
  // 5.
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
  // 6. and 7. An Authorization header is CORS-unsafe, so `unsafeNames` has it.
  const allowedNames = headerNames.map((name) => name.toLowerCase())
  const missing = unsafeNames.filter((name) => !allowedNames.includes(name))
  const wildcard = !credentials && allowedNames.includes('*')
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
  // 8. to 15.
  userAgent.preflightCache.store(request, maxAgeOf(headers), methods, headerNames)
  return null
}

/** In seconds. */
function maxAgeOf(headers: HeaderList): number {
  // 8. and 9. The grammar, `delta-seconds`, has no sign, so a negative number is a failure, but all
  // engines take it as 0 (web-platform-tests: cors/preflight-cache.htm). Firefox takes every other
  // failure as 0, too.
  const value = getHeader(headers, 'access-control-max-age') ?? ''
  if (!/^-?\d+$/.test(value)) return DEFAULT_MAX_AGE
  // 10.
  return Math.min(Math.max(Number(value), 0), MAX_AGE_LIMIT)
}
