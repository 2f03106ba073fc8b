import { once } from 'node:events'
import http2 from 'node:http2'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import cors, { type CorsSource } from '../../../../src/index.js'
import { createReqRes, from, preflightFrom, serve } from '../serve.js'

const ORIGIN = 'https://app.example.com'

// 'route' and 'router' end a route of Express, and null or undefined mean success to next().
const NO_ERRORS: readonly (readonly [what: string, thrown: unknown])[] = [
  ['route', 'route'],
  ['router', 'router'],
  ['null', null],
  ['undefined', undefined],
  ['0', 0],
  ['an object without a prototype', Object.create(null)],
  ['a proxy that is revoked', revokedProxy()],
  [
    'an object whose tag cannot be read',
    {
      get [Symbol.toStringTag]() {
        throw new Error('no tag')
      },
    },
  ],
  ['what inherits from a regular expression', Object.create(/x/)],
]

function revokedProxy(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('what a function throws', () => {
  it.each(NO_ERRORS)('reaches next as an Error: %s', async (_what, thrown) => {
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
    ['with what has no text', () => Promise.reject(Object.create(null)), '[object]'],
    ['with a proxy that is revoked', () => Promise.reject(revokedProxy()), '[object]'],
    ['in another realm', () => runInNewContext('Promise.reject("foreign")'), '"foreign"'],
    [
      'with an Error of another realm',
      () => runInNewContext('Promise.reject(new Error("metrics are down"))'),
      'metrics are down',
    ],
  ])('ends as a warning: %s', async (_what, onDecision, text) => {
    const warned = new Promise((resolve) => process.once('warning', resolve))
    const { nextCalls } = await serve(cors({ origin: ORIGIN, onDecision }), from(ORIGIN))
    expect(nextCalls).toEqual([undefined])
    expect(await warned).toMatchObject({
      message: `strict-cors: onDecision failed with ${text}`,
    })
  })

  it('ends as a warning that names the hook, with the Error as its cause', async () => {
    const cause = new Error('metrics are down')
    const warned = once(process, 'warning')
    await serve(cors({ origin: ORIGIN, onDecision: () => Promise.reject(cause) }), from(ORIGIN))
    const [warning] = await warned
    expect(warning).toEqual(
      new Error('strict-cors: onDecision failed with metrics are down', { cause }),
    )
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

  it('is left alone if its stream of HTTP/2 is reset', async () => {
    const next = vi.fn()
    const middleware = cors({ origin: () => new Promise<boolean>(() => {}) })
    const server = http2.createServer().listen(0)
    const decided = new Promise<void>((resolve) => {
      server.on('request', async (req, res) => {
        stream.close(http2.constants.NGHTTP2_CANCEL)
        await middleware(req, res, next)
        resolve()
      })
    })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : address
    const client = http2.connect(`http://localhost:${port}`)
    const stream = client.request({ ':path': '/', origin: ORIGIN })
    await decided
    expect(next).not.toHaveBeenCalled()
    client.close()
    server.close()
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
