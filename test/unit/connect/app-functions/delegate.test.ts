import { describe, expect, it } from 'vitest'
import cors, { CorsConfigError, type CorsDelegate, createPolicy } from '../../../../src/index.js'
import { withoutPage } from '../../policy/untyped.js'
import { allowedOrigin, from, preflightFrom, serve } from '../serve.js'

const ORIGIN = 'https://app.example.com'
const OPTIONS = { origin: ORIGIN }
const POLICY = createPolicy(OPTIONS)
const FAILURE = new Error('the database is down')

interface DelegateCase {
  readonly how: string
  readonly delegate: CorsDelegate
}

// As in JavaScript, where no compiler checks what a function returns.
function untyped(delegate: (...args: never[]) => unknown): CorsDelegate {
  return (request, callback) => Reflect.apply(delegate, undefined, [request, callback])
}

const ANSWERING: readonly DelegateCase[] = [
  { how: 'returns options', delegate: () => OPTIONS },
  { how: 'returns a policy', delegate: () => POLICY },
  { how: 'promises options', delegate: async () => OPTIONS },
  { how: 'promises a policy', delegate: async () => POLICY },
  { how: 'calls back with options', delegate: (_req, callback) => callback(null, OPTIONS) },
  { how: 'calls back with a policy', delegate: (_req, callback) => callback(undefined, POLICY) },
  {
    how: 'calls back later with a policy',
    delegate: (_req, callback) => {
      setImmediate(callback, null, POLICY)
    },
  },
  {
    how: 'calls back from an async function',
    delegate: async (_req, callback) => {
      await null
      callback(null, OPTIONS)
    },
  },
  { how: 'returns although it could call back', delegate: (_req, _callback) => OPTIONS },
  {
    how: 'returns something of its own and calls back',
    // As a database client returns its query.
    delegate: untyped((_req: never, callback: (error: unknown, answer: unknown) => void) =>
      setTimeout(callback, 1, null, OPTIONS),
    ),
  },
]

describe('a function that chooses options', () => {
  it.each(ANSWERING)('may be one that $how', async ({ delegate }) => {
    const { res, nextCalls } = await serve(cors(delegate), from(ORIGIN))
    expect([allowedOrigin(res), nextCalls]).toEqual([ORIGIN, [undefined]])
  })

  it('receives the request and chooses for it alone', async () => {
    const requests: unknown[] = []
    const middleware = cors((req) => {
      requests.push(req)
      return req.url === '/admin' ? { origin: false } : OPTIONS
    })
    const admin = await serve(middleware, { ...from(ORIGIN), url: '/admin' })
    const other = await serve(middleware, { ...from(ORIGIN), url: '/other' })
    expect(requests).toEqual([admin.req, other.req])
    expect(admin.res.getHeaders()).toEqual({ vary: 'Origin' })
    expect(allowedOrigin(other.res)).toBe(ORIGIN)
  })

  it('may choose a policy whose origin function has to be asked too', async () => {
    const middleware = cors(async () => ({ origin: async (origin: string) => origin === ORIGIN }))
    const { res, nextCalls } = await serve(middleware, from(ORIGIN))
    expect([allowedOrigin(res), nextCalls]).toEqual([ORIGIN, [undefined]])
  })
})

const TITLE = '1 problem in the options from the function given to cors()'
const ADVICE =
  'to learn this at start-up, make the policies beforehand with createPolicy(), and answer with one of them'

const NOTHING = `${TITLE}
    undefined  expected options or a policy from the function given to cors(); undefined does not mean the default; it may be an unset environment variable  [invalid-type]
    → return options or a policy, or call back with one
${ADVICE}`

const NULL = `${TITLE}
    null  expected an options object  [invalid-type]
    → { origin: "https://app.example.com" }, with your own host, or nothing at all for everybody
${ADVICE}`

const WRONG = `${TITLE}
  origin  "app.example.com"  an origin starts with a scheme  [origin-invalid]
          → "https://app.example.com"
${ADVICE}`

const misplaced = (answer: boolean) => `${TITLE}
    ${answer}  expected options or a policy  [invalid-type]
    → for an origin function fn, cors({ origin: fn }); else { origin: ${answer} }
${ADVICE}`

interface FailingCase extends DelegateCase {
  readonly message: string
}

const FAILING: readonly FailingCase[] = [
  { how: 'returns nothing', delegate: () => {}, message: NOTHING },
  { how: 'promises nothing', delegate: async () => {}, message: NOTHING },
  {
    how: 'calls back with nothing',
    delegate: (_req, callback) => callback(),
    message: NOTHING,
  },
  {
    how: 'calls back with nothing later',
    delegate: (_req, callback) => {
      setImmediate(callback)
    },
    message: NOTHING,
  },
  {
    how: 'calls back with null',
    delegate: untyped((_req: never, callback: (error: unknown, answer: unknown) => void) =>
      callback(null, null),
    ),
    message: NULL,
  },
  {
    how: 'calls back with true, as an origin function does',
    delegate: untyped((_origin: never, callback: (error: unknown, answer: unknown) => void) =>
      callback(null, true),
    ),
    message: misplaced(true),
  },
  {
    how: 'returns false, as an origin function does',
    delegate: Reflect.apply((value: CorsDelegate) => value, undefined, [() => false]),
    message: misplaced(false),
  },
  {
    how: 'returns wrong options',
    delegate: () => ({ origin: 'app.example.com' }),
    message: WRONG,
  },
  {
    how: 'promises wrong options',
    delegate: async () => ({ origin: 'app.example.com' }),
    message: WRONG,
  },
]

describe('a function that chooses no usable options', () => {
  it.each(FAILING)('and $how is an error', async ({ delegate, message }) => {
    const { res, nextCalls } = await serve(cors(delegate), preflightFrom(ORIGIN))
    expect(nextCalls).toEqual([expect.any(CorsConfigError)])
    expect(nextCalls.map((error) => withoutPage(String(error)))).toEqual([
      `CorsConfigError: ${message}`,
    ])
    expect([res.getHeaders(), res.headersSent]).toEqual([{ vary: 'Origin' }, false])
  })

  it.each(FAILING)('and $how lets a request pass that asks for nothing', async ({ delegate }) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const { res, nextCalls } = await serve(cors(delegate), { method })
      expect([nextCalls, res.getHeaders()]).toEqual([[undefined], { vary: 'Origin' }])
    }
  })

  it('and a request that may change something does not pass', async () => {
    const { nextCalls } = await serve(
      cors(() => ({ origin: 'a.test' })),
      { method: 'POST' },
    )
    expect(nextCalls).toEqual([expect.any(CorsConfigError)])
  })

  it.each([
    {
      how: 'throws',
      delegate: () => {
        throw FAILURE
      },
    },
    {
      how: 'answers options that throw',
      delegate: () => ({
        get origin(): boolean {
          throw FAILURE
        },
      }),
    },
  ])('but $how does not even let that request pass', async ({ delegate }) => {
    expect((await serve(cors(delegate), {})).nextCalls).toEqual([FAILURE])
  })
})

describe('origin: true from a function', () => {
  it('is the origin of the request, with credentials too', async () => {
    const middleware = cors((req) => ({
      origin: req.headers.origin === ORIGIN,
      credentials: true,
    }))
    const allowed = await serve(middleware, from(ORIGIN))
    expect(allowed.res.getHeaders()).toEqual({
      vary: 'Origin',
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-credentials': 'true',
    })
    const other = await serve(middleware, from('https://evil.test'))
    expect([other.res.getHeaders(), other.nextCalls]).toEqual([{ vary: 'Origin' }, [undefined]])
  })

  it.each([
    { credentials: true, seen: undefined },
    { credentials: false, seen: 'null' },
  ])('includes null only without credentials: $credentials', async ({ credentials, seen }) => {
    const { res } = await serve(
      cors(() => ({ origin: true, credentials })),
      from('null'),
    )
    expect(allowedOrigin(res)).toBe(seen)
  })

  it('grants nothing to a request that asks for nothing', async () => {
    const { res, nextCalls } = await serve(
      cors(() => ({ origin: true, credentials: true })),
      {},
    )
    expect([res.getHeaders(), nextCalls]).toEqual([{ vary: 'Origin' }, [undefined]])
  })
})

describe('no origin from a function', () => {
  it.each([undefined, null, 0, '', [], 'stupid'])('is false: %j', async (origin) => {
    let maxAge = 0
    const middleware = cors(untyped(() => ({ origin, credentials: true, maxAge: maxAge++ })))
    for (const request of [{}, from(ORIGIN), preflightFrom(ORIGIN)]) {
      const { res, nextCalls } = await serve(middleware, request)
      expect([res.getHeaders(), nextCalls]).toEqual([{ vary: 'Origin' }, [undefined]])
    }
  })
})

describe('no origin from a function, with enforce', () => {
  const WRITE = { ...from(ORIGIN), method: 'POST' }

  it.each([false, undefined, null, '', [], 'denied'])(
    'rejects the writes of every page: %j',
    async (origin) => {
      const middleware = cors(untyped(() => ({ origin, credentials: true, enforce: true })))
      const { res, nextCalls } = await serve(middleware, WRITE)
      expect([res.statusCode, nextCalls]).toEqual([403, []])
      expect(res.getHeader('vary')).toBe('Origin, Sec-Fetch-Site')
    },
  )

  it('fails no other request', async () => {
    const middleware = cors(() => ({ origin: false, enforce: true }))
    for (const request of [{}, { method: 'POST' }, from(ORIGIN)]) {
      const { res, nextCalls } = await serve(middleware, request)
      expect([res.getHeaders(), nextCalls]).toEqual([{ vary: 'Origin' }, [undefined]])
    }
    const { res, nextCalls } = await serve(middleware, preflightFrom(ORIGIN))
    expect([res.statusCode, allowedOrigin(res), nextCalls]).toEqual([204, undefined, []])
  })

  it('passes the own pages of the server', async () => {
    const middleware = cors(() => ({ origin: false, enforce: true }))
    const own = { method: 'POST', headers: { origin: 'http://a.test', host: 'a.test' } }
    const { res, nextCalls } = await serve(middleware, own)
    expect([res.statusCode, nextCalls]).toEqual([200, [undefined]])
  })

  it("with 'report' only tells the hook", async () => {
    const told: boolean[] = []
    const middleware = cors(() => ({
      origin: false,
      enforce: 'report',
      onDecision: ({ rejected }) => {
        told.push(rejected)
      },
    }))
    const { res, nextCalls } = await serve(middleware, WRITE)
    expect([res.getHeaders(), nextCalls, told]).toEqual([{ vary: 'Origin' }, [undefined], [true]])
  })

  it('is off if the answer says enforce: false', async () => {
    const { nextCalls } = await serve(
      cors(() => ({ origin: false, enforce: false })),
      WRITE,
    )
    expect(nextCalls).toEqual([undefined])
  })
})

describe("exposedHeaders: '' from a function", () => {
  it('is an empty list', async () => {
    const middleware = cors(() => ({ origin: ORIGIN, exposedHeaders: '' }))
    const { res } = await serve(middleware, from(ORIGIN))
    expect(res.getHeaders()).toEqual({ vary: 'Origin', 'access-control-allow-origin': ORIGIN })
  })
})

describe('options that a function changes and returns again', () => {
  const CHANGES: readonly { how: string; change(options: { origin: unknown[] }): unknown }[] = [
    { how: 'another value', change: (options) => Object.assign(options, { origin: false }) },
    { how: 'another item', change: ({ origin }) => origin.splice(0, 1, 'https://b.test') },
    { how: 'an item less', change: ({ origin }) => origin.splice(0, 1) },
    { how: 'another option', change: (options) => Object.assign(options, { credentials: 1 }) },
  ]

  it.each(CHANGES)('are judged again: $how', async ({ change }) => {
    const options = { origin: [ORIGIN, 'https://a.test'] }
    const middleware = cors(() => options)
    expect(allowedOrigin((await serve(middleware, from(ORIGIN))).res)).toBe(ORIGIN)
    change(options)
    expect(allowedOrigin((await serve(middleware, from(ORIGIN))).res)).toBe(undefined)
  })

  it('are judged again: a recompiled regular expression', async () => {
    const origin = /^https:\/\/app\.example\.com$/
    const middleware = cors(() => ({ origin: [origin] }))
    expect(allowedOrigin((await serve(middleware, from(ORIGIN))).res)).toBe(ORIGIN)
    origin.compile('^https://a\\.test$')
    expect(allowedOrigin((await serve(middleware, from(ORIGIN))).res)).toBe(undefined)
  })
})
