import { describe, expect, it } from 'vitest'
import { type CorsRequest, createPolicy, type RequestKind } from '../../../../src/index.js'

const ORIGIN = 'https://app.example.com'
const ASKED = 'access-control-request-method'

const KINDS: readonly (readonly [what: string, request: CorsRequest, kind: RequestKind])[] = [
  ['no Origin', { method: 'GET', headers: {} }, 'non-cors'],
  ['an undefined Origin', { method: 'GET', headers: { origin: undefined } }, 'non-cors'],
  ['OPTIONS without Origin', { method: 'OPTIONS', headers: { [ASKED]: 'PUT' } }, 'non-cors'],
  ['an Origin', { method: 'GET', headers: { origin: ORIGIN } }, 'cors'],
  ['an empty Origin', { method: 'GET', headers: { origin: '' } }, 'cors'],
  ['no Origin line but the name', { method: 'GET', headers: { origin: [] } }, 'cors'],
  ['OPTIONS that asks for no method', { method: 'OPTIONS', headers: { origin: ORIGIN } }, 'cors'],
  [
    'OPTIONS that asks for headers only',
    { method: 'OPTIONS', headers: { origin: ORIGIN, 'access-control-request-headers': 'x-a' } },
    'cors',
  ],
  [
    'GET that asks for a method',
    { method: 'GET', headers: { origin: ORIGIN, [ASKED]: 'PUT' } },
    'cors',
  ],
  [
    'options in lower case, which is another method',
    { method: 'options', headers: { origin: ORIGIN, [ASKED]: 'PUT' } },
    'cors',
  ],
  ['no method', { headers: { origin: ORIGIN, [ASKED]: 'PUT' } }, 'cors'],
  [
    'OPTIONS that asks for a method',
    { method: 'OPTIONS', headers: { origin: ORIGIN, [ASKED]: 'PUT' } },
    'preflight',
  ],
  [
    'OPTIONS that asks for an empty method',
    { method: 'OPTIONS', headers: { origin: ORIGIN, [ASKED]: '' } },
    'preflight',
  ],
  [
    'an Origin from a page of the server itself',
    { method: 'POST', headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' } },
    'same-origin',
  ],
  [
    'an Origin from a page of the server itself, with names in another case',
    { method: 'POST', headers: { origin: ORIGIN, 'SEC-Fetch-Site': 'same-origin' } },
    'same-origin',
  ],
  [
    'an Origin of another site',
    { method: 'POST', headers: { origin: ORIGIN, 'sec-fetch-site': 'cross-site' } },
    'cors',
  ],
  [
    'two lines that say where it comes from',
    { method: 'POST', headers: { origin: ORIGIN, 'sec-fetch-site': ['same-origin', 'none'] } },
    'cors',
  ],
  [
    'no Origin from a page of the server itself',
    { method: 'GET', headers: { 'sec-fetch-site': 'same-origin' } },
    'non-cors',
  ],
  [
    'OPTIONS that asks for a method, whatever it says of where it comes from',
    {
      method: 'OPTIONS',
      headers: { origin: ORIGIN, [ASKED]: 'PUT', 'sec-fetch-site': 'same-origin' },
    },
    'preflight',
  ],
  [
    'names in another case',
    { method: 'OPTIONS', headers: { Origin: ORIGIN, 'Access-Control-Request-Method': 'PUT' } },
    'preflight',
  ],
  [
    'one name in another case',
    { method: 'OPTIONS', headers: { origin: ORIGIN, 'Access-Control-Request-Method': 'PUT' } },
    'preflight',
  ],
]

describe('the kind of a request', () => {
  const policy = createPolicy({ origin: ORIGIN })

  it.each(KINDS)('is found with %s', (_what, request, kind) => {
    expect(policy.evaluate(request).kind).toBe(kind)
  })
})

describe('a request', () => {
  const policy = createPolicy({ origin: ORIGIN, allowedHeaders: ['x-a', 'x-b'] })

  it('finds the headers asked for in any case', () => {
    const headers = { origin: ORIGIN, [ASKED]: 'PUT', 'Access-Control-Request-Headers': 'x-c' }
    expect(policy.evaluate({ method: 'OPTIONS', headers }).denial?.code).toBe('header-not-allowed')
  })

  it('must not have its headers in a Headers object, which would look empty', () => {
    const request = { method: 'GET', headers: new Headers({ origin: ORIGIN }) }
    expect(() => Reflect.apply(policy.evaluate, policy, [request])).toThrow(
      new TypeError(
        'strict-cors: request.headers must be a record of names and values; for a Headers object, pass Object.fromEntries(headers)',
      ),
    )
  })

  it.each([undefined, null, 'origin: null'])('must not have %s for headers', (headers) => {
    expect(() => Reflect.apply(policy.explain, policy, [{ headers }])).toThrow(
      /^strict-cors: request\.headers must be a record of names and values/,
    )
  })

  it('must not have its headers in a Map either', () => {
    const request = { method: 'GET', headers: new Map([['origin', ORIGIN]]) }
    expect(() => Reflect.apply(policy.evaluate, policy, [request])).toThrow(TypeError)
  })

  it('may have a header in several lines', () => {
    const lines = (...names: string[]): CorsRequest => ({
      method: 'OPTIONS',
      headers: { origin: ORIGIN, [ASKED]: 'PUT', 'access-control-request-headers': names },
    })
    expect(policy.evaluate(lines('x-a', 'x-b')).allowed).toBe(true)
    expect(policy.evaluate(lines('x-a', 'x-c')).denial?.code).toBe('header-not-allowed')
  })

  it('has the lines of a header joined by a comma and a space, as Fetch combines them', () => {
    const reflecting = createPolicy({ origin: ORIGIN })
    const headers = {
      origin: ORIGIN,
      [ASKED]: 'PUT',
      'access-control-request-headers': ['x-a', 'x-b,x-c'],
    }
    expect(reflecting.evaluate({ method: 'OPTIONS', headers }).headers).toMatchObject({
      'Access-Control-Allow-Headers': 'x-a, x-b,x-c',
    })
  })

  it('with two Origin lines has no origin of its own', () => {
    const { allowed, headers } = policy.evaluate({ headers: { origin: [ORIGIN, ORIGIN] } })
    expect([allowed, headers]).toEqual([false, {}])
  })

  it('is only read, never changed', () => {
    const headers = Object.freeze({ Origin: ORIGIN, Host: 'api.example.com' })
    expect(policy.evaluate(Object.freeze({ method: 'GET', headers })).allowed).toBe(true)
  })
})
