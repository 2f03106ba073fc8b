import { describe, expect, it } from 'vitest'
import cors, { type CorsSource } from '../../../src/index.js'

const ORIGIN = 'https://app.example.com'

/** A response as test doubles and small servers have them. */
class SmallResponse {
  statusCode = 200
  ended = false
  body: unknown
  readonly headers: Record<string, unknown> = {}

  setHeader(name: string, value: unknown): void {
    this.headers[name.toLowerCase()] = value
  }

  getHeader(name: string): unknown {
    return this.headers[name.toLowerCase()]
  }

  end(body?: unknown): void {
    this.ended = true
    this.body = body
  }
}

const GET = { method: 'GET', headers: { origin: ORIGIN } }
const PREFLIGHT = {
  method: 'OPTIONS',
  headers: { origin: ORIGIN, 'access-control-request-method': 'PUT' },
}
const ALLOWED = {
  vary: 'Origin',
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-credentials': 'true',
}
const PREFLIGHT_ALLOWED = {
  ...ALLOWED,
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'X-Id',
}
const OPTIONS = { origin: ORIGIN, credentials: true, methods: 'PUT', allowedHeaders: 'X-Id' }

/** Runs the middleware on objects that are not Node's own requests and responses. */
async function run(source: CorsSource, req: object, res: object): Promise<unknown[]> {
  const nextCalls: unknown[] = []
  const next = (error: unknown) => nextCalls.push(error)
  await Reflect.apply(cors(source), undefined, [req, res, next])
  return nextCalls
}

const SOURCES: [what: string, source: CorsSource][] = [
  ['options', OPTIONS],
  ['an origin function that promises', { ...OPTIONS, origin: async () => true }],
  ['a function that promises options', async () => OPTIONS],
]

describe('a response that has only statusCode, setHeader, getHeader and end', () => {
  it.each(SOURCES)('gets the headers of a request: %s', async (_what, source) => {
    const res = new SmallResponse()
    expect(await run(source, GET, res)).toEqual([undefined])
    expect(res).toMatchObject({ headers: ALLOWED, ended: false })
  })

  it.each(SOURCES)('gets those of a preflight and ends: %s', async (_what, source) => {
    const res = new SmallResponse()
    expect(await run(source, PREFLIGHT, res)).toEqual([])
    expect(res).toMatchObject({ headers: PREFLIGHT_ALLOWED, statusCode: 204, ended: true })
  })

  it('keeps the Vary that it has', async () => {
    const res = new SmallResponse()
    res.setHeader('Vary', 'Accept-Encoding')
    await run(OPTIONS, PREFLIGHT, res)
    expect(res.headers.vary).toBe('Accept-Encoding, Origin')
  })

  it('has its own status and a length for it', async () => {
    const res = new SmallResponse()
    await run({ ...OPTIONS, optionsSuccessStatus: 200 }, PREFLIGHT, res)
    expect(res).toMatchObject({ headers: { 'content-length': '0' }, statusCode: 200, ended: true })
  })

  it('gets the error of a function, with Vary', async () => {
    const failure = new Error('the database is down')
    const res = new SmallResponse()
    expect(await run({ origin: () => Promise.reject(failure) }, GET, res)).toEqual([failure])
    expect(res.headers).toEqual({ vary: 'Origin' })
  })
})

describe('enforce on a response that has only statusCode, setHeader, getHeader and end', () => {
  const stranger = {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  }
  const text =
    '403 Forbidden: this server does not accept this request from the origin that sent it. [strict-cors: origin-not-allowed]\n'

  it.each([
    ['options', { ...OPTIONS, enforce: true }],
    ['an origin function that promises', { origin: async () => false, enforce: true }],
    ['a function that promises options', async () => ({ ...OPTIONS, enforce: true })],
  ] satisfies [string, CorsSource][])('rejects: %s', async (_what, source) => {
    const res = new SmallResponse()
    expect(await run(source, stranger, res)).toEqual([])
    expect(res).toEqual({
      statusCode: 403,
      ended: true,
      body: text,
      headers: {
        vary: expect.stringMatching(/^Origin\b/),
        'cache-control': 'no-store',
        'content-type': 'text/plain; charset=utf-8',
        'content-length': text.length,
      },
    })
  })
})

describe('enforce on a response that got CORS headers while a function took its time', () => {
  it('removes them', async () => {
    const res = new (class extends SmallResponse {
      removeHeader(name: string): void {
        delete this.headers[name.toLowerCase()]
      }
    })()
    const origin = async () => {
      res.setHeader('Access-Control-Allow-Origin', '*')
      return false
    }
    await run({ origin, enforce: true }, { method: 'POST', headers: { origin: ORIGIN } }, res)
    expect([res.statusCode, Object.keys(res.headers)]).toEqual([
      403,
      ['vary', 'cache-control', 'content-type', 'content-length'],
    ])
  })
})

describe('a response whose getHeader returns null for what it lacks', () => {
  class NullResponse extends SmallResponse {
    override getHeader(name: string): unknown {
      return super.getHeader(name) ?? null
    }
  }

  it.each(SOURCES)('gets the headers of a request: %s', async (_what, source) => {
    const res = new NullResponse()
    expect(await run(source, GET, res)).toEqual([undefined])
    expect(res.headers).toEqual(ALLOWED)
  })

  it.each(SOURCES)('gets those of a preflight and ends: %s', async (_what, source) => {
    const res = new NullResponse()
    expect(await run(source, PREFLIGHT, res)).toEqual([])
    expect(res).toMatchObject({ headers: PREFLIGHT_ALLOWED, statusCode: 204, ended: true })
  })
})

describe('a response that cannot take headers', () => {
  const failure = new Error('the response is broken')
  const broken = (name: string) =>
    Object.assign(new SmallResponse(), {
      [name]: () => {
        throw failure
      },
    })

  it.each([
    ['getHeader', GET],
    ['setHeader', GET],
    ['end', PREFLIGHT],
  ])('passes the error of its %s to next', async (name, request) => {
    for (const [, source] of SOURCES) {
      expect(await run(source, request, broken(name))).toEqual([failure])
    }
  })

  it.each([{}, { headersSent: false }, null])('passes on what goes wrong with %j', async (res) => {
    const next: unknown[] = []
    const middleware = cors(OPTIONS)
    await Reflect.apply(middleware, undefined, [GET, res, (error: unknown) => next.push(error)])
    expect(next).toEqual([expect.any(TypeError)])
  })

  it('passes on that the headers of an outer policy cannot be removed', async () => {
    const res = new SmallResponse()
    res.setHeader('Access-Control-Allow-Origin', '*')
    expect(await run(OPTIONS, GET, res)).toEqual([expect.any(TypeError)])
  })

  it('passes on what is wrong with a request', async () => {
    expect(await run(OPTIONS, {}, new SmallResponse())).toEqual([expect.any(TypeError)])
  })
})

describe('a request whose Origin is a list of one, as test doubles have it', () => {
  const request = { method: 'GET', headers: { origin: [ORIGIN] } }

  it.each([...SOURCES, ['an expression', { origin: /^https:\/\/app\.example\.com$/ }]] satisfies [
    string,
    CorsSource,
  ][])('is judged by it: %s', async (_what, source) => {
    const res = new SmallResponse()
    expect(await run(source, request, res)).toEqual([undefined])
    expect(res.headers['access-control-allow-origin']).toBe(ORIGIN)
  })

  it('is refused with two', async () => {
    const res = new SmallResponse()
    const two = { method: 'GET', headers: { origin: [ORIGIN, ORIGIN] } }
    expect(await run(OPTIONS, two, res)).toEqual([undefined])
    expect(res.headers).toEqual({ vary: 'Origin' })
  })
})
