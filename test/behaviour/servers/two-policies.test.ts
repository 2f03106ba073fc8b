import express from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import cors, { type CorsSource } from '../../../src/index.js'
import { corsHeaders } from './cors-headers.js'

const ORIGIN = 'https://app.example.com'
const OTHER = 'https://other.example.com'

const PUBLIC = { origin: '*', exposedHeaders: ['X-Total'], maxAge: 600 } as const
const PRIVATE = {
  origin: ORIGIN,
  credentials: true,
  methods: ['PUT'],
  allowedHeaders: ['X-Token'],
  exposedHeaders: ['ETag'],
}

const PRIVATE_RESPONSE = {
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'ETag',
  vary: 'Origin',
}
const PRIVATE_PREFLIGHT = {
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'X-Token',
}

interface Pair {
  readonly claim: string
  /** Mounted for the whole app. */
  readonly outer: CorsSource
  /** Mounted on the route. */
  readonly inner: CorsSource
  readonly origin: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

const ACTUAL: readonly Pair[] = [
  {
    claim: 'lets a stricter one take everything from a stranger',
    outer: PUBLIC,
    inner: PRIVATE,
    origin: OTHER,
    status: 200,
    headers: { vary: 'Origin' },
  },
  {
    claim: 'lets a stricter one set every header for the origins that it allows',
    outer: PUBLIC,
    inner: PRIVATE,
    origin: ORIGIN,
    status: 200,
    headers: PRIVATE_RESPONSE,
  },
  {
    claim: 'lets a looser one drop credentials and exposed headers',
    outer: PRIVATE,
    inner: {},
    origin: ORIGIN,
    status: 200,
    headers: { 'access-control-allow-origin': '*', vary: 'Origin' },
  },
  {
    claim: 'lets a looser one allow an origin that the outer one denies',
    outer: PRIVATE,
    inner: { origin: [ORIGIN, OTHER] },
    origin: OTHER,
    status: 200,
    headers: { 'access-control-allow-origin': OTHER, vary: 'Origin' },
  },
  {
    claim: 'lets origin false take everything back',
    outer: PRIVATE,
    inner: { origin: false },
    origin: ORIGIN,
    status: 200,
    headers: { vary: 'Origin' },
  },
  {
    claim: 'leaves nothing from the outer policy if the inner one fails at once',
    outer: PUBLIC,
    inner: {
      origin: () => {
        throw new Error('the database is down')
      },
    },
    origin: ORIGIN,
    status: 500,
    headers: { vary: 'Origin' },
  },
  {
    claim: 'leaves nothing from the outer policy if the inner one fails later',
    outer: PUBLIC,
    inner: async () => {
      throw new Error('the database is down')
    },
    origin: ORIGIN,
    status: 500,
    headers: { vary: 'Origin' },
  },
  {
    claim: 'sets everything once if both are the same',
    outer: PRIVATE,
    inner: PRIVATE,
    origin: ORIGIN,
    status: 200,
    headers: PRIVATE_RESPONSE,
  },
]

const PREFLIGHTS: readonly Pair[] = [
  {
    claim: 'gets the response of the outer policy, which sees it first',
    outer: PRIVATE,
    inner: PUBLIC,
    origin: ORIGIN,
    status: 204,
    headers: { ...PRIVATE_PREFLIGHT, vary: 'Origin' },
  },
  {
    claim: 'gets the response of a stricter inner policy if the outer one continues',
    outer: { ...PUBLIC, preflightContinue: true },
    inner: PRIVATE,
    origin: ORIGIN,
    status: 204,
    headers: { ...PRIVATE_PREFLIGHT, vary: 'Access-Control-Request-Headers, Origin' },
  },
  {
    claim: 'is denied by a stricter inner policy if the outer one continues',
    outer: { ...PUBLIC, preflightContinue: true },
    inner: PRIVATE,
    origin: OTHER,
    status: 204,
    headers: { vary: 'Access-Control-Request-Headers, Origin' },
  },
  {
    claim: 'is allowed by a looser inner policy if the outer one continues',
    outer: { ...PRIVATE, preflightContinue: true },
    inner: { origin: '*', methods: '*', allowedHeaders: [] },
    origin: OTHER,
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': '*',
      vary: 'Origin',
    },
  },
  {
    claim: 'goes on to the app if the inner policy is off',
    outer: { ...PRIVATE, preflightContinue: true },
    inner: { origin: false },
    origin: ORIGIN,
    status: 200,
    headers: { vary: 'Origin' },
  },
]

function appWith({ outer, inner }: Pair): express.Express {
  const app = express().use(cors(outer))
  app.all('/', cors(inner), (_req, res) => {
    res.send('app')
  })
  const errorHandler: express.ErrorRequestHandler = (_error, _req, res, _next) => {
    res.status(500).send('error')
  }
  return app.use(errorHandler)
}

describe('one policy for the app and one for the route', () => {
  it.each(ACTUAL)('$claim', async (pair) => {
    const response = await request(appWith(pair)).get('/').set('Origin', pair.origin)
    expect([response.status, corsHeaders(response)]).toEqual([pair.status, pair.headers])
  })

  it('replaces what other software has set by hand', async () => {
    const app = express()
    app.use((_req, res, next) => {
      res.set('Access-Control-Allow-Credentials', 'true').set('Access-Control-Max-Age', '5')
      next()
    })
    app.get('/', cors(), (_req, res) => {
      res.send('app')
    })
    const response = await request(app).get('/').set('Origin', ORIGIN)
    expect(corsHeaders(response)).toEqual({ 'access-control-allow-origin': '*' })
  })
})

describe('a preflight under one policy for the app and one for the route', () => {
  it.each(PREFLIGHTS)('$claim', async (pair) => {
    const response = await request(appWith(pair))
      .options('/')
      .set('Origin', pair.origin)
      .set('Access-Control-Request-Method', 'PUT')
    expect([response.status, corsHeaders(response)]).toEqual([pair.status, pair.headers])
  })
})
