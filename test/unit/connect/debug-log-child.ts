import express from 'express'
import cors, { createPolicy } from '../../../src/index.js'
import { startHttp1 } from '../../behaviour/servers/servers.js'
import { from, preflightFrom, serve } from './serve.js'

const ORIGIN = 'https://app.example.com'
const STRANGER = 'https://evil.test'

const middleware = cors({
  origin: ORIGIN,
  methods: 'PUT',
  exposedHeaders: 'Content-Type',
  maxAge: 100_000,
})
const app = express()
const api = express.Router()
api.get('/public', cors(), (_req, res) => void res.send('for everybody'))
api.get('/strict', cors({ origin: 'https://b.example' }), (_req, res) => void res.send('for few'))
app.use(middleware)
app.use('/api', middleware, api)
const server = await startHttp1(app)

const get = (path: string, ...headers: [name: string, value: string][]) =>
  server.send({ path, headers: [['Origin', STRANGER], ...headers] })

await server.send({ path: '/none' })
await server.send({ path: '/allowed', headers: [['Origin', ORIGIN]] })
await get('/orders?page=2')
await get('/own', ['Sec-Fetch-Site', 'same-origin'])
await get('/api/orders')
await get('/api/public')
await get('/api/strict')
await get(`/${'x'.repeat(300)}`)
await server.send({
  method: 'OPTIONS',
  path: '/api/orders',
  headers: [
    ['Origin', ORIGIN],
    ['Access-Control-Request-Method', 'DELETE'],
  ],
})
await server.send({
  path: '/cookie',
  headers: [
    ['Origin', ORIGIN],
    ['Cookie', 'session=1'],
    ['Sec-Fetch-Mode', 'cors'],
  ],
})
await server.close()

middleware.update({ origin: ORIGIN, allowedHeaders: 'Cookie' })

const policy = createPolicy({ origin: ORIGIN, exposedHeaders: 'Set-Cookie' })
const delegated = cors(() => policy)
await serve(delegated, from(ORIGIN))
await serve(delegated, from(ORIGIN))

const choosing = cors(() => ({ origin: ORIGIN, allowedHeaders: 'Host' }))
await serve(choosing, from(ORIGIN))
await serve(choosing, from(ORIGIN))

const off = cors((req) => (req.method === 'GET' ? { origin: '' } : { origin: [] }))
await serve(off, preflightFrom(ORIGIN))
await serve(off, from(ORIGIN))

const wrong = cors(() => ({ origin: 'app.example.com' }))
await serve(wrong, {})
