import { describe, expect, it } from 'vitest'
import cors, { type CorsSource, type Decision } from '../../../src/index.js'
import { allowedOrigin, createReqRes, from, preflightFrom, serve } from './serve.js'

const WRAPPED = new Error('strict-cors: a function given to cors() failed with "no database"', {
  cause: 'no database',
})

const ORIGIN = 'https://app.example.com'

const failure = new Error('the database is down')
const unexplained = new Error('the function failed without saying why')

type Callback = (error?: unknown, answer?: unknown) => void

interface Misbehaviour {
  readonly how: string
  /** Answers yes or no in some unexpected way. */
  readonly answer: (callback: Callback, yes: unknown, no: unknown) => unknown
  /** What `next` is called with; `undefined` is yes. */
  readonly outcome: unknown
}

const MISBEHAVIOURS: readonly Misbehaviour[] = [
  {
    how: 'calls back twice',
    answer: (callback, yes, no) => {
      callback(null, yes)
      callback(null, no)
    },
    outcome: undefined,
  },
  {
    how: 'calls back twice, later',
    answer: (callback, yes, no) => {
      setImmediate(callback, null, yes)
      setImmediate(callback, null, no)
    },
    outcome: undefined,
  },
  {
    how: 'calls back and then with an error',
    answer: (callback, yes) => {
      setImmediate(callback, null, yes)
      setImmediate(callback, failure)
    },
    outcome: undefined,
  },
  {
    how: 'calls back with an error and then with an answer',
    answer: (callback, yes) => {
      setImmediate(callback, failure)
      setImmediate(callback, null, yes)
    },
    outcome: failure,
  },
  {
    how: 'calls back and returns another answer',
    answer: (callback, yes, no) => {
      callback(null, yes)
      return no
    },
    outcome: undefined,
  },
  {
    how: 'returns and calls back later with another answer',
    answer: (callback, yes, no) => {
      setImmediate(callback, null, no)
      return yes
    },
    outcome: undefined,
  },
  {
    how: 'calls back and promises another answer',
    answer: async (callback, yes, no) => {
      callback(null, yes)
      return no
    },
    outcome: undefined,
  },
  {
    how: 'promises and calls back later with an error',
    answer: async (callback, yes) => {
      setTimeout(callback, 1, failure)
      return yes
    },
    outcome: undefined,
  },
  {
    how: 'calls back and throws',
    answer: (callback, yes) => {
      callback(null, yes)
      throw failure
    },
    outcome: undefined,
  },
  {
    how: 'calls back and rejects',
    answer: async (callback, yes) => {
      callback(null, yes)
      throw failure
    },
    outcome: undefined,
  },
  {
    how: 'rejects and calls back later',
    answer: async (callback, yes) => {
      setTimeout(callback, 1, null, yes)
      throw failure
    },
    outcome: failure,
  },
  {
    how: 'throws nothing',
    answer: () => {
      throw undefined
    },
    outcome: unexplained,
  },
  { how: 'rejects with nothing', answer: () => Promise.reject(), outcome: unexplained },
  { how: 'rejects with null', answer: () => Promise.reject(null), outcome: unexplained },
  {
    how: 'throws a string',
    answer: () => {
      throw 'no database'
    },
    outcome: WRAPPED,
  },
  {
    how: 'calls back with a string as its error',
    answer: (callback) => callback('no database'),
    outcome: WRAPPED,
  },
]

const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

async function outcomesOf(source: CorsSource): Promise<{ next: unknown[]; allowed: boolean }> {
  const { res, nextCalls } = await serve(cors(source), from(ORIGIN))
  await turn()
  return { next: nextCalls, allowed: allowedOrigin(res) === ORIGIN }
}

describe.each(MISBEHAVIOURS)('a function that $how', ({ answer, outcome }) => {
  const expected = { next: [outcome], allowed: outcome === undefined }

  it('has one outcome as an origin function', async () => {
    const source: CorsSource = {
      origin: (_origin, callback) => Reflect.apply(answer, undefined, [callback, true, false]),
    }
    expect(await outcomesOf(source)).toEqual(expected)
  })

  it('has one outcome as an options function', async () => {
    const [yes, no] = [{ origin: ORIGIN }, { origin: false }]
    const source: CorsSource = (_req, callback) =>
      Reflect.apply(answer, undefined, [callback, yes, no])
    expect(await outcomesOf(source)).toEqual(expected)
  })
})

const AT_ONCE: readonly (readonly [what: string, source: CorsSource])[] = [
  ['static options', { origin: ORIGIN }],
  ['an origin function', { origin: () => true }],
  ['a failing origin function', { origin: () => Reflect.apply(fail, undefined, []) }],
  ['an options function', () => ({ origin: ORIGIN })],
  ['a failing options function', () => fail()],
  ['a failing hook', { origin: ORIGIN, onDecision: fail }],
]

const LATER: readonly (readonly [what: string, source: CorsSource])[] = [
  ['an origin function', { origin: async () => true }],
  ['a failing origin function', { origin: async () => fail() }],
  ['an options function', async () => ({ origin: ORIGIN })],
  ['a failing options function', async () => fail()],
  ['a failing hook', async () => ({ origin: ORIGIN, onDecision: fail })],
]

function fail(): never {
  throw failure
}

/** A `next` that counts its calls and throws. */
function throwingNext() {
  const next = () => {
    next.calls++
    throw new Error('next failed')
  }
  next.calls = 0
  return next
}

describe('a next that throws', () => {
  it.each(AT_ONCE)('throws to the caller, once, behind %s', (_what, source) => {
    const next = throwingNext()
    const { req, res } = createReqRes(from(ORIGIN))
    expect(() => cors(source)(req, res, next)).toThrow(new Error('next failed'))
    expect(next.calls).toBe(1)
  })

  it.each(LATER)('rejects to the caller, once, behind %s that promises', async (_what, source) => {
    const next = throwingNext()
    const { req, res } = createReqRes(from(ORIGIN))
    await expect(cors(source)(req, res, next)).rejects.toThrow(new Error('next failed'))
    expect(next.calls).toBe(1)
  })

  it('throws to the caller, once, if the headers are already sent', () => {
    const next = throwingNext()
    const { req, res } = createReqRes(from(ORIGIN))
    res.writeHead(503)
    expect(() => cors()(req, res, next)).toThrow(new Error('next failed'))
    expect(next.calls).toBe(1)
  })
})

describe('a function that finds the response sent when it is ready', () => {
  type OnDecision = (decision: Decision) => void
  const originFunction = (onDecision: OnDecision): CorsSource => ({
    origin: async () => true,
    onDecision,
  })
  const delegate =
    (onDecision: OnDecision): CorsSource =>
    async () => ({ origin: ORIGIN, onDecision })

  it.each([
    ['a CORS request', originFunction, from(ORIGIN)],
    ['a preflight', originFunction, preflightFrom(ORIGIN)],
    ['a CORS request with options of its own', delegate, from(ORIGIN)],
    ['a preflight with options of its own', delegate, preflightFrom(ORIGIN)],
  ])('changes nothing and calls next for %s', async (_what, source, request) => {
    const decisions: Decision[] = []
    const { req, res } = createReqRes(request)
    const nextCalls: unknown[] = []
    const middleware = cors(source((decision) => decisions.push(decision)))
    const done = middleware(req, res, (error) => nextCalls.push(error))
    res.writeHead(503, { 'Content-Type': 'text/plain' })
    await done
    expect(nextCalls).toEqual([undefined])
    expect([res.statusCode, res.writableEnded, allowedOrigin(res)]).toEqual([503, false, undefined])
    expect(decisions).toEqual([])
  })
})
