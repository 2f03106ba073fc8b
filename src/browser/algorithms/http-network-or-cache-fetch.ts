import { getHeader, type Header } from '../../fetch/header-list.js'
import type { ExchangeKind } from './blocked-facts.js'
import { byteLength } from './byte-length.js'
import { fetchMetadataHeaders } from './fetch-metadata.js'
import type { FetchParams } from './fetch-params.js'
import { httpNetworkFetch } from './http-network-fetch.js'
import { type NetworkError, networkError } from './network-error.js'
import type { FetchRequest } from './request.js'
import { requestOriginHeader } from './request-origin.js'
import type { WireRequest, WireResponse } from './wire.js'

/**
 * Completes the header list and sends the request. There is no HTTP cache, and no user who could be
 * asked for a password. `Referer`, `User-Agent` and `Accept-Language` are left out. Step numbers:
 * Fetch standard, as of 2 July 2026.
 * https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
 */
export async function httpNetworkOrCacheFetch(
  params: FetchParams,
  request: FetchRequest,
  kind: ExchangeKind,
): Promise<WireResponse | NetworkError> {
  // 8.3. Decide whether credentials are included.
  const includeCredentials =
    request.credentials === 'include' ||
    (request.credentials === 'same-origin' && request.responseTainting === 'basic')
  const httpRequest = toWireRequest(params, request, includeCredentials)
  // 11.2. Send the request.
  let response = await httpNetworkFetch(params, httpRequest, kind, includeCredentials)
  // 17. Misdirected: send it once more, and accept a second 421.
  if ('status' in response && response.status === 421) {
    response = await httpNetworkFetch(params, httpRequest, kind, includeCredentials)
  }
  // 16. Proxy authentication without anybody to prompt: network error. Browsers prompt only if they
  // use a proxy.
  if ('status' in response && response.status === 407) {
    return networkError('proxy-authentication-required', kind, {
      url: httpRequest.url,
      status: 407,
    })
  }
  // 19. Return the response.
  return response
}

function toWireRequest(
  params: FetchParams,
  request: FetchRequest,
  includeCredentials: boolean,
): WireRequest {
  const { method, currentUrl, body } = request
  const headers: Header[] = [...request.headers]
  // 8.5 to 8.9. Append Content-Length.
  const contentLength = contentLengthOf(request)
  if (contentLength !== null) headers.push(['Content-Length', String(contentLength)])
  // 8.12. Append Origin.
  const origin = requestOriginHeader(request)
  if (origin !== null) headers.push(['Origin', origin])
  // 8.14. Append the Fetch metadata headers.
  headers.push(...fetchMetadataHeaders(request))
  // 8.19. Append Accept-Encoding to a range request.
  if (getHeader(headers, 'range') !== null) headers.push(['Accept-Encoding', 'identity'])
  // 8.21.1. Append Cookie if credentials are included.
  const cookie = includeCredentials ? params.userAgent.cookieStore.retrieve(currentUrl) : null
  if (cookie !== null) headers.push(['Cookie', cookie])

  const url = currentUrl.origin + currentUrl.pathname + currentUrl.search
  Object.freeze(headers)
  return Object.freeze(body === null ? { method, url, headers } : { method, url, headers, body })
}

function contentLengthOf({ method, body }: FetchRequest): number | null {
  if (body === null) return method === 'POST' || method === 'PUT' ? 0 : null
  return byteLength(body)
}
