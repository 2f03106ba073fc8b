import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import cors, { type CorsSource } from '../../../../src/index.js'
import { allowedOrigin, createReqRes, from } from '../serve.js'

const ORIGIN = 'https://app.example.com'
const LATE = new Error(
  'strict-cors: the origin or options function has not answered within 30 seconds',
)

const SILENT: readonly (readonly [what: string, source: CorsSource])[] = [
  ['an origin function that never settles', { origin: () => new Promise<boolean>(() => {}) }],
  ['an origin function that never calls back', { origin: (_origin, _callback) => {} }],
  ['an options function that never settles', () => new Promise<void>(() => {})],
  ['an options function that never calls back', (_req, _callback) => {}],
]

function start(source: CorsSource) {
  const { req, res } = createReqRes(from(ORIGIN))
  const nextCalls: unknown[] = []
  const done = cors(source)(req, res, (error) => nextCalls.push(error))
  return { res, nextCalls, done }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a function that does not answer within 30 seconds', () => {
  it.each(SILENT)('is an error: %s', async (_what, source) => {
    const { res, nextCalls, done } = start(source)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(nextCalls).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await done
    expect(nextCalls).toEqual([LATE])
    expect(res.getHeaders()).toEqual({ vary: 'Origin' })
  })

  it('is no longer listened to', async () => {
    const { res, nextCalls, done } = start({
      origin: (_origin, callback) => {
        setTimeout(callback, 30_001, null, true)
      },
    })
    await vi.advanceTimersByTimeAsync(30_001)
    await done
    expect(nextCalls).toEqual([LATE])
    expect(res.getHeaders()).toEqual({ vary: 'Origin' })
  })

  it('makes no unhandled rejection by rejecting afterwards', async () => {
    const unhandled = vi.fn()
    process.once('unhandledRejection', unhandled)
    const { nextCalls } = start({
      origin: () =>
        new Promise<boolean>((_, reject) => {
          setTimeout(reject, 30_001, new Error('too late'))
        }),
    })
    await vi.advanceTimersByTimeAsync(30_001)
    await new Promise(setImmediate)
    process.off('unhandledRejection', unhandled)
    expect(nextCalls).toEqual([LATE])
    expect(unhandled).not.toHaveBeenCalled()
  })
})

describe('a function that answers within 30 seconds', () => {
  it('is listened to, and leaves no timer behind', async () => {
    const { res, nextCalls, done } = start({
      origin: (_origin, callback) => {
        setTimeout(callback, 29_999, null, true)
      },
    })
    await vi.advanceTimersByTimeAsync(29_999)
    await done
    expect([nextCalls, allowedOrigin(res)]).toEqual([[undefined], ORIGIN])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no timer behind if it rejects', async () => {
    const failure = new Error('the database is down')
    const { nextCalls, done } = start({
      origin: async () => {
        throw failure
      },
    })
    await done
    expect(nextCalls).toEqual([failure])
    expect(vi.getTimerCount()).toBe(0)
  })
})
