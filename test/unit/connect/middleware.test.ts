import { describe, expect, it, onTestFinished } from 'vitest'
import cors, { CorsConfigError, cors as namedCors } from '../../../src/index.js'
import { createReqRes, from, messageOf, preflightFrom, serve } from './serve.js'

describe('cors()', () => {
  it('is the default export and a named one', () => {
    expect(namedCors).toBe(cors)
  })

  it('returns a function that stack traces and frameworks know', () => {
    const middleware = cors()
    // Express recognizes an error handler by its number of parameters.
    expect([middleware.name, middleware.length]).toEqual(['corsMiddleware', 3])
  })

  it('throws for wrong options when it is called, not when a request comes', () => {
    const options: object = { origin: 'https://app.example.com/', maxAge: '600' }
    const create = () => cors(options)
    expect(create).toThrow(CorsConfigError)
    expect(messageOf(create)).toBe(`2 problems in the CORS options
  origin  "https://app.example.com/"  an origin has no path, not even a slash at its end  [origin-invalid]
          → "https://app.example.com"
  maxAge  "600"  expected whole seconds, 0 or more  [max-age-invalid]
          → 600`)
  })
})

describe('if the headers are already sent', () => {
  it.each([
    ['a CORS request', from('https://app.example.com')],
    ['a preflight', preflightFrom('https://app.example.com')],
  ])('the middleware only calls next for %s', (_what, request) => {
    const { req, res } = createReqRes(request)
    res.writeHead(503)
    let asked = 0
    const nextCalls: unknown[] = []
    const middleware = cors(() => {
      asked++
      return {}
    })
    middleware(req, res, (error) => nextCalls.push(error))
    expect(nextCalls).toEqual([undefined])
    expect(asked).toBe(0)
    expect(res.writableEnded).toBe(false)
  })
})

describe('the response', () => {
  it('is made at once if no function has to be asked', () => {
    const { req, res } = createReqRes(preflightFrom('https://app.example.com'))
    const returned = cors()(req, res, () => {})
    expect([returned, res.writableEnded]).toEqual([undefined, true])
  })

  it('is made at once if a function returns its answer', () => {
    const { req, res } = createReqRes(preflightFrom('https://app.example.com'))
    const returned = cors({ origin: () => true })(req, res, () => {})
    expect([returned, res.writableEnded]).toEqual([undefined, true])
  })

  it('to a preflight does not call next', async () => {
    const { res, nextCalls } = await serve(cors(), preflightFrom('https://app.example.com'))
    expect([res.statusCode, res.writableEnded, nextCalls]).toEqual([204, true, []])
  })
})

describe('a polluted Object.prototype', () => {
  it('gets no header into the response', async () => {
    const pollution = { value: 'polluted', enumerable: true, configurable: true, writable: true }
    Object.defineProperty(Object.prototype, 'X-Polluted', pollution)
    onTestFinished(() => {
      Reflect.deleteProperty(Object.prototype, 'X-Polluted')
    })
    const { res } = await serve(cors(), from('https://app.example.com'))
    expect(Object.keys(res.getHeaders())).toEqual(['access-control-allow-origin'])
  })
})
