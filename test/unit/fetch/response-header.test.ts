import { describe, expect, it } from 'vitest'
import {
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
} from '../../../src/fetch/response-header.js'

const spellings = (name: string) => [name, name.toLowerCase(), name.toUpperCase()]

describe('forbidden response-header name', () => {
  it.each(['Set-Cookie', 'Set-Cookie2'])('is %s', (name) => {
    expect(spellings(name).map(isForbiddenResponseHeaderName)).toEqual([true, true, true])
  })

  it.each(['Cookie', 'Set-Cookie3', 'Set-Cookies', 'X-Set-Cookie', 'Content-Type', ''])(
    'is not %j',
    (name) => {
      expect(isForbiddenResponseHeaderName(name)).toBe(false)
    },
  )
})

describe('CORS-safelisted response-header name', () => {
  // In the order of https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
  it.each([
    'Cache-Control',
    'Content-Language',
    'Content-Length',
    'Content-Type',
    'Expires',
    'Last-Modified',
    'Pragma',
  ])('is %s, exposed or not', (name) => {
    for (const spelling of spellings(name)) {
      expect(isCorsSafelistedResponseHeaderName(spelling)).toBe(true)
      expect(isCorsSafelistedResponseHeaderName(spelling, ['x-other'])).toBe(true)
    }
  })

  it.each(['ETag', 'Location', 'Content-Encoding', 'X-Total', 'Set-Cookie', ''])(
    'is not %j unless the response exposes it',
    (name) => {
      expect(isCorsSafelistedResponseHeaderName(name)).toBe(false)
      expect(isCorsSafelistedResponseHeaderName(name, [])).toBe(false)
      expect(isCorsSafelistedResponseHeaderName(name, ['X-Other'])).toBe(false)
    },
  )

  it('is a name that the response exposes, in any case', () => {
    const exposed = ['X-Total', 'etag']
    const names = [...spellings('X-Total'), ...spellings('ETag')]
    expect(names.every((name) => isCorsSafelistedResponseHeaderName(name, exposed))).toBe(true)
  })

  it('is not a forbidden response-header name, exposed or not', () => {
    const exposed = ['Set-Cookie', 'set-cookie2']
    const names = [...spellings('Set-Cookie'), ...spellings('Set-Cookie2')]
    expect(names.some((name) => isCorsSafelistedResponseHeaderName(name, exposed))).toBe(false)
  })
})
