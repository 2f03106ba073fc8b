import { describe, expect, it } from 'vitest'
import {
  isCorsSafelistedMethod,
  isForbiddenMethod,
  isMethod,
  normalizeMethod,
} from '../../../src/fetch/method.js'

describe('method', () => {
  // The standard: "CHICKEN is perfectly acceptable", and so are "Egg" and "eGg".
  it.each(['GET', 'get', 'PATCH', 'M-SEARCH', 'CHICKEN', 'Egg', 'eGg', '*', 'TRACE'])(
    'takes %s',
    (method) => {
      expect(isMethod(method)).toBe(true)
    },
  )

  it.each(['', ' ', 'GET ', 'GET,PUT', 'GET/', 'G\u00cbT', 'GET\r\n'])(
    'refuses %j, which is not a token',
    (method) => {
      expect(isMethod(method)).toBe(false)
    },
  )
})

describe('CORS-safelisted method', () => {
  it.each(['GET', 'HEAD', 'POST'])('is %s', (method) => {
    expect(isCorsSafelistedMethod(method)).toBe(true)
  })

  it.each(['get', 'Head', 'post', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', '*', ''])(
    'is not %j',
    (method) => {
      expect(isCorsSafelistedMethod(method)).toBe(false)
    },
  )
})

describe('forbidden method', () => {
  it.each(['CONNECT', 'TRACE', 'TRACK', 'connect', 'Trace', 'tRACK'])('is %s', (method) => {
    expect(isForbiddenMethod(method)).toBe(true)
  })

  it.each(['GET', 'OPTIONS', 'TRACER', 'TRAC', 'RETRACE', 'CONNECT ', ''])(
    'is not %j',
    (method) => {
      expect(isForbiddenMethod(method)).toBe(false)
    },
  )
})

describe('normalizing a method', () => {
  it.each(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'])(
    'puts every spelling of %s in upper case',
    (method) => {
      const mixed = method.charAt(0) + method.slice(1).toLowerCase()
      const results = [method, method.toLowerCase(), mixed].map(normalizeMethod)
      expect(results).toEqual([method, method, method])
    },
  )

  it.each(['patch', 'Patch', 'PATCH', 'chicken', 'eGg', 'connect', 'trace', 'track', 'gett'])(
    'leaves %s as it is',
    (method) => {
      expect(normalizeMethod(method)).toBe(method)
    },
  )
})
