import { describe, expect, it } from 'vitest'
import cors, { CorsConfigError, createPolicy } from '../../../src/index.js'
import { from, preflightFrom, serve } from './serve.js'

const ORIGIN = 'https://app.example.com'

describe('middleware.policy', () => {
  it('is the policy that was given', () => {
    const policy = createPolicy({ origin: ORIGIN })
    expect(cors(policy).policy).toBe(policy)
  })

  it('is made of the options that were given, once', () => {
    const middleware = cors({ origin: ORIGIN, maxAge: 5 })
    expect(middleware.policy?.options).toMatchObject({ origin: [ORIGIN], maxAge: 5 })
    expect(middleware.policy).toBe(middleware.policy)
  })

  it('follows update()', () => {
    const middleware = cors({ origin: ORIGIN })
    middleware.update({ origin: 'https://other.example.com' })
    expect(middleware.policy?.options.origin).toEqual(['https://other.example.com'])
  })

  it('is undefined if a function chooses one per request', () => {
    expect(cors(() => ({ origin: ORIGIN })).policy).toBeUndefined()
  })
})

describe('update()', () => {
  it('needs an origin in its options: what nobody has set must not mean everybody', async () => {
    const middleware = cors({ origin: ORIGIN })
    expect(() => middleware.update({})).toThrow(CorsConfigError)
    expect(() => middleware.update({})).toThrow(
      `1 problem in the CORS options
  origin  undefined  no origin is named; undefined does not mean the default; it may be an unset environment variable  [origin-missing]
          → name who may read: "https://app.example.com", or "*" for everybody`,
    )
    const { res } = await serve(middleware, from('https://evil.test'))
    expect(res.hasHeader('access-control-allow-origin')).toBe(false)
  })
})

describe('a polluted Object.prototype', () => {
  it.each([
    ['onDecision', 1],
    ['maxAge', 7],
    ['allowedHeaders', 'x'],
  ])('cannot supply options that are omitted: %s', async (name, value) => {
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true })
    try {
      const { res, nextCalls } = await serve(cors({ origin: ORIGIN }), {
        ...preflightFrom(ORIGIN),
        headers: {
          ...preflightFrom(ORIGIN).headers,
          'access-control-request-headers': 'x-asked',
        },
      })
      expect([res.statusCode, nextCalls]).toEqual([204, []])
    } finally {
      Reflect.deleteProperty(Object.prototype, name)
    }
  })
})

describe('a header of an outer layer', () => {
  it('that exposes response headers does not outlive an inner policy', async () => {
    const middleware = cors({ origin: ORIGIN })
    const { res } = await serve((request, response, next) => {
      response.setHeader('Access-Control-Expose-Headers', 'X-Session')
      return middleware(request, response, next)
    }, from(ORIGIN))
    expect(res.hasHeader('access-control-expose-headers')).toBe(false)
  })
})
