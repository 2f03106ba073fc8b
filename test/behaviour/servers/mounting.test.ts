import type { Express, RequestHandler } from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { corsHeaders } from './cors-headers.js'
import { EXPRESS_VERSIONS } from './express-versions.js'

const ORIGIN = 'https://app.example.com'
const OPTIONS = { origin: ORIGIN, methods: 'PUT', allowedHeaders: 'Content-Type' }

const ALLOWED = { 'access-control-allow-origin': ORIGIN, vary: 'Origin' }
const PREFLIGHT = {
  ...ALLOWED,
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'Content-Type',
}

const handler: RequestHandler = (req, res) => {
  res.send(`app ${req.method}`)
}

const logIn: RequestHandler = (_req, res) => {
  res.status(401).send('log in')
}

function put(app: Express, path = '/') {
  return request(app).put(path).set('Origin', ORIGIN)
}

function preflight(app: Express, path = '/') {
  return request(app)
    .options(path)
    .set('Origin', ORIGIN)
    .set('Access-Control-Request-Method', 'PUT')
    .set('Access-Control-Request-Headers', 'content-type')
}

describe.each(EXPRESS_VERSIONS)('%s', (name, create) => {
  it('responds to preflights for every route below app.use', async () => {
    const app = create().use(cors(OPTIONS))
    app.put('/', handler)
    const [asked, sent] = [await preflight(app), await put(app)]
    expect([asked.status, asked.text, corsHeaders(asked)]).toEqual([204, '', PREFLIGHT])
    expect([sent.status, sent.text, corsHeaders(sent)]).toEqual([200, 'app PUT', ALLOWED])
  })

  it('responds to the preflights of one route by app.options', async () => {
    const app = create()
    app.options('/', cors(OPTIONS))
    app.put('/', cors(OPTIONS), handler)
    const [asked, sent] = [await preflight(app), await put(app)]
    expect([asked.status, corsHeaders(asked)]).toEqual([204, PREFLIGHT])
    expect([sent.text, corsHeaders(sent)]).toEqual(['app PUT', ALLOWED])
  })

  it('responds to preflights everywhere by app.options with a wildcard', async () => {
    const app = create()
    app.options(name === 'Express 5' ? '/{*path}' : '*', cors(OPTIONS))
    const asked = await preflight(app, '/some/where')
    expect([asked.status, corsHeaders(asked)]).toEqual([204, PREFLIGHT])
  })

  it('responds to the preflights of app.route().all', async () => {
    const app = create()
    app.route('/').all(cors(OPTIONS)).put(handler)
    const [asked, sent] = [await preflight(app), await put(app)]
    expect([asked.status, corsHeaders(asked)]).toEqual([204, PREFLIGHT])
    expect([sent.text, corsHeaders(sent)]).toEqual(['app PUT', ALLOWED])
  })

  it('never sees the preflight if it is mounted with app.put only', async () => {
    const app = create()
    app.put('/', cors(OPTIONS), handler)
    const [asked, sent] = [await preflight(app), await put(app)]
    expect([asked.status, corsHeaders(asked)]).toEqual([200, {}])
    expect(corsHeaders(sent)).toEqual(ALLOWED)
  })

  it('works in a router', async () => {
    const router = create.Router().use(cors(OPTIONS))
    router.put('/orders', handler)
    const app = create().use('/api', router)
    const [asked, sent] = [await preflight(app, '/api/orders'), await put(app, '/api/orders')]
    expect([asked.status, corsHeaders(asked)]).toEqual([204, PREFLIGHT])
    expect([sent.text, corsHeaders(sent)]).toEqual(['app PUT', ALLOWED])
  })

  it('leaves requests outside its path alone', async () => {
    const app = create().use('/api', cors(OPTIONS))
    app.all(['/api/orders', '/orders'], handler)
    const [inside, outside] = [await preflight(app, '/api/orders'), await preflight(app, '/orders')]
    expect([inside.status, corsHeaders(inside)]).toEqual([204, PREFLIGHT])
    expect([outside.text, corsHeaders(outside)]).toEqual(['app OPTIONS', {}])
    expect(corsHeaders(await put(app, '/orders'))).toEqual({})
  })

  it('leaves an OPTIONS request that is not a preflight to app.options', async () => {
    const app = create().use(cors(OPTIONS))
    app.options('/', handler)
    const response = await request(app).options('/').set('Origin', ORIGIN)
    expect([response.text, corsHeaders(response)]).toEqual(['app OPTIONS', ALLOWED])
  })

  it('leaves an OPTIONS request that is not a preflight to Express, which responds by itself', async () => {
    const app = create().use(cors(OPTIONS))
    app.put('/', handler)
    const response = await request(app).options('/').set('Origin', ORIGIN)
    expect([response.status, response.headers.allow]).toEqual([200, 'PUT'])
    expect(corsHeaders(response)).toEqual(ALLOWED)
  })

  it('makes a refused body readable if it is mounted before express.json()', async () => {
    const app = create().use(cors(OPTIONS)).use(create.json())
    const response = await put(app).type('json').send('{"broken":')
    expect([response.status, corsHeaders(response)]).toEqual([400, ALLOWED])
  })

  it('comes too late for a refused body if it is mounted after express.json()', async () => {
    const app = create().use(create.json()).use(cors(OPTIONS))
    const response = await put(app).type('json').send('{"broken":')
    expect([response.status, corsHeaders(response)]).toEqual([400, {}])
  })

  it('makes the 401 of an auth middleware after it readable', async () => {
    const app = create().use(cors(OPTIONS)).use(logIn)
    const [asked, sent] = [await preflight(app), await put(app)]
    expect([asked.status, corsHeaders(asked)]).toEqual([204, PREFLIGHT])
    expect([sent.status, corsHeaders(sent)]).toEqual([401, ALLOWED])
  })

  it('never sees the preflight that an auth middleware before it refuses', async () => {
    const app = create().use(logIn).use(cors(OPTIONS))
    const asked = await preflight(app)
    expect([asked.status, corsHeaders(asked)]).toEqual([401, {}])
  })
})
