import { getHeader, type Header } from '../../fetch/header-list.js'
import { isHeaderValue, normalizeHeaderValue } from '../../fetch/header-value.js'
import {
  isCorsSafelistedMethod,
  isForbiddenMethod,
  isMethod,
  normalizeMethod,
} from '../../fetch/method.js'
import { enumerate, quote } from '../../fetch/quote.js'
import { isForbiddenRequestHeader } from '../../fetch/request-header.js'
import { isNoCorsSafelistedRequestHeader } from '../../fetch/safelisted-request-header.js'
import { isToken } from '../../fetch/token.js'
import { type FetchSite, siteOf } from './fetch-site.js'
import { isBytes } from './is-bytes.js'
import type {
  CredentialsMode,
  PageHeadersInit,
  PageRequestInit,
  RedirectMode,
  RequestMode,
} from './request-init.js'

/** A request while it is fetched. https://fetch.spec.whatwg.org/#concept-request */
export interface FetchRequest {
  method: string
  /** The last item of the standard's URL list. */
  currentUrl: URL
  headers: readonly Header[]
  body: string | Uint8Array | null
  /** The page's origin, serialized; the string `null` for an opaque one. */
  readonly origin: string
  readonly mode: RequestMode
  readonly credentials: CredentialsMode
  readonly redirect: RedirectMode
  responseTainting: 'basic' | 'cors' | 'opaque'
  redirectCount: number
  /** Whether the standard's redirect-taint is not "same-origin". */
  redirectTainted: boolean
  /** How far the URLs so far are from the page, for `Sec-Fetch-Site`. */
  site: FetchSite
}

const MODES: readonly RequestMode[] = ['cors', 'no-cors', 'same-origin']
const CREDENTIALS_MODES: readonly CredentialsMode[] = ['omit', 'same-origin', 'include']
const REDIRECT_MODES: readonly RedirectMode[] = ['follow', 'error', 'manual']
const MEMBERS: ReadonlySet<string> = new Set([
  'method',
  'headers',
  'body',
  'mode',
  'credentials',
  'redirect',
  'signal',
])

/**
 * The request that `new Request(input, init)` creates, with the `Accept` that `fetch()` adds.
 * https://fetch.spec.whatwg.org/#dom-request
 * @throws {TypeError} if the constructor throws, and for what the model does not support
 */
export function createRequest(
  input: string | URL,
  base: string,
  origin: string,
  init: PageRequestInit,
): FetchRequest {
  for (const name of Object.keys(init)) {
    if (!MEMBERS.has(name)) {
      throw new TypeError(
        `the request has ${quote(name)}, which the browser model does not support; it supports ${enumerate([...MEMBERS], 'and')}`,
      )
    }
  }
  const currentUrl = parseUrl(input, base)
  const mode = readEnum('mode', init.mode, MODES, 'cors')
  const method = readMethod(init.method ?? 'GET', mode)
  const headers = fillHeaders(init.headers ?? [], mode)
  const body = readBody(init.body, method)
  // "If type is non-null and this's headers's header list does not contain `Content-Type`, …"
  if (typeof body === 'string' && getHeader(headers, 'content-type') === null) {
    headers.push(['Content-Type', 'text/plain;charset=UTF-8'])
  }
  // "If request's header list does not contain `Accept`, then …", https://fetch.spec.whatwg.org/#concept-fetch
  if (getHeader(headers, 'accept') === null) headers.push(['Accept', '*/*'])
  return {
    method,
    currentUrl,
    headers,
    body,
    origin,
    mode,
    credentials: readEnum('credentials', init.credentials, CREDENTIALS_MODES, 'same-origin'),
    redirect: readEnum('redirect', init.redirect, REDIRECT_MODES, 'follow'),
    responseTainting: 'basic',
    redirectCount: 0,
    redirectTainted: false,
    site: siteOf(currentUrl, origin),
  }
}

/** The method as `fetch()` normalizes it. @throws {TypeError} if a page cannot use it */
export function readMethod(method: string, mode: RequestMode): string {
  if (!isMethod(method)) {
    throw new TypeError(`the method ${quote(method)} is not a token; use a name such as "PUT"`)
  }
  if (isForbiddenMethod(method)) {
    throw new TypeError(`the method ${quote(method)} is forbidden; use another one`)
  }
  if (mode === 'no-cors' && !isCorsSafelistedMethod(normalizeMethod(method))) {
    throw new TypeError(
      `the method ${quote(method)} is not allowed with mode "no-cors"; use GET, HEAD, POST or mode "cors"`,
    )
  }
  return normalizeMethod(method)
}

/**
 * The headers that a page may set, in order, with normalized values. Step numbers: Fetch standard,
 * as of 2 July 2026.
 * https://fetch.spec.whatwg.org/#concept-headers-fill
 * @throws {TypeError} if a name or a value is invalid
 */
export function fillHeaders(source: PageHeadersInit, mode: RequestMode): Header[] {
  const headers: Header[] = []
  for (const header of isIterable(source) ? source : Object.entries(source)) {
    // "fill", 1.1. Not a name and a value: TypeError.
    if (header.length !== 2) {
      throw new TypeError(`a header must be a name and a value; it has ${header.length} items`)
    }
    const [name, rawValue] = header
    // "append", 1 and 2. Normalize the value; an invalid or forbidden header is not appended.
    const value = normalizeHeaderValue(String(rawValue))
    if (!isToken(name)) throw new TypeError(`the header name ${quote(String(name))} is not a token`)
    if (!isHeaderValue(value)) {
      throw new TypeError(
        `the header ${name} has the value ${quote(value)}; a value may contain any bytes except NUL, CR and LF`,
      )
    }
    if (isForbiddenRequestHeader(name, value)) continue
    // 3. In mode "no-cors", only no-CORS-safelisted headers.
    if (mode === 'no-cors') {
      const present = getHeader(headers, name)
      const combined = present === null ? value : `${present}, ${value}`
      if (!isNoCorsSafelistedRequestHeader(name, combined)) continue
    }
    // 4. Append.
    headers.push([name, value])
  }
  return headers
}

function parseUrl(input: string | URL, base: string): URL {
  if (!URL.canParse(String(input), base)) {
    throw new TypeError(`the URL ${quote(String(input))} is not valid relative to ${quote(base)}`)
  }
  const url = new URL(input, base)
  if (!isHttpScheme(url)) {
    throw new TypeError(`the URL ${quote(url.href)} has a scheme other than http: and https:`)
  }
  if (includesCredentials(url)) {
    throw new TypeError(
      `the URL ${quote(url.href)} has a user name or a password, which fetch() refuses; send an Authorization header`,
    )
  }
  return url
}

/** @throws {TypeError} if it is neither a signal nor omitted */
export function readSignal(signal: AbortSignal | null | undefined): AbortSignal | null {
  if (signal === undefined || signal === null) return null
  // Not `instanceof`: test environments such as jsdom bring a class of their own.
  if (typeof signal !== 'object' || typeof signal.addEventListener !== 'function') {
    throw new TypeError('the signal must be an AbortSignal, such as AbortSignal.timeout(1000)')
  }
  return signal
}

function readBody(
  body: string | Uint8Array | null | undefined,
  method: string,
): string | Uint8Array | null {
  if (body === undefined || body === null) return null
  if (method === 'GET' || method === 'HEAD') {
    throw new TypeError(`a ${method} request cannot have a body; use another method`)
  }
  if (typeof body !== 'string' && !isBytes(body)) {
    throw new TypeError('the body must be a string or a Uint8Array; convert it')
  }
  return body
}

function readEnum<Value extends string>(
  name: string,
  value: Value | undefined,
  values: readonly Value[],
  fallback: Value,
): Value {
  if (value === undefined) return fallback
  if (!values.includes(value)) {
    throw new TypeError(
      `the ${name} ${quote(String(value))} is unknown; use ${enumerate(values.map(quote), 'or')}`,
    )
  }
  return value
}

function isIterable(
  source: PageHeadersInit,
): source is Iterable<readonly [name: string, value: string]> {
  return Symbol.iterator in source
}

/** https://fetch.spec.whatwg.org/#http-scheme */
export function isHttpScheme(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:'
}

/** https://url.spec.whatwg.org/#include-credentials */
export function includesCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== ''
}
