import { extractHeaderListValues, FAILURE, type HeaderList } from '../../fetch/header-list.js'
import {
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
} from '../../fetch/response-header.js'
import { isNullBodyStatus } from '../../fetch/status.js'
import type { FetchRequest } from './request.js'
import type { WireResponse } from './wire.js'

/** What script can read of a response. */
export interface FilteredResponse {
  /** `basic` for a same-origin response, `cors` for one that CORS shares. */
  readonly type: 'basic' | 'cors' | 'opaque' | 'opaqueredirect'
  /** Without its fragment; empty if `type` is `opaque`. */
  readonly url: string
  /** Whether a redirect led to this URL. */
  readonly redirected: boolean
  /** 0 if opaque or an opaque redirect. */
  readonly status: number
  /** By name in lower case; the values of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  /** Decoded as UTF-8; empty without a body. */
  readonly body: string
}

/**
 * The basic or the CORS filtered response.
 * https://fetch.spec.whatwg.org/#concept-filtered-response
 */
export function filterResponse(request: FetchRequest, response: WireResponse): FilteredResponse {
  const type = request.responseTainting === 'cors' ? 'cors' : 'basic'
  const body = hasNullBody(request, response) ? '' : (response.body ?? '')
  return Object.freeze({
    type,
    url: withoutFragment(request.currentUrl),
    redirected: request.redirectCount > 0,
    status: response.status,
    headers: sortAndCombine(
      type === 'cors'
        ? corsFilteredHeaders(request, response.headers)
        : response.headers.filter(([name]) => !isForbiddenResponseHeaderName(name)),
    ),
    body: typeof body === 'string' ? body : new TextDecoder().decode(body),
  })
}

/**
 * The opaque or the opaque-redirect filtered response, of which only the latter has a URL.
 * https://fetch.spec.whatwg.org/#concept-filtered-response-opaque
 */
export function opaqueResponse(type: 'opaque' | 'opaqueredirect', url: URL): FilteredResponse {
  return Object.freeze({
    type,
    url: type === 'opaque' ? '' : withoutFragment(url),
    redirected: false,
    status: 0,
    headers: Object.freeze({}),
    body: '',
  })
}

/**
 * "Main fetch", step 22 (Fetch standard, as of 2 July 2026): no body for HEAD and null body
 * statuses.
 */
export function hasNullBody(request: FetchRequest, response: WireResponse): boolean {
  return request.method === 'HEAD' || isNullBodyStatus(response.status)
}

function withoutFragment(url: URL): string {
  return url.href.replace(/#.*$/s, '')
}

/** https://fetch.spec.whatwg.org/#concept-filtered-response-cors */
function corsFilteredHeaders(request: FetchRequest, headers: HeaderList): HeaderList {
  // "Main fetch", step 14.1. Extract Access-Control-Expose-Headers.
  const values = extractHeaderListValues(headers, 'access-control-expose-headers')
  const headerNames = values === null || values === FAILURE ? [] : values
  const wildcard = request.credentials !== 'include' && headerNames.includes('*')
  const exposed = new Set(headerNames.map((name) => name.toLowerCase()))
  return headers.filter(([name]) =>
    isCorsSafelistedResponseHeaderName(
      name,
      // The name alone, not the whole list: both the list and the headers may be long.
      wildcard || exposed.has(name.toLowerCase()) ? [name] : [],
    ),
  )
}

/** https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine */
function sortAndCombine(headers: HeaderList): Readonly<Record<string, string>> {
  const combined = new Map<string, string>()
  for (const [name, value] of headers) {
    const lowercase = name.toLowerCase()
    const present = combined.get(lowercase)
    combined.set(lowercase, present === undefined ? value : `${present}, ${value}`)
  }
  return Object.freeze(Object.fromEntries([...combined].sort(([a], [b]) => (a < b ? -1 : 1))))
}
