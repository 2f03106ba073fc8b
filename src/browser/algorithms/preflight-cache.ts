import { isCorsNonWildcardRequestHeaderName } from '../../fetch/request-header.js'
import { CachedList, MAX_ITEMS } from './cached-list.js'
import { dropOldest } from './drop-oldest.js'
import type { FetchRequest } from './request.js'
import { serializeRequestOrigin } from './request-origin.js'

/** For how many seconds a response without a valid `Access-Control-Max-Age` is cached. */
export const DEFAULT_MAX_AGE = 5

/**
 * The limit on max-age, in seconds. The standard leaves it to the browser: it is 7,200 in Chromium
 * and 86,400 in Firefox. The model uses Chromium's.
 */
export const MAX_AGE_LIMIT = 7_200

/** For how many URLs preflights are cached; the oldest goes first. Browsers choose such limits. */
const MAX_URLS = 100

/**
 * https://fetch.spec.whatwg.org/#concept-cache, by origin and URL. The network partition key is left
 * out, because it is the same for all requests of one page.
 */
export class PreflightCache {
  readonly #urls = new Map<string, CachedLists>()
  readonly #now: () => number

  /** @param now the clock, in milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-match-method */
  matchesMethod(request: FetchRequest, method: string): boolean {
    const methods = this.#urls.get(keyOf(request))?.methods
    return this.#has(methods, request, method) || this.#hasWildcard(methods, request)
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-match-header */
  matchesHeaderName(request: FetchRequest, headerName: string): boolean {
    const headerNames = this.#urls.get(keyOf(request))?.headerNames
    return (
      this.#has(headerNames, request, headerName.toLowerCase()) ||
      (this.#hasWildcard(headerNames, request) && !isCorsNonWildcardRequestHeaderName(headerName))
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
    const key = keyOf(request)
    const lists = this.#urls.get(key) ?? {
      methods: new CachedList(),
      headerNames: new CachedList(),
    }
    this.#urls.set(key, lists)
    dropOldest(this.#urls, MAX_URLS)
    const now = this.#now()
    const expires = now + maxAge * 1000
    for (const method of methods.slice(-MAX_ITEMS)) {
      lists.methods.put(method, includes(request), now, expires)
    }
    for (const headerName of headerNames.slice(-MAX_ITEMS)) {
      lists.headerNames.put(headerName.toLowerCase(), includes(request), now, expires)
    }
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-clear */
  clear(request: FetchRequest): void {
    this.#urls.delete(keyOf(request))
  }

  #has(list: CachedList | undefined, request: FetchRequest, item: string): boolean {
    return list?.has(item, includes(request), this.#now()) ?? false
  }

  /**
   * In the standard a cached `*` matches requests with credentials as well. In Chromium 156 and
   * Firefox 153 it does not: for them `*` is then a plain name, as it is in the preflight's response.
   */
  #hasWildcard(list: CachedList | undefined, request: FetchRequest): boolean {
    return !includes(request) && this.#has(list, request, '*')
  }
}

interface CachedLists {
  readonly methods: CachedList
  /** In lower case. */
  readonly headerNames: CachedList
}

function includes({ credentials }: FetchRequest): boolean {
  return credentials === 'include'
}

function keyOf(request: FetchRequest): string {
  return `${serializeRequestOrigin(request)} ${request.currentUrl.href}`
}
