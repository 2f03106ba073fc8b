import { isCorsNonWildcardRequestHeaderName } from '../../fetch/request-header.js'
import type { FetchRequest } from './request.js'
import { serializeRequestOrigin } from './request-origin.js'

/** For how many seconds a response without a valid `Access-Control-Max-Age` is cached. */
export const DEFAULT_MAX_AGE = 5

/**
 * The limit on max-age, in seconds. The standard leaves it to the browser: it is 7,200 in Chromium
 * and 86,400 in Firefox. The model uses Chromium's.
 */
export const MAX_AGE_LIMIT = 7_200

/**
 * https://fetch.spec.whatwg.org/#concept-cache, without the network partition key, which is the
 * same for all requests of one page, and without origin and URL, which are the key of the map.
 */
interface CacheEntry {
  readonly credentials: boolean
  readonly method: string | null
  readonly headerName: string | null
  /** In milliseconds of the cache's clock; from that time on the entry no longer counts. */
  expires: number
}

/** https://fetch.spec.whatwg.org/#concept-cache */
export class PreflightCache {
  readonly #entries = new Map<string, CacheEntry[]>()
  readonly #now: () => number

  /** @param now the clock, in milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-match-method */
  matchesMethod(request: FetchRequest, method: string): boolean {
    return this.#matches(request).some(
      (entry) => entry.method === method || isWildcard(request, entry.method),
    )
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-match-header */
  matchesHeaderName(request: FetchRequest, headerName: string): boolean {
    return this.#matches(request).some(
      (entry) =>
        entry.headerName?.toLowerCase() === headerName.toLowerCase() ||
        (isWildcard(request, entry.headerName) && !isCorsNonWildcardRequestHeaderName(headerName)),
    )
  }

  /**
   * "CORS-preflight fetch", steps 7.12 to 7.15 (Fetch standard, as of 2 July 2026).
   * @param maxAge in seconds
   */
  store(
    request: FetchRequest,
    maxAge: number,
    methods: readonly string[],
    headerNames: readonly string[],
  ): void {
    const expires = this.#now() + maxAge * 1000
    const credentials = request.credentials === 'include'
    for (const method of methods) {
      this.#put(request, { credentials, method, headerName: null, expires })
    }
    for (const headerName of headerNames) {
      this.#put(request, { credentials, method: null, headerName, expires })
    }
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-clear */
  clear(request: FetchRequest): void {
    this.#entries.delete(keyOf(request))
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-match */
  #matches(request: FetchRequest): CacheEntry[] {
    const key = keyOf(request)
    const entries = this.#entries.get(key)
    if (entries === undefined) return []
    const now = this.#now()
    const alive = entries.filter((entry) => now < entry.expires)
    this.#entries.set(key, alive)
    return alive.filter((entry) => entry.credentials || request.credentials !== 'include')
  }

  #put(request: FetchRequest, entry: CacheEntry): void {
    const matching = this.#matches(request).filter(
      ({ method, headerName }) =>
        method === entry.method && headerName?.toLowerCase() === entry.headerName?.toLowerCase(),
    )
    for (const match of matching) match.expires = entry.expires
    if (matching.length > 0) return
    const key = keyOf(request)
    this.#entries.set(key, [...(this.#entries.get(key) ?? []), entry])
  }
}

function keyOf(request: FetchRequest): string {
  return `${serializeRequestOrigin(request)} ${request.currentUrl.href}`
}

/**
 * In the standard a cached `*` matches requests with credentials as well. In Chromium 156 and
 * Firefox 153 it does not: for them `*` is then a plain name, as it is in the preflight's response.
 */
function isWildcard(request: FetchRequest, item: string | null): boolean {
  return item === '*' && request.credentials !== 'include'
}
