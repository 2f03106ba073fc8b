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
    const answer = await request(app).get('/').set('Origin', ORIGIN)
    expect([answer.headers['content-encoding'], answer.text]).toEqual(['gzip', TEXT])
    expect(corsHeaders(answer)).toEqual({
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
    const answer = await request(app).get('/').set('Origin', 'https://evil.test')
    expect([answer.headers['content-encoding'], answer.text]).toEqual(['gzip', TEXT])
    expect(corsHeaders(answer)).toEqual({ vary: 'Accept-Language, Accept-Encoding, Origin' })
  })

  it('answers a preflight behind compression', async () => {
    const app = create()
      .use(compression())
      .use(cors({ origin: ORIGIN, methods: 'PUT' }))
    const answer = await request(app)
      .options('/')
      .set('Origin', ORIGIN)
      .set('Access-Control-Request-Method', 'PUT')
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect(answer.headers).not.toHaveProperty('content-encoding')
    expect(corsHeaders(answer)).toEqual({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-methods': 'PUT',
      vary: 'Origin, Access-Control-Request-Headers',
    })
  })
})
