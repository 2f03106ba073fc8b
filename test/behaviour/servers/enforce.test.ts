import { once } from 'node:events'
import { connect as openSocket } from 'node:net'
import express from 'express'
import request from 'supertest'
import { describe, expect, it, onTestFinished } from 'vitest'
import cors, {
  type CorsOptions,
  type CorsSource,
  createPolicy,
  type Decision,
} from '../../../src/index.js'
import { portOf } from '../../support/port-of.js'
import { EXPRESS_VERSIONS } from './express-versions.js'
import { SERVERS, startHttp1 } from './servers.js'
import type { WireRequest, WireResponse } from './wire.js'

const APP = 'https://app.example.com'
const STRANGER = 'https://evil.test'
const STRICT = { origin: APP, enforce: true } as const

const HINT =
  ' If that is the origin of this server itself, a proxy has changed the Host header: list the origin in the option "origin".'
const NOT_ACCEPTED =
  '403 Forbidden: this server does not accept this request from the origin that sent it.'

type Lines = NonNullable<WireRequest['headers']>

interface Rejected {
  readonly what: string
  readonly request: WireRequest
  readonly body: string
}

const REJECTED: readonly Rejected[] = [
  {
    what: "a stranger's form",
    request: {
      method: 'POST',
      headers: [
        ['Origin', STRANGER],
        ['Sec-Fetch-Site', 'cross-site'],
      ],
    },
    body: `${NOT_ACCEPTED} [strict-cors: origin-not-allowed]\n`,
  },
  {
    what: "an old browser, or the server's own origin behind a proxy",
    request: { method: 'DELETE', headers: [['Origin', STRANGER]] },
    body: `${NOT_ACCEPTED}${HINT} [strict-cors: origin-not-allowed]\n`,
  },
  {
    what: 'two Origin lines',
    request: {
      method: 'PUT',
      headers: [
        ['Origin', APP],
        ['Origin', STRANGER],
        ['Sec-Fetch-Site', 'cross-site'],
      ],
    },
    body: `${NOT_ACCEPTED} [strict-cors: origin-invalid]\n`,
  },
  {
    what: 'another site without Origin',
    request: { method: 'POST', headers: [['Sec-Fetch-Site', 'cross-site']] },
    body: '403 Forbidden: this request comes from another site and carries no Origin. [strict-cors: cross-site]\n',
  },
]

const PASSES: readonly (readonly [what: string, request: WireRequest])[] = [
  ['an allowed origin', { method: 'POST', headers: [['Origin', APP]] }],
  ['a GET of a stranger', { headers: [['Origin', STRANGER]] }],
  ['a client that is not a browser', { method: 'POST' }],
  [
    "the server's own page",
    {
      method: 'POST',
      headers: [
        ['Origin', 'null'],
        ['Sec-Fetch-Site', 'same-origin'],
      ],
    },
  ],
]

function headersOf({ headers }: WireResponse): Record<string, string> {
  const named = headers.map(([name, value]) => [name.toLowerCase(), value])
  const {
    date,
    connection,
    'keep-alive': _,
    'x-powered-by': __,
    ...others
  } = Object.fromEntries(named)
  return others
}

describe.each(SERVERS)('enforce under $name', (kind) => {
  it.each(REJECTED)('responds with 403 to $what', async ({ request: sent, body }) => {
    const server = await kind.start(cors(STRICT))
    onTestFinished(() => server.close())
    const response = await server.send(sent)
    expect([response.status, headersOf(response), response.body]).toEqual([
      403,
      {
        vary: 'Origin, Sec-Fetch-Site',
        'cache-control': 'no-store',
        'content-type': 'text/plain; charset=utf-8',
        'content-length': String(body.length),
      },
      body,
    ])
  })

  it.each(PASSES)('lets %s pass', async (_what, sent) => {
    const server = await kind.start(cors(STRICT))
    onTestFinished(() => server.close())
    const { status, body } = await server.send(sent)
    expect([status, body]).toEqual([200, 'app'])
  })

  it("lets the server's own page write if the request has only Host", async () => {
    const server = await kind.start(cors(STRICT))
    onTestFinished(() => server.close())
    // The client of HTTP/1 says so by itself.
    const authority: Lines = kind.name === 'node:http2' ? [[':authority', 'localhost']] : []
    const headers: Lines = [...authority, ['Origin', 'http://localhost']]
    const { status } = await server.send({ method: 'POST', headers })
    expect(status).toBe(200)
  })

  it('replaces the CORS headers that other software has set, and keeps its Vary', async () => {
    const server = await kind.start(cors(STRICT), (response) => {
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Access-Control-Allow-Methods', 'POST')
      response.setHeader('Cache-Control', 'public, max-age=600')
      response.setHeader('Vary', 'Accept-Encoding, Origin')
    })
    onTestFinished(() => server.close())
    const response = await server.send({ method: 'POST', headers: [['Origin', STRANGER]] })
    expect(headersOf(response)).toMatchObject({
      vary: 'Accept-Encoding, Origin, Sec-Fetch-Site',
      'cache-control': 'no-store',
    })
    expect(Object.keys(headersOf(response)).filter((name) => name.startsWith('access-'))).toEqual(
      [],
    )
  })

  it("with 'report' lets all of them pass and tells the hook", async () => {
    const decisions: Decision[] = []
    const onDecision = (decision: Decision) => {
      decisions.push(decision)
    }
    const server = await kind.start(cors({ origin: APP, enforce: 'report', onDecision }))
    onTestFinished(() => server.close())
    for (const { request: sent } of REJECTED) expect((await server.send(sent)).status).toBe(200)
    for (const [, sent] of PASSES) expect((await server.send(sent)).status).toBe(200)
    expect(decisions.map(({ rejected, denial }) => [rejected, denial?.code])).toEqual([
      [true, 'origin-not-allowed'],
      [true, 'origin-not-allowed'],
      [true, 'origin-invalid'],
      [true, 'cross-site'],
      [false, undefined],
      [false, 'origin-not-allowed'],
      [false, undefined],
    ])
  })
})

/** Makes the source of a middleware with this policy, and with the hook if there is one. */
type MakeSource = (hook: Pick<CorsOptions, 'onDecision'>) => CorsSource

const SOURCES: readonly (readonly [what: string, make: MakeSource])[] = [
  ['options', (hook) => ({ ...STRICT, ...hook })],
  ['a policy', (hook) => createPolicy({ ...STRICT, ...hook })],
  ['preflightContinue', (hook) => ({ ...STRICT, ...hook, preflightContinue: true })],
  ['an origin function', (hook) => ({ ...STRICT, ...hook, origin: isApp })],
  [
    'an origin function that promises',
    (hook) => ({ ...STRICT, ...hook, origin: async (origin) => isApp(origin) }),
  ],
  ['a function that chooses options', (hook) => () => ({ ...STRICT, ...hook })],
  ['a function that promises a policy', (hook) => async () => createPolicy({ ...STRICT, ...hook })],
  [
    'a function that calls back',
    (hook) => (_req, callback) => callback(null, { ...STRICT, ...hook }),
  ],
]

function isApp(origin: string): boolean {
  return origin === APP
}

describe.each(EXPRESS_VERSIONS)('enforce in an app of %s', (_name, create) => {
  /** An app that counts the writes that run, behind a body parser. */
  function appWith(...sources: readonly CorsSource[]) {
    const app = create()
    const seen = { bodies: 0, writes: 0 }
    for (const source of sources) app.use(cors(source))
    app.use((_req, _res, next) => {
      seen.bodies++
      next()
    })
    app.use(express.json())
    app.all('/orders', (_req, res) => {
      seen.writes++
      res.send('written')
    })
    const errorHandler: express.ErrorRequestHandler = (error, _req, res, _next) => {
      res.status(500).send(String(error))
    }
    return { seen, app: app.use(errorHandler) }
  }

  it.each(SOURCES)(
    'keeps a denied write from everything behind it, with %s',
    async (_what, make) => {
      const { app, seen } = appWith(make({}))
      const write = () => request(app).post('/orders').set('Content-Type', 'application/json')
      await write().set('Origin', STRANGER).send('{ malformed').expect(403)
      await write().set('Sec-Fetch-Site', 'cross-site').send('{ malformed').expect(403)
      expect(seen).toEqual({ bodies: 0, writes: 0 })
      await write().set('Origin', APP).send('{}').expect(200, 'written')
      expect(seen).toEqual({ bodies: 1, writes: 1 })
    },
  )

  it.each(SOURCES)('calls the hook once per request, with %s', async (_what, make) => {
    const told: unknown[] = []
    const onDecision = ({ kind, rejected, denial }: Decision) => {
      told.push([kind, rejected, denial?.code])
    }
    const { app } = appWith(make({ onDecision }))
    await request(app).post('/orders').set('Origin', STRANGER).expect(403)
    await request(app).post('/orders').set('Sec-Fetch-Site', 'cross-site').expect(403)
    await request(app).post('/orders').set('Origin', APP).expect(200)
    await request(app).post('/orders').expect(200)
    expect(told).toEqual([
      ['cors', true, 'origin-not-allowed'],
      ['non-cors', true, 'cross-site'],
      ['cors', false, undefined],
    ])
  })

  it('responds to the preflight of a denied origin as without enforce', async () => {
    const { app } = appWith(STRICT)
    await request(app)
      .options('/orders')
      .set('Origin', STRANGER)
      .set('Access-Control-Request-Method', 'PUT')
      .expect(204)
  })

  it('of the outer policy cannot be undone by an inner policy', async () => {
    const { app, seen } = appWith(STRICT, { origin: [APP, STRANGER] })
    await request(app).post('/orders').set('Origin', STRANGER).expect(403)
    expect(seen.writes).toBe(0)
  })

  it('of the inner policy rejects requests that the outer policy has allowed', async () => {
    const { app, seen } = appWith({ origin: '*' }, STRICT)
    const { headers } = await request(app).post('/orders').set('Origin', STRANGER).expect(403)
    expect([headers['access-control-allow-origin'], seen.writes]).toEqual([undefined, 0])
  })

  it('follows update()', async () => {
    const middleware = cors({ origin: APP })
    const app = create().use(middleware)
    app.post('/orders', (_req, res) => {
      res.send('written')
    })
    const write = () => request(app).post('/orders').set('Origin', STRANGER)
    await write().expect(200)
    middleware.update(STRICT)
    await write().expect(403)
    middleware.update({ ...STRICT, origin: [APP, STRANGER] })
    await write().expect(200)
  })

  it.each([
    ['throws', { ...STRICT, origin: () => fail() }],
    ['rejects', { ...STRICT, origin: async () => fail() }],
    ['is a delegate that throws', () => fail()],
    ['is a delegate that rejects', async () => fail()],
    ['is a delegate with invalid options', () => ({ origin: '*', enforce: true })],
    ['is a hook that throws', { ...STRICT, onDecision: fail }],
  ] satisfies (readonly [string, CorsSource])[])(
    'lets nothing pass if a function %s',
    async (_what, source) => {
      const { app, seen } = appWith(source)
      await request(app).post('/orders').set('Origin', STRANGER).expect(500)
      expect(seen).toEqual({ bodies: 0, writes: 0 })
    },
  )
})

function fail(): never {
  throw new Error('the database is down')
}

describe('a denied write whose origin function takes its time', () => {
  it('does not run if something else has begun the response meanwhile', async () => {
    const { middleware, decide } = waiting()
    let ran = false
    const server = await startHttp1((req, res) => {
      void middleware(req, res, () => {
        ran = true
      })
      res.writeHead(503, { 'Content-Length': 4 })
      decide(false)
      setTimeout(() => res.end('busy'), 5)
    })
    onTestFinished(() => server.close())
    const { status } = await server.send({ method: 'POST', headers: [['Origin', STRANGER]] })
    expect([status, ran]).toEqual([503, false])
  })

  it('does not run if the client has gone', async () => {
    const { middleware, decide, decisions } = waiting()
    const app = express().use(middleware)
    let ran = false
    app.use(() => {
      ran = true
    })
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const gone = new Promise<void>((resolve) => {
      server.once('request', (_req, res) => res.once('close', resolve))
    })
    const socket = openSocket(portOf(server), '127.0.0.1')
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nOrigin: ${STRANGER}\r\nContent-Length: 0\r\n\r\n`)
    await once(server, 'request')
    socket.destroy()
    await gone
    decide(false)
    await new Promise((resolve) => server.close(resolve))
    expect([ran, decisions]).toEqual([false, []])
  })

  function waiting() {
    let decide: (allowed: boolean) => void = () => {}
    const answer = new Promise<boolean>((resolve) => {
      decide = resolve
    })
    const decisions: Decision[] = []
    const middleware = cors({
      ...STRICT,
      origin: () => answer,
      onDecision(decision) {
        decisions.push(decision)
      },
    })
    return { middleware, decisions, decide: (allowed: boolean) => decide(allowed) }
  }
})
