import { Readable } from 'node:stream'
import express, { type Express, type RequestHandler } from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { corsHeaders } from './cors-headers.js'
import { EXPRESS_VERSIONS } from './express-versions.js'

const ORIGIN = 'https://app.example.com'
const OPTIONS = { origin: ORIGIN, credentials: true, exposedHeaders: ['ETag'] }

const ALLOWED = {
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'ETag',
  vary: 'Origin',
}

interface ResponseCase {
  readonly what: string
  readonly handler: RequestHandler
  readonly headers?: Readonly<Record<string, string>>
  readonly status: number
  readonly body: string
  /** @default 'Origin' */
  readonly vary?: string
}

const CASES: readonly ResponseCase[] = [
  {
    what: 'a route that does not exist',
    handler: (_req, _res, next) => next(),
    status: 404,
    body: 'not found',
  },
  {
    what: 'a thrown error',
    handler: () => {
      throw new Error('thrown')
    },
    status: 500,
    body: 'thrown',
  },
  {
    what: 'an error given to next',
    handler: (_req, _res, next) => next(new Error('given')),
    status: 500,
    body: 'given',
  },
  {
    what: 'a refusal by an auth middleware mounted after it',
    handler: (_req, res) => {
      res.status(401).send('log in')
    },
    status: 401,
    body: 'log in',
  },
  {
    what: 'a response that is not modified',
    handler: (_req, res) => {
      res.set('ETag', '"1"').send('fresh')
    },
    headers: { 'If-None-Match': '"1"' },
    status: 304,
    body: '',
  },
  {
    what: 'a redirect',
    handler: (_req, res) => res.redirect('/elsewhere'),
    status: 302,
    body: 'Found. Redirecting to /elsewhere',
    // Express chooses between text and HTML here.
    vary: 'Origin, Accept',
  },
  {
    what: 'a stream',
    handler: (_req, res) => {
      Readable.from(['one ', 'two']).pipe(res.type('text'))
    },
    status: 200,
    body: 'one two',
  },
  {
    what: 'headers written at once',
    handler: (_req, res) => {
      res.writeHead(202, { 'Content-Type': 'text/plain' }).end('accepted')
    },
    status: 202,
    body: 'accepted',
  },
]

/** Mounts the middleware first, then the handler, then an error handler. */
function appWith(app: Express, handler: RequestHandler): Express {
  app.use(cors(OPTIONS))
  app.get('/', handler)
  app.use((_req, res) => {
    res.status(404).send('not found')
  })
  const errorHandler: express.ErrorRequestHandler = (error, _req, res, _next) => {
    res.status(500).send(error.message)
  }
  return app.use(errorHandler)
}

describe.each(EXPRESS_VERSIONS)('%s keeps the headers on', (_name, create) => {
  it.each(CASES)('$what', async ({ handler, headers = {}, status, body, vary = 'Origin' }) => {
    const response = await request(appWith(create(), handler))
      .get('/')
      .set({ Origin: ORIGIN, ...headers })
      .redirects(0)
      .buffer()
    expect([response.status, response.text]).toEqual([status, body])
    expect(corsHeaders(response)).toEqual({ ...ALLOWED, vary })
  })

  it('its own page for a thrown error', async () => {
    const app = create()
    app.set('env', 'test')
    app.use(cors(OPTIONS))
    app.get('/', () => {
      throw new Error('thrown')
    })
    const response = await request(app).get('/').set('Origin', ORIGIN)
    expect([response.status, corsHeaders(response)]).toEqual([500, ALLOWED])
  })

  it('its own page for a route that does not exist', async () => {
    const response = await request(create().use(cors(OPTIONS)))
      .get('/')
      .set('Origin', ORIGIN)
    expect([response.status, corsHeaders(response)]).toEqual([404, ALLOWED])
  })

  it('the response to HEAD', async () => {
    const app = appWith(create(), (_req, res) => {
      res.send('body')
    })
    const response = await request(app).head('/').set('Origin', ORIGIN)
    expect([response.status, corsHeaders(response)]).toEqual([200, ALLOWED])
  })
})

it('Express 5 keeps the headers on the response to a rejected promise', async () => {
  const app = appWith(express(), async () => {
    throw new Error('rejected')
  })
  const response = await request(app).get('/').set('Origin', ORIGIN)
  expect([response.status, response.text]).toEqual([500, 'rejected'])
  expect(corsHeaders(response)).toEqual(ALLOWED)
})
