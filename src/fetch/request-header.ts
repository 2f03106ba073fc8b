import { getDecodeAndSplit } from './header-list.js'
import { isForbiddenMethod } from './method.js'

const FORBIDDEN_REQUEST_HEADER_NAMES: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])

const METHOD_OVERRIDE_NAMES: ReadonlySet<string> = new Set([
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
])

/**
 * Whether a page cannot set this header, whatever its value: steps 1 and 2 of "forbidden
 * request-header" (Fetch standard, as of 2 July 2026).
 * https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeaderName(name: string): boolean {
  const lowercase = name.toLowerCase()
  return (
    FORBIDDEN_REQUEST_HEADER_NAMES.has(lowercase) ||
    lowercase.startsWith('proxy-') ||
    lowercase.startsWith('sec-')
  )
}

/**
 * Whether a page cannot set this header to this value.
 * https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader(name: string, value: string): boolean {
  // 1 and 2. The name is forbidden.
  if (isForbiddenRequestHeaderName(name)) return true
  // 3. It overrides the method, with one that is forbidden.
  return (
    METHOD_OVERRIDE_NAMES.has(name.toLowerCase()) &&
    getDecodeAndSplit(value).some(isForbiddenMethod)
  )
}

/**
 * Whether `Access-Control-Allow-Headers: *` does not cover this header name.
 * https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export function isCorsNonWildcardRequestHeaderName(name: string): boolean {
  return name.toLowerCase() === 'authorization'
}
