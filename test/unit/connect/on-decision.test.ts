import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import cors, { type CorsOptions, type Decision } from '../../../src/index.js'
import { allowedOrigin, from, preflightFrom, type ServedRequest, serve } from './serve.js'

const ORIGIN = 'https://app.example.com'
const STRANGER = 'https://evil.test'
const VARY_OF_PREFLIGHT = 'Origin, Access-Control-Request-Headers'

interface HookCase {
  readonly what: string
  readonly request: ServedRequest
  readonly decision: Decision
}

const DENIAL = {
  code: 'origin-not-allowed',
  message: `the origin "${STRANGER}" is not allowed; allowed: "${ORIGIN}"; to allow it, add "${STRANGER}" to origin`,
  values: [STRANGER],
} as const

const CASES: readonly HookCase[] = [
  {
    what: 'an allowed CORS request',
    request: from(ORIGIN),
    decision: {
      kind: 'cors',
      allowed: true,
      rejected: false,
      headers: { 'Access-Control-Allow-Origin': ORIGIN },
      vary: ['Origin'],
    },
  },
  {
    what: 'a denied CORS request',
    request: from(STRANGER),
    decision: {
      kind: 'cors',
      allowed: false,
      rejected: false,
      headers: {},
      vary: ['Origin'],
      denial: DENIAL,
    },
  },
  {
    what: 'an OPTIONS request that is not a preflight',
    request: { ...from(STRANGER), method: 'OPTIONS' },
    decision: {
      kind: 'cors',
      allowed: false,
      rejected: false,
      headers: {},
      vary: ['Origin'],
      denial: DENIAL,
    },
  },
  {
    what: 'an allowed preflight',
    request: preflightFrom(ORIGIN, 'PUT'),
    decision: {
      kind: 'preflight',
      allowed: true,
      rejected: false,
      headers: {
        'Access-Control-Allow-Origin': ORIGIN,
        'Access-Control-Allow-Methods': 'PUT',
        'Access-Control-Allow-Headers': 'X-Token',
      },
      vary: ['Origin'],
    },
  },
  {
    what: 'a preflight whose method is denied',
    request: preflightFrom(ORIGIN, 'DELETE'),
    decision: {
      kind: 'preflight',
      allowed: false,
      rejected: false,
      headers: {
        'Access-Control-Allow-Origin': ORIGIN,
        'Access-Control-Allow-Methods': 'PUT',
        'Access-Control-Allow-Headers': 'X-Token',
      },
      vary: ['Origin'],
      denial: {
        code: 'method-not-allowed',
        message:
          'the method "DELETE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; to allow it, add "DELETE" to methods',
        values: ['DELETE'],
      },
    },
  },
]

function recordingOptions(options: Partial<CorsOptions> = {}) {
  const calls: unknown[][] = []
  return {
    calls,
    options: {
      origin: [ORIGIN],
      methods: 'PUT',
      allowedHeaders: 'X-Token',
      ...options,
      onDecision: (...received: unknown[]) => {
        calls.push(received)
      },
    },
  }
}

describe('onDecision', () => {
  it.each(CASES)('is called once, with the decision and the request, for $what', async (row) => {
    const { calls, options } = recordingOptions()
    const { req } = await serve(cors(options), row.request)
    expect(calls).toEqual([[row.decision, req]])
    expect(calls[0]?.[1]).toBe(req)
  })

  it('is called once if a function has to be asked', async () => {
    const { calls, options } = recordingOptions()
    const middleware = cors(async () => ({ ...options, origin: async () => false }))
    const { nextCalls } = await serve(middleware, preflightFrom(STRANGER))
    expect(calls).toHaveLength(1)
    expect(nextCalls).toEqual([])
  })

  it('is called once if the preflight continues', async () => {
    const { calls, options } = recordingOptions({ preflightContinue: true })
    const { nextCalls } = await serve(cors(options), preflightFrom(STRANGER))
    expect(calls).toHaveLength(1)
    expect(nextCalls).toEqual([undefined])
  })

  it('is not called without Origin', async () => {
    const { calls, options } = recordingOptions()
    const headers = { 'access-control-request-method': 'PUT' }
    await serve(cors(options), { method: 'OPTIONS', headers })
    expect(calls).toEqual([])
  })

  it("is called for requests from the server's own pages, which are not refusals", async () => {
    const { calls, options } = recordingOptions()
    const headers = { origin: 'https://api.example.com', 'sec-fetch-site': 'same-origin' }
    await serve(cors(options), { method: 'POST', headers })
    expect(calls).toEqual([
      [
        { kind: 'same-origin', allowed: true, rejected: false, headers: {}, vary: ['Origin'] },
        expect.anything(),
      ],
    ])
  })

  it('is not called if a function fails, since there is no decision then', async () => {
    const { calls, options } = recordingOptions()
    const failure = new Error('the database is down')
    const origin = async () => Promise.reject(failure)
    const { nextCalls } = await serve(cors({ ...options, origin }), from(ORIGIN))
    expect([calls, nextCalls]).toEqual([[], [failure]])
  })

  it('is called for requests that find CORS turned off', async () => {
    const calls: unknown[] = []
    const onDecision = ({ denial }: Decision) => {
      calls.push(denial)
    }
    const { res, nextCalls } = await serve(cors({ origin: false, onDecision }), from(ORIGIN))
    expect(calls).toEqual([
      {
        code: 'origin-not-allowed',
        message: `the origin "${ORIGIN}" is not allowed; origin: false turns CORS off; to allow it, write origin: ["${ORIGIN}"]`,
        values: [ORIGIN],
      },
    ])
    expect([res.getHeaders(), nextCalls]).toEqual([{}, [undefined]])
  })

  it('cannot change the decision', async () => {
    const attempts: boolean[] = []
    const onDecision = (decision: Decision) => {
      attempts.push(Reflect.set(decision, 'allowed', true))
      attempts.push(Reflect.set(decision.headers, 'Access-Control-Allow-Origin', STRANGER))
      attempts.push(Reflect.set(decision.vary, 0, 'Accept'))
    }
    const { res } = await serve(cors({ origin: [ORIGIN], onDecision }), from(STRANGER))
    expect(attempts).toEqual([false, false, false])
    expect({ ...res.getHeaders() }).toEqual({ vary: 'Origin' })
  })
})

describe('an onDecision that throws', () => {
  const failure = new Error('the log is full')
  const options = {
    origin: ORIGIN,
    onDecision: () => {
      throw failure
    },
  }

  it('passes its error to next, and the page may read the error response', async () => {
    const { res, nextCalls } = await serve(cors(options), from(ORIGIN))
    expect([nextCalls, allowedOrigin(res)]).toEqual([[failure], ORIGIN])
  })

  it('leaves the preflight to the error handler, and the page may read the error response', async () => {
    const { res, nextCalls } = await serve(cors(options), preflightFrom(ORIGIN))
    expect([nextCalls, res.headersSent]).toEqual([[failure], false])
    expect([allowedOrigin(res), res.getHeader('vary')]).toEqual([ORIGIN, VARY_OF_PREFLIGHT])
  })
})

describe('an onDecision that is an async function', () => {
  const rejections = [
    {
      what: 'an error',
      reason: new Error('the log is full'),
      warning: 'strict-cors: onDecision failed with the log is full',
    },
    {
      what: 'something else',
      reason: 'full',
      warning: 'strict-cors: onDecision failed with "full"',
    },
  ]

  it.each(rejections)('and rejects with $what ends as a warning', async ({ reason, warning }) => {
    const warned = once(process, 'warning')
    const { nextCalls } = await serve(
      cors({ origin: ORIGIN, onDecision: async () => Promise.reject(reason) }),
      from(ORIGIN),
    )
    expect(nextCalls).toEqual([undefined])
    expect(await warned).toMatchObject([{ message: warning }])
  })
})
