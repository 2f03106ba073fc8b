import { describe, expect, it } from 'vitest'
import cors, { CorsConfigError, type CorsDelegate, createPolicy } from '../../../src/index.js'
import { withoutPage } from '../policy/untyped.js'
import { allowedOrigin, from, messageOf, preflightFrom, serve } from './exchange.js'

const ORIGIN = 'https://app.example.com'
const OPTIONS = { origin: ORIGIN }
const POLICY = createPolicy(OPTIONS)

interface DelegateCase {
  readonly how: string
  readonly delegate: CorsDelegate
}

// As in JavaScript, where no compiler looks at what a function answers.
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

const NOTHING = `1 problem in the CORS options
    undefined  expected options or a policy from the function given to cors(); undefined does not mean the default; it may be an unset environment variable  [invalid-type]
    → return options or a policy, or call back with one`

const NULL = `1 problem in the CORS options
    null  expected an object of options  [invalid-type]
    → { origin: "https://app.example.com" }, with your own host, or nothing at all for everybody`

const WRONG = messageOf(() => createPolicy({ origin: 'app.example.com' }))

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
})
