import { runInNewContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import cors, { type CorsSource } from '../../../src/index.js'
import { createReqRes, from, preflightFrom, serve } from './serve.js'

const ORIGIN = 'https://app.example.com'

// 'route' and 'router' end a route of Express, and null or undefined mean success to next().
const NO_ERRORS = ['route', 'router', null, undefined, 0, Object.create(null)]

describe('what a function throws', () => {
  it.each(NO_ERRORS)('reaches next as an Error: %s', async (thrown) => {
    const fail = () => {
      throw thrown
    }
    const sources: readonly CorsSource[] = [
      { origin: fail },
      { origin: ORIGIN, onDecision: fail },
      fail,
      async () => fail(),
    ]
    for (const source of sources) {
      const { nextCalls } = await serve(cors(source), from(ORIGIN))
      expect(nextCalls).toEqual([expect.any(Error)])
    }
  })

  it('is named in the message, and kept as the cause', async () => {
    const { nextCalls } = await serve(
      cors(() => {
        throw 'route'
      }),
      from(ORIGIN),
    )
    expect(nextCalls).toEqual([
      new Error('strict-cors: a function given to cors() failed with "route"', { cause: 'route' }),
    ])
  })

  it('stays as it is if it is an Error of another realm', async () => {
    const foreign: unknown = runInNewContext('new Error("foreign")')
    const { nextCalls } = await serve(
      cors(() => {
        throw foreign
      }),
      from(ORIGIN),
    )
    expect(nextCalls[0]).toBe(foreign)
  })

  it('leaves Vary: Origin, so that no cache serves the error to others', async () => {
    const { res } = await serve(
      cors({ origin: (): Promise<boolean> => Promise.reject(new Error('the database is down')) }),
      from(ORIGIN),
    )
    expect(res.getHeaders()).toEqual({ vary: 'Origin' })
  })
})

describe('a hook whose promise rejects', () => {
  it.each([
    ['with what has no text', () => Promise.reject(Object.create(null))],
    ['in another realm', () => runInNewContext('Promise.reject("foreign")')],
  ])('ends as a warning: %s', async (_what, onDecision) => {
    const warned = new Promise((resolve) => process.once('warning', resolve))
    const { nextCalls } = await serve(cors({ origin: ORIGIN, onDecision }), from(ORIGIN))
    expect(nextCalls).toEqual([undefined])
    expect(await warned).toMatchObject({
      message: expect.stringMatching(/^strict-cors: onDecision failed with /),
    })
  })
})

describe('a request that nobody waits for any more', () => {
  function start() {
    let answer: (allowed: boolean) => void = () => {}
    const { req, res } = createReqRes(from(ORIGIN))
    const next = vi.fn()
    const origin = () =>
      new Promise<boolean>((resolve) => {
        answer = resolve
      })
    const done = cors({ origin })(req, res, next)
    return { res, next, done, answer: (allowed: boolean) => answer(allowed) }
  }

  it('is left alone if its response ended while the function took its time', async () => {
    const { res, next, done, answer } = start()
    res.statusCode = 503
    res.end()
    answer(true)
    await done
    expect(next).not.toHaveBeenCalled()
    expect(res.hasHeader('access-control-allow-origin')).toBe(false)
  })

  it('is forgotten when the client goes', async () => {
    const { res, next, done } = start()
    res.destroy()
    res.emit('close')
    await done
    expect(next).not.toHaveBeenCalled()
    expect(res.listenerCount('close')).toBe(0)
  })

  it('is left alone if its client has gone while a delegate took its time', async () => {
    const { req, res } = createReqRes(preflightFrom(ORIGIN))
    const next = vi.fn()
    const done = cors(async () => {
      res.end()
      return { origin: ORIGIN }
    })(req, res, next)
    await done
    expect(next).not.toHaveBeenCalled()
    expect(res.hasHeader('access-control-allow-methods')).toBe(false)
  })
})

describe('an error after the headers were sent', () => {
  it('reaches next and changes no header', async () => {
    const { req, res } = createReqRes(from(ORIGIN))
    const next = vi.fn()
    const failure = new Error('the database is down')
    await cors({
      origin: async () => {
        res.flushHeaders()
        throw failure
      },
    })(req, res, next)
    expect(next.mock.calls).toEqual([[failure]])
  })
})
