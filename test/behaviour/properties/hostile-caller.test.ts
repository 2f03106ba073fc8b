import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CorsConfigError,
  type CorsOptions,
  type CorsRequest,
  createPolicy,
  type Policy,
} from '../../../src/index.js'
import { tamper } from './tamper.js'

const SEED = 20261120
const ORIGINS = [
  'https://app.example.com',
  'https://a.example.org',
  'http://localhost:5173',
  'https://evil.test',
  'null',
]

/** Made anew for every run, since the caller gets hold of it. */
const anyOptions: fc.Arbitrary<() => CorsOptions> = fc
  .record(
    {
      origin: fc.oneof(
        fc.constantFrom('*', true, false),
        fc.subarray(
          [
            'https://app.example.com',
            'https://*.example.org',
            'http://localhost:*',
            'null',
            '/^https:\\/\\/[a-z]+\\.example\\.(?:com|org)$/',
          ],
          { minLength: 1 },
        ),
      ),
      methods: fc.oneof(fc.constant('*'), fc.subarray(['PUT', 'DELETE'])),
      allowedHeaders: fc.oneof(fc.constant('*'), fc.subarray(['X-A', 'Cookie'])),
      exposedHeaders: fc.subarray(['ETag', 'Set-Cookie']),
      credentials: fc.boolean(),
      maxAge: fc.constantFrom(600, 100_000),
    },
    { requiredKeys: ['origin'] },
  )
  .filter(({ origin, credentials }) => origin !== '*' || !credentials)
  .map((options) => () => ({
    ...structuredClone(options),
    origin: Array.isArray(options.origin) ? options.origin.map(toRule) : options.origin,
    dangerouslyAllow: ['any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard'],
  }))

/** Rules in slashes stand for regular expressions: each run needs one of its own. */
function toRule(rule: string): string | RegExp {
  return rule.startsWith('/') ? new RegExp(rule.slice(1, -1)) : rule
}

const anyRequest: fc.Arbitrary<CorsRequest> = fc.record({
  method: fc.constantFrom('GET', 'OPTIONS'),
  headers: fc.record(
    {
      origin: fc.constantFrom(...ORIGINS),
      'access-control-request-method': fc.constantFrom('GET', 'PUT', 'PATCH'),
      'access-control-request-headers': fc.constantFrom('x-a', 'x-b', 'authorization', '('),
    },
    { requiredKeys: ['origin'] },
  ),
})

const requests = fc.array(anyRequest, { minLength: 1, maxLength: 6 })

/** Everything that a policy says, as text, so that nothing of it can be changed afterwards. */
function sayingsOf(policy: Policy, asked: readonly CorsRequest[]): string {
  const sayings = asked.map((request) => [policy.evaluate(request), policy.explain(request)])
  return JSON.stringify(sayings)
}

function errorOf(options: CorsOptions): CorsConfigError {
  try {
    createPolicy(options)
  } catch (error) {
    if (error instanceof CorsConfigError) return error
  }
  throw new Error('no CorsConfigError was thrown')
}

describe('a hostile caller', () => {
  it('changes whatever is not frozen, so that the test can tell', () => {
    const origin = ['https://app.example.com']
    const options = { origin, maxAge: 5 }
    tamper(options)
    expect(origin).not.toContain('https://app.example.com')
    expect(options).not.toMatchObject({ maxAge: 5 })
  })

  it('changes no decision through the policy, its options, warnings and decisions', () => {
    fc.assert(
      fc.property(anyOptions, requests, (makeOptions, asked) => {
        const policy = createPolicy(makeOptions())
        const before = sayingsOf(policy, asked)
        const decisions = asked.map((request) => policy.evaluate(request))
        tamper([policy, ...decisions])
        expect(sayingsOf(policy, asked)).toBe(before)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('changes no decision through the options it gave', () => {
    fc.assert(
      fc.property(anyOptions, requests, (makeOptions, asked) => {
        const options = makeOptions()
        const policy = createPolicy(options)
        const before = sayingsOf(policy, asked)
        tamper(options)
        expect(sayingsOf(policy, asked)).toBe(before)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('changes no policy that is made afterwards', () => {
    fc.assert(
      fc.property(anyOptions, requests, (makeOptions, asked) => {
        const before = sayingsOf(createPolicy(makeOptions()), asked)
        const victim = createPolicy(makeOptions())
        tamper([victim, ...asked.map((request) => victim.evaluate(request))])
        expect(sayingsOf(createPolicy(makeOptions()), asked)).toBe(before)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('changes no issue of a CorsConfigError, nor of one that is thrown afterwards', () => {
    const invalid: CorsOptions = {
      origin: ['https://app.example.com/', 'null', '*'],
      credentials: true,
      methods: ['put'],
      maxAge: -1,
    }
    const error = errorOf(invalid)
    const before = JSON.stringify([error.message, error.issues])
    tamper(error.issues)
    expect(JSON.stringify([error.message, error.issues])).toBe(before)
    const next = errorOf(invalid)
    expect(JSON.stringify([next.message, next.issues])).toBe(before)
  })
})
