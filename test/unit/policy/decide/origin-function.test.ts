import { describe, expect, it, vi } from 'vitest'
import { type CorsOptions, createPolicy, type OriginFunction } from '../../../../src/index.js'
import { createUntyped, withoutPage } from '../untyped.js'

const ORIGIN = 'https://app.example.com'
const OTHER = 'https://evil.test'
const FAILURE = new Error('the database is down')

/** JavaScript has no types, so a function may answer anything. */
function answering(answer: unknown): OriginFunction {
  return Reflect.apply((value: OriginFunction) => value, undefined, [() => answer])
}

function rejecting(reason: unknown): Promise<boolean> {
  return Promise.reject(reason)
}

async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'nothing',
    (error: unknown) => error,
  )
}

const WAYS: readonly (readonly [way: string, origin: OriginFunction])[] = [
  ['returns', (origin) => origin === ORIGIN],
  ['promises', async (origin) => origin === ORIGIN],
  ['calls back', (origin, callback) => callback(null, origin === ORIGIN)],
  [
    'calls back without an error argument',
    (origin, callback) => callback(undefined, origin === ORIGIN),
  ],
  [
    'calls back later',
    (origin, callback) => {
      setImmediate(callback, null, origin === ORIGIN)
    },
  ],
  [
    'calls back from an async function',
    async (origin, callback) => {
      await null
      callback(null, origin === ORIGIN)
    },
  ],
]

describe.each(WAYS)('an origin function that %s', (_way, origin) => {
  const policy = createPolicy({ origin })

  it('decides', async () => {
    expect(await policy.askOrigin(ORIGIN)).toBe(true)
    expect(await policy.askOrigin(OTHER)).toBe(false)
  })

  it('makes every method promise', async () => {
    const request = { method: 'GET', headers: { origin: OTHER } }
    const results = [
      policy.askOrigin(OTHER),
      policy.evaluate(request),
      policy.explain(request),
      policy.askOrigin(undefined),
      policy.evaluate({ method: 'GET', headers: {} }),
    ]
    expect(results.every((result) => result instanceof Promise)).toBe(true)
    expect((await policy.evaluate(request)).denial?.code).toBe('origin-not-allowed')
    expect(await policy.explain(request)).toContain('the origin function decides')
    expect(await policy.askOrigin(undefined)).toBe(false)
    expect((await policy.evaluate({ method: 'GET', headers: {} })).kind).toBe('non-cors')
  })
})

const RULES: readonly (readonly [what: string, rule: unknown, allowed: string, denied: string])[] =
  [
    ['an origin', ORIGIN, ORIGIN, OTHER],
    ['a pattern', 'https://*.example.com', ORIGIN, 'https://example.com'],
    ['a regular expression', /^https:\/\/app\./, ORIGIN, OTHER],
    ['an array', ['http://localhost:*', ORIGIN], 'http://localhost:1', OTHER],
    ['the opaque origin', 'null', 'null', ORIGIN],
  ]

describe('an origin function that answers', () => {
  it.each(RULES)('%s means what it says', async (_what, rule, allowed, denied) => {
    for (const origin of [answering(rule), answering(Promise.resolve(rule))]) {
      const policy = createPolicy({ origin })
      expect(await policy.askOrigin(allowed)).toBe(true)
      expect(await policy.askOrigin(denied)).toBe(false)
    }
  })

  it.each([ORIGIN, 'http://app.example.com', 'null'])(
    'true or the origin itself allows it: %s',
    async (origin) => {
      expect(await createPolicy({ origin: () => true }).askOrigin(origin)).toBe(true)
      expect(await createPolicy({ origin: (asked) => asked }).askOrigin(origin)).toBe(true)
    },
  )

  it.each([ORIGIN, 'http://app.example.com'])(
    'true or the origin itself allows it with credentials on, unless it is null: %s',
    async (origin) => {
      for (const answer of [() => true, (asked: string) => asked]) {
        const policy = createPolicy({ origin: answer, credentials: true })
        expect(await policy.askOrigin(origin)).toBe(true)
        expect(await policy.askOrigin('null')).toBe(false)
      }
    },
  )

  it('true does not name null, even if that risk is accepted', async () => {
    const policy = createPolicy({
      origin: () => true,
      credentials: true,
      dangerouslyAllow: ['null-origin'],
    })
    expect(await policy.askOrigin('null')).toBe(false)
  })

  it.each([false, undefined, null, 0, '', ' ', [], 'denied', 'not allowed'])(
    '%j denies everybody',
    async (answer) => {
      for (const origin of [answering(answer), answering(Promise.resolve(answer))]) {
        const policy = createPolicy({ origin, credentials: true })
        expect(await policy.askOrigin(ORIGIN)).toBe(false)
      }
    },
  )

  it.each<[string, OriginFunction]>([
    ['a look-up that finds nothing', (origin) => new Map([[OTHER, OTHER]]).get(origin)],
    ['a promised one', async (origin) => new Map([[OTHER, OTHER]]).get(origin)],
    ['a callback with nothing', (_origin, callback) => callback()],
    ['a callback with null', (_origin, callback) => callback(null, null)],
  ])('nothing denies everybody: %s', async (_how, origin) => {
    expect(await createPolicy({ origin }).askOrigin(ORIGIN)).toBe(false)
  })

  it("'*' allows everybody, reflected", async () => {
    const policy = createPolicy({ origin: () => '*' })
    const { headers, vary } = await policy.evaluate({ headers: { origin: OTHER } })
    expect(headers).toEqual({ 'Access-Control-Allow-Origin': OTHER })
    expect(vary).toEqual(['Origin'])
  })

  it('true with credentials on is about this one origin, and allowed', async () => {
    const policy = createPolicy({ origin: (origin) => origin === ORIGIN, credentials: true })
    expect((await policy.evaluate({ headers: { origin: ORIGIN } })).headers).toEqual({
      'Access-Control-Allow-Origin': ORIGIN,
      'Access-Control-Allow-Credentials': 'true',
    })
  })
})

describe('an origin function', () => {
  it.each([
    ['malformed', 'https://app.example.com/'],
    ['empty', ''],
    ['over 300 bytes', `https://${'a'.repeat(290)}.com`],
    ['of two values', ['https://app.example.com', 'https://app.example.com']],
  ])('is not called for an Origin that is %s', async (_what, origin) => {
    const decide = vi.fn(() => true)
    const policy = createPolicy({ origin: decide })
    const { denial } = await policy.evaluate({ method: 'GET', headers: { origin } })
    expect(denial?.code).toBe('origin-invalid')
    expect(decide).not.toHaveBeenCalled()
  })

  it('is not called if there is no Origin', async () => {
    const decide = vi.fn(() => true)
    const policy = createPolicy({ origin: decide })
    await policy.evaluate({ method: 'GET', headers: {} })
    expect(decide).not.toHaveBeenCalled()
  })

  it('is called once with the origin, even if it is null', async () => {
    const decide = vi.fn((_origin: string) => true)
    const policy = createPolicy({ origin: decide })
    await policy.evaluate({ method: 'GET', headers: { origin: 'null' } })
    expect(decide.mock.calls.map(([origin]) => origin)).toEqual(['null'])
  })

  it.each<[string, OriginFunction]>([
    [
      'a second callback',
      (_origin, callback) => {
        callback(null, false)
        callback(null, true)
      },
    ],
    [
      'a callback after a returned value',
      (_origin, callback) => {
        setImmediate(callback, null, true)
        return false
      },
    ],
    [
      'a returned value after a callback',
      (_origin, callback) => {
        callback(null, false)
        return true
      },
    ],
    [
      'a promised value after a callback',
      async (_origin, callback) => {
        callback(null, false)
        return true
      },
    ],
    [
      'an error after an answer',
      (_origin, callback) => {
        callback(null, false)
        throw FAILURE
      },
    ],
    [
      'an error called back after an answer',
      (_origin, callback) => {
        callback(null, false)
        callback(FAILURE)
      },
    ],
  ])('is heard once: %s is ignored', async (_what, origin) => {
    expect(await createPolicy({ origin }).askOrigin(ORIGIN)).toBe(false)
  })

  it.each<[string, OriginFunction]>([
    ['returns nothing', (_origin, callback) => void setImmediate(callback, null, true)],
    [
      'returns what is no answer, as the handle of a timer',
      (_origin, callback) => {
        const handle: unknown = setImmediate(callback, null, true)
        return Reflect.apply((value: undefined) => value, undefined, [handle])
      },
    ],
    [
      'promises nothing',
      async (_origin, callback) => {
        setImmediate(callback, null, true)
      },
    ],
  ])('with a callback parameter is waited for if it %s', async (_what, origin) => {
    expect(await createPolicy({ origin }).askOrigin(ORIGIN)).toBe(true)
  })

  it.each<[string, OriginFunction]>([
    [
      'throws',
      () => {
        throw FAILURE
      },
    ],
    ['rejects', () => rejecting(FAILURE)],
    ['calls back with an error', (_origin, callback) => callback(FAILURE)],
    ['calls back with an error and an answer', (_origin, callback) => callback(FAILURE, true)],
    [
      'calls back later with an error',
      (_origin, callback) => {
        setImmediate(callback, FAILURE)
      },
    ],
  ])('that %s makes every method reject with its error', async (_way, origin) => {
    const policy = createPolicy({ origin })
    const request = { method: 'GET', headers: { origin: ORIGIN } }
    expect(await thrownBy(policy.askOrigin(ORIGIN))).toBe(FAILURE)
    expect(await thrownBy(policy.evaluate(request))).toBe(FAILURE)
    expect(await thrownBy(policy.explain(request))).toBe(FAILURE)
  })

  it.each<[string, OriginFunction]>([
    ['undefined', () => rejecting(undefined)],
    ['null', () => rejecting(null)],
    ['the empty string', () => rejecting('')],
  ])(
    'that rejects with %s rejects with an error that can be told from none',
    async (_what, origin) => {
      expect(String(await thrownBy(createPolicy({ origin }).askOrigin(ORIGIN)))).toBe(
        'Error: the function failed without saying why',
      )
    },
  )
})

interface WrongAnswer {
  readonly what: string
  readonly options: CorsOptions
  readonly error: string
}

const WRONG_ANSWERS: readonly WrongAnswer[] = [
  {
    what: 'a number',
    options: { origin: answering(1) },
    error: `1 problem in what the origin function answered
  origin()  1  expected true, false, "*", an origin, a pattern, a RegExp or an array of those; a function that declares a second parameter may call back later  [invalid-type]
            → true to allow this origin, or false`,
  },
  {
    what: 'a function',
    options: { origin: answering(() => true) },
    error: `1 problem in what the origin function answered
  origin()  [function]  expected true, false, "*", an origin, a pattern, a RegExp or an array of those; a function that declares a second parameter may call back later  [invalid-type]
            → true to allow this origin, or false`,
  },
  {
    what: 'a document of a database',
    options: { origin: answering({ origin: ORIGIN }) },
    error: `1 problem in what the origin function answered
  origin()  [object]  expected true, false, "*", an origin, a pattern, a RegExp or an array of those; a function that declares a second parameter may call back later  [invalid-type]
            → true to allow this origin, or false`,
  },
  {
    what: 'an origin with a mistake in it',
    options: { origin: answering('https://app.example.com/') },
    error: `1 problem in what the origin function answered
  origin()  "https://app.example.com/"  an origin has no path, not even a slash at its end  [origin-invalid]
            → "https://app.example.com"`,
  },
  {
    what: 'what is no origin',
    options: { origin: answering(['https://app.example.com/', 'null', 'nul']) },
    error: `2 problems in what the origin function answered
  origin()[0]  "https://app.example.com/"  an origin has no path, not even a slash at its end  [origin-invalid]
               → "https://app.example.com"
  origin()[2]  "nul"  an origin starts with a scheme  [origin-invalid]
               → "https://app.example.com", with your own host`,
  },
  {
    what: "'*' with credentials on",
    options: { origin: answering('*'), credentials: true },
    error: `1 problem in what the origin function answered
  origin()  "*"  browsers refuse * when credentials are on  [wildcard-with-credentials]
            → true, for this origin alone`,
  },
  {
    what: 'everybody in a list',
    options: { origin: answering(['*']) },
    error: `1 problem in what the origin function answered
  origin()[0]  "*"  * means any origin and cannot be one of several  [wildcard-in-list]
               → true, for this origin alone`,
  },
  {
    what: 'everybody in another way',
    options: { origin: answering('*:*') },
    error: `1 problem in what the origin function answered
  origin()  "*:*"  an origin starts with a scheme  [origin-invalid]
            → true, for this origin alone`,
  },
  {
    what: 'what is unsafe with credentials on',
    options: { origin: answering(['null', 'http://a.test']), credentials: true },
    error: `2 problems in what the origin function answered
  origin()[0]  "null"  every site can send "null" from a sandboxed frame, and credentials are on  [null-origin]
               → remove it, or accept the risk with dangerouslyAllow: ['null-origin']
  origin()[1]  "http://a.test"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
               → "https://a.test", or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'a pattern over a public suffix with credentials on',
    options: { origin: answering('https://*.github.io'), credentials: true },
    error: `1 problem in what the origin function answered
  origin()  "https://*.github.io"  anyone can register a name under github.io, and credentials are on  [public-suffix-wildcard]
            → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']`,
  },
]

describe('an origin function that answers wrongly', () => {
  it.each(WRONG_ANSWERS)('rejects with the fix: $what', async ({ options, error }) => {
    const thrown = await thrownBy(Promise.resolve(createPolicy(options).askOrigin(ORIGIN)))
    expect(withoutPage(String(thrown))).toBe(`CorsConfigError: ${error}`)
  })

  it('may answer with what is unsafe if that is acknowledged, and nothing else', async () => {
    const policy = createPolicy({
      origin: (origin) => (origin === 'null' ? 'null' : 'http://a.test'),
      credentials: true,
      dangerouslyAllow: ['null-origin'],
    })
    expect(policy.warnings).toEqual([])
    expect(await policy.askOrigin('null')).toBe(true)
    expect(withoutPage(String(await thrownBy(policy.askOrigin('http://b.test'))))).toBe(
      `CorsConfigError: 1 problem in what the origin function answered
  origin()  "http://a.test"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
            → "https://a.test", or accept the risk with dangerouslyAllow: ['insecure-origin']`,
    )
  })

  it('is not waited for if it declares no callback', async () => {
    const policy = createUntyped({ origin: (_origin: string) => {} })
    expect(await policy.askOrigin(ORIGIN)).toBe(false)
  })
})
