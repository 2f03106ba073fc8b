import { describe, expect, it } from 'vitest'
import {
  type CorsOptions,
  type CorsRequest,
  createPolicy,
  type Policy,
  type UnsafeCode,
} from '../../../../src/index.js'

const ORIGINS = [
  'https://app.example.com',
  'https://a.example.org',
  'https://a.example.org:1',
  'http://localhost:3000',
  'https://pr-1.example.dev',
  'null',
  'https://evil.test',
  'no origin',
]

const REQUESTS: readonly CorsRequest[] = [
  { method: 'GET', headers: {} },
  ...ORIGINS.flatMap((origin) => [
    { method: 'GET', headers: { origin } },
    ...['PUT', 'PROPFIND'].map((method) => ({
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'x-a,authorization',
      },
    })),
  ]),
]

const DANGEROUS: readonly UnsafeCode[] = ['any-origin', 'null-origin', 'insecure-origin']

const OPTIONS: readonly (readonly [what: string, options: CorsOptions])[] = [
  ['none', {}],
  ['an origin', { origin: 'https://app.example.com' }],
  ['a string list', { methods: 'PUT, PATCH', allowedHeaders: 'X-A, x-a', exposedHeaders: 'ETag' }],
  ['empty lists', { methods: [], allowedHeaders: [], exposedHeaders: [] }],
  ['wildcards', { methods: '*', allowedHeaders: '*', exposedHeaders: '*' }],
  [
    'wildcards with credentials',
    {
      origin: true,
      credentials: true,
      methods: '*',
      allowedHeaders: '*',
      dangerouslyAllow: DANGEROUS,
    },
  ],
  [
    'every rule',
    {
      origin: [
        'https://*.example.org:*',
        'http://localhost:*',
        'null',
        /^https:\/\/pr-\d+\.example\.dev$/,
      ],
      credentials: true,
      dangerouslyAllow: DANGEROUS,
    },
  ],
  [
    'everything else',
    { maxAge: 0, preflightContinue: true, optionsSuccessStatus: 200, onDecision() {} },
  ],
  ['CORS off', { origin: false }],
  ['a function', { origin: (origin) => origin === 'https://app.example.com' }],
]

/** Every object within a value, the value itself included. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

describe('policy.options', () => {
  it('has every default', () => {
    expect(createPolicy().options).toEqual({
      origin: '*',
      methods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
      exposedHeaders: [],
      credentials: false,
      preflightContinue: false,
      optionsSuccessStatus: 204,
      dangerouslyAllow: [],
      enforce: false,
    })
    expect(Object.keys(createPolicy().options)).not.toContain('maxAge')
  })

  it('has what was given, lists as arrays', () => {
    const onDecision = () => {}
    const options = {
      origin: 'https://app.example.com',
      methods: ' PUT ,PATCH',
      allowedHeaders: 'X-A,x-a, X-B',
      exposedHeaders: ['X-Id', 'x-id', 'X-ID'],
      credentials: true,
      maxAge: 5,
      preflightContinue: true,
      optionsSuccessStatus: 200,
      dangerouslyAllow: ['null-origin'],
      onDecision,
      enforce: 'report',
    } as const
    expect(createPolicy(options).options).toEqual({
      ...options,
      origin: ['https://app.example.com'],
      methods: ['PUT', 'PATCH'],
      allowedHeaders: ['X-A', 'X-B'],
      exposedHeaders: ['X-Id'],
    })
  })

  it('has methods that differ in case, which are different methods, and no method twice', () => {
    const methods = ['PURGE', 'purge', 'PURGE']
    expect(createPolicy({ methods }).options.methods).toEqual(['PURGE', 'purge'])
  })

  it.each(OPTIONS)('is frozen, and so is the policy: %s', (_what, options) => {
    const policy = createPolicy(options)
    expect(Object.isFrozen(policy)).toBe(true)
    expect(Object.isFrozen(policy.options)).toBe(true)
    const objects = objectsIn([policy.options, policy.warnings]).slice(1)
    // No freezing keeps a regular expression from being compiled again; the policy has its own.
    const thawed = objects.filter((object) => !Object.isFrozen(object))
    expect(thawed.filter((object) => !(object instanceof RegExp))).toEqual([])
  })

  it.each(OPTIONS)('makes a policy that decides the same: %s', async (_what, options) => {
    const policy = createPolicy(options)
    const again = createPolicy(policy.options)
    expect(again.options).toEqual(policy.options)
    expect(again.warnings).toEqual(policy.warnings)
    for (const request of REQUESTS) {
      expect(await again.evaluate(request)).toEqual(await policy.evaluate(request))
    }
  })
})

describe('the options given', () => {
  it('may change afterwards without effect', () => {
    const origin: string[] = ['https://app.example.com']
    const exposedHeaders: string[] = ['ETag']
    const options: Record<'origin' | 'exposedHeaders', string[]> = { origin, exposedHeaders }
    const policy = createPolicy(options)
    origin[0] = 'https://evil.test'
    origin.push('https://evil.test')
    exposedHeaders.push('X-Secret')
    options.origin = ['https://evil.test']
    expect(policy.isOriginAllowed('https://evil.test')).toBe(false)
    expect(policy.evaluate({ headers: { origin: 'https://app.example.com' } })).toMatchObject({
      headers: { 'Access-Control-Expose-Headers': 'ETag' },
    })
  })

  it('may hold a regular expression that is compiled again', () => {
    const regexp = /^https:\/\/a\.test$/
    const policy = createPolicy({ origin: regexp })
    const stranger = { headers: { origin: 'https://evil.test' } }
    const before = policy.explain(stranger)
    regexp.compile('')
    expect(policy.options.origin).toEqual([/^https:\/\/a\.test$/])
    const [exposed] = [policy.options.origin].flat()
    if (exposed instanceof RegExp) exposed.compile('')
    expect(policy.options.origin).toEqual([/(?:)/])
    expect(policy.explain(stranger)).toBe(before)
  })

  it('are not frozen, and neither is anything in them', () => {
    const options = { origin: ['https://app.example.com', /^https:\/\/a$/], methods: ['PUT'] }
    createPolicy(options)
    expect(objectsIn(options).some(Object.isFrozen)).toBe(false)
  })

  it('are read once', () => {
    let reads = 0
    const options = {
      get origin() {
        reads++
        return reads === 1 ? 'https://app.example.com' : 'https://evil.test'
      },
    }
    const policy = createPolicy(options)
    expect(policy.isOriginAllowed('https://evil.test')).toBe(false)
    expect(reads).toBe(1)
  })

  it('count only if they are own properties, so a polluted prototype opens nothing', () => {
    const polluted = { credentials: true, origin: 'https://evil.test' }
    let policy: Policy
    try {
      Object.assign(Object.prototype, polluted)
      policy = createPolicy({})
    } finally {
      for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name)
    }
    expect(policy.options).toMatchObject({ origin: '*', credentials: false })
  })

  it('may be an object without a prototype', () => {
    const options = Object.assign(Object.create(null), { origin: 'https://app.example.com' })
    expect(createPolicy(options).options.origin).toEqual(['https://app.example.com'])
  })
})
