import { CookieStore } from './algorithms/cookie-store.js'
import type { Exchange } from './algorithms/exchange.js'
import { filterResponse, hasNullBody, opaqueResponse } from './algorithms/filtered-response.js'
import { mainFetch, needsPreflight } from './algorithms/main-fetch.js'
import { NoAnswerError } from './algorithms/no-answer-error.js'
import { PreflightCache } from './algorithms/preflight-cache.js'
import { createRequest, fillHeaders, readMethod, readSignal } from './algorithms/request.js'
import type { PageRequestInit } from './algorithms/request-init.js'
import type { Transport } from './algorithms/wire.js'
import { type PageOptions, parsePageOptions } from './page-options.js'
import { seedCookies } from './seed-cookies.js'
import { openTarget, type Target } from './transport/target.js'
import { createResponse } from './verdict/page-response.js'
import {
  createBlockedVerdict,
  createOpaqueVerdict,
  createSharedVerdict,
  type Verdict,
} from './verdict/verdict.js'

/**
 * A page of one origin, in a browser that starts without cookies and without cached preflights.
 * What one request stores in either, later requests of the same page use.
 */
export interface Page extends AsyncDisposable {
  /**
   * Makes a request as `fetch()` would and tells what the page gets. Waits for the response body to
   * end. One that never ends, such as server-sent events, is ended by the option `timeout` or by
   * `close()`; the verdict is then `no-answer`. It is also `no-answer` if the response is larger
   * than the option `maxBodySize` or has more than 256 KiB of headers.
   * @param url Relative URLs are resolved against the base URL, or against `http://server.test` if
   *   the target is not a base URL. Such a target gets every request, whatever the host.
   * @throws {TypeError} if `fetch()` would refuse the arguments before it sends anything, if
   *   the arguments are something that the model does not support, after `close()`, and if a
   *   `Transport` returns something other than a `WireResponse`
   * @throws the reason of `init.signal`, if that is aborted, as `fetch()` does
   */
  check(url: string | URL, init?: PageRequestInit): Promise<Verdict>
  /**
   * Makes the same request, with the result that a page gets from `fetch()`.
   * @returns a `Response` with what script can read
   * @throws {TypeError} if blocked, with the verdict as its `cause`
   * @throws the reason of `init.signal`, if that is aborted
   */
  fetch(url: string | URL, init?: PageRequestInit): Promise<Response>
  /**
   * Whether a cross-origin request with this method and these headers needs a CORS-preflight
   * request if none is cached. One that needs none used to be called a "simple request".
   * @throws {TypeError} if the method or a header is invalid
   */
  requiresPreflight(init: Pick<PageRequestInit, 'method' | 'headers'>): boolean
  /** Ends every request and closes the sockets of the page. It cannot be used afterwards. */
  close(): Promise<void>
}

/**
 * Creates a page of one origin, in a browser without cookies or cached preflights. Its requests
 * follow the Fetch standard's CORS protocol: preflights and their cache, the CORS check, redirects,
 * and the part of the response that script can read.
 * https://fetch.spec.whatwg.org/#http-cors-protocol
 *
 * Cookies are kept by host name; of their attributes only `Max-Age` and `Expires` count, and only
 * to remove a cookie. As in browsers, a host has at most 180 cookies of at most 4,096 bytes each.
 *
 * @param target the base URL of a server; a request listener, such as an Express app; an
 *   `http.Server`; or a `Transport`. A function with two or more parameters is a request listener.
 * @throws {TypeError} if the target or an option is invalid
 * @example
 * const page = createPage(app, { origin: 'https://app.example.com' })
 * const verdict = await page.check('/orders', { method: 'PUT' })
 * verdict.outcome // 'shared', 'opaque' or 'blocked'
 * await page.close()
 */
export function createPage(target: Transport, options: PageOptions): Page
export function createPage(target: Target, options: PageOptions): Page
export function createPage(target: Target, options: PageOptions): Page {
  const { origin, now, timeout, maxBodySize, cookies } = parsePageOptions(options)
  const { transport, base, close } = openTarget(target, { maxBodySize })
  const userAgent = {
    transport,
    preflightCache: new PreflightCache(now),
    cookieStore: new CookieStore(now),
    maxBodySize,
  }
  seedCookies(userAgent.cookieStore, cookies, base)
  const running = new Set<AbortController>()
  let closed = false

  async function run(url: string | URL, init: PageRequestInit = {}) {
    if (closed) throw new TypeError('the page is closed; create another one')
    const request = createRequest(url, base, origin, init)
    const signal = readSignal(init.signal)
    signal?.throwIfAborted()
    const exchanges: Exchange[] = []
    const controller = new AbortController()
    const timer = setTimeout(
      () => controller.abort(new NoAnswerError({ type: 'timeout', timeout })),
      timeout,
    )
    const abort = () => controller.abort(signal?.reason)
    running.add(controller)
    signal?.addEventListener('abort', abort)
    const response = await mainFetch({
      userAgent,
      request,
      exchanges,
      signal: controller.signal,
      bodySize: 0,
    }).finally(() => {
      clearTimeout(timer)
      running.delete(controller)
      signal?.removeEventListener('abort', abort)
    })
    signal?.throwIfAborted()
    if ('type' in response) {
      return response.type === 'error'
        ? { verdict: createBlockedVerdict(response, exchanges), body: null }
        : opaque(response.type, request.currentUrl, exchanges)
    }
    if (request.responseTainting === 'opaque') {
      return opaque('opaque', request.currentUrl, exchanges)
    }
    return {
      verdict: createSharedVerdict(origin, filterResponse(request, response), exchanges),
      body: hasNullBody(request, response) ? null : (response.body ?? null),
    }
  }

  function opaque(type: 'opaque' | 'opaqueredirect', url: URL, exchanges: readonly Exchange[]) {
    return {
      verdict: createOpaqueVerdict(origin, opaqueResponse(type, url), exchanges),
      body: null,
    }
  }

  async function closeOnce(): Promise<void> {
    closed = true
    for (const controller of running) controller.abort(new NoAnswerError({ type: 'closed' }))
    await close()
  }

  return Object.freeze({
    async check(url: string | URL, init?: PageRequestInit) {
      const { verdict } = await run(url, init)
      return verdict
    },
    async fetch(url: string | URL, init?: PageRequestInit) {
      const { verdict, body } = await run(url, init)
      if (verdict.outcome === 'blocked') throw new TypeError(verdict.message, { cause: verdict })
      return createResponse(verdict.response, body)
    },
    requiresPreflight({ method = 'GET', headers = [] }) {
      return needsPreflight({
        method: readMethod(method, 'cors'),
        headers: fillHeaders(headers, 'cors'),
      })
    },
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  } satisfies Page)
}
