import compression from 'compression'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { corsHeaders } from './cors-headers.js'
import { EXPRESS_VERSIONS } from './express-versions.js'

const ORIGIN = 'https://app.example.com'
const TEXT = 'a sentence that compresses well, '.repeat(100)

describe.each(EXPRESS_VERSIONS)('%s with compression', (_name, create) => {
  it('keeps both fields of Vary if compression is mounted first', async () => {
    const app = create()
      .use(compression())
      .use(cors({ origin: ORIGIN }))
    app.get('/', (_req, res) => {
      res.type('text').send(TEXT)
    })
    const response = await request(app).get('/').set('Origin', ORIGIN)
    expect([response.headers['content-encoding'], response.text]).toEqual(['gzip', TEXT])
    expect(corsHeaders(response)).toEqual({
      'access-control-allow-origin': ORIGIN,
      vary: 'Origin, Accept-Encoding',
    })
  })

  it('keeps what the app has put into Vary before', async () => {
    const app = create()
    app.use((_req, res, next) => {
      res.vary('Accept-Language').vary('Accept-Encoding')
      next()
    })
    app.use(cors({ origin: ORIGIN })).use(compression())
    app.get('/', (_req, res) => {
      res.type('text').send(TEXT)
    })
    const response = await request(app).get('/').set('Origin', 'https://evil.test')
    expect([response.headers['content-encoding'], response.text]).toEqual(['gzip', TEXT])
    expect(corsHeaders(response)).toEqual({ vary: 'Accept-Language, Accept-Encoding, Origin' })
  })

  it('responds to a preflight behind compression', async () => {
    const app = create()
      .use(compression())
      .use(cors({ origin: ORIGIN, methods: 'PUT' }))
    const response = await request(app)
      .options('/')
      .set('Origin', ORIGIN)
      .set('Access-Control-Request-Method', 'PUT')
    expect([response.status, response.text]).toEqual([204, ''])
    expect(response.headers).not.toHaveProperty('content-encoding')
    expect(corsHeaders(response)).toEqual({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-methods': 'PUT',
      vary: 'Origin, Access-Control-Request-Headers',
    })
  })
})
