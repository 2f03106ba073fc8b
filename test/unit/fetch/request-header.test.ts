import { describe, expect, it } from 'vitest'
import {
  isCorsNonWildcardRequestHeaderName,
  isForbiddenRequestHeader,
  isForbiddenRequestHeaderName,
} from '../../../src/fetch/request-header.js'

const spellings = (name: string) => [name, name.toLowerCase(), name.toUpperCase()]

/** Step 1 of https://fetch.spec.whatwg.org/#forbidden-request-header, in its order and spelling. */
const FORBIDDEN_NAMES = [
  'Accept-Charset',
  'Accept-Encoding',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Connection',
  'Content-Length',
  'Cookie',
  'Cookie2',
  'Date',
  'DNT',
  'Expect',
  'Host',
  'Keep-Alive',
  'Origin',
  'Referer',
  'Set-Cookie',
  'TE',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
  'Via',
]

/** Step 2. */
const FORBIDDEN_BY_PREFIX = ['Proxy-', 'Proxy-Authorization', 'Sec-', 'Sec-Fetch-Mode', 'Sec-X']

/** Step 3. */
const METHOD_OVERRIDE_NAMES = ['X-HTTP-Method', 'X-HTTP-Method-Override', 'X-Method-Override']

const ALLOWED_NAMES = [
  'Accept',
  'Accept-Language',
  'Authorization',
  'Content-Type',
  'Cookie3',
  'Cookies',
  'Hosts',
  'Range',
  'Sec',
  'Set-Cookie2',
  'Proxy',
  'User-Agent',
  'X-Cookie',
  'X-Proxy-Id',
  'X-Sec-Id',
  '',
]

describe('forbidden request-header', () => {
  it.each([...FORBIDDEN_NAMES, ...FORBIDDEN_BY_PREFIX])('is %s, whatever its value', (name) => {
    for (const spelling of spellings(name)) {
      expect(isForbiddenRequestHeaderName(spelling)).toBe(true)
      expect(isForbiddenRequestHeader(spelling, '')).toBe(true)
      expect(isForbiddenRequestHeader(spelling, '1')).toBe(true)
    }
  })

  it.each(ALLOWED_NAMES)('is not %j, even with the name of a forbidden method', (name) => {
    for (const spelling of spellings(name)) {
      expect(isForbiddenRequestHeaderName(spelling)).toBe(false)
      expect(isForbiddenRequestHeader(spelling, 'TRACE')).toBe(false)
    }
  })

  describe.each(METHOD_OVERRIDE_NAMES)('%s', (name) => {
    it('is not forbidden by its name alone', () => {
      expect(spellings(name).map(isForbiddenRequestHeaderName)).toEqual([false, false, false])
    })

    it.each([
      'CONNECT',
      'trace',
      'Track',
      'GET,TRACE',
      'GET , track\t',
      ',,connect',
      '"a,b",TRACK',
    ])('is forbidden with the value %j', (value) => {
      const verdicts = spellings(name).map((spelling) => isForbiddenRequestHeader(spelling, value))
      expect(verdicts).toEqual([true, true, true])
    })

    it.each([
      '',
      'GET',
      'PUT, DELETE',
      'TRACER',
      'TRACE TRACK',
      '"TRACE"',
      '"GET,TRACE"',
      'TRACE;q=1',
    ])('is not forbidden with the value %j', (value) => {
      const verdicts = spellings(name).map((spelling) => isForbiddenRequestHeader(spelling, value))
      expect(verdicts).toEqual([false, false, false])
    })
  })
})

describe('CORS non-wildcard request-header name', () => {
  it.each(spellings('Authorization'))('is %s', (name) => {
    expect(isCorsNonWildcardRequestHeaderName(name)).toBe(true)
  })

  it.each(['Authorization2', 'Proxy-Authorization', 'Cookie', 'Content-Type', '*', ''])(
    'is not %j',
    (name) => {
      expect(isCorsNonWildcardRequestHeaderName(name)).toBe(false)
    },
  )
})
