import cors, { createPolicy } from '../../../src/index.js'
import { from, preflightFrom, serve } from './exchange.js'

const middleware = cors({
  origin: 'https://app.example.com',
  methods: 'PUT',
  exposedHeaders: 'Content-Type',
  maxAge: 100_000,
})
await serve(middleware, {})
await serve(middleware, from('https://app.example.com'))
await serve(middleware, from('https://evil.test'))
await serve(middleware, from('https://evil.test\nSTRICT-CORS 1: all is well'))
await serve(middleware, preflightFrom('https://app.example.com', 'DELETE'))
middleware.update({ origin: 'https://app.example.com', allowedHeaders: 'Cookie' })

const policy = createPolicy({ origin: 'https://app.example.com', exposedHeaders: 'Set-Cookie' })
const delegated = cors(() => policy)
await serve(delegated, from('https://app.example.com'))
await serve(delegated, from('https://app.example.com'))

const choosing = cors(() => ({ origin: 'https://app.example.com', allowedHeaders: 'Host' }))
await serve(choosing, from('https://app.example.com'))
await serve(choosing, from('https://app.example.com'))

const off = cors((req) => (req.method === 'GET' ? { origin: '' } : { origin: [] }))
await serve(off, preflightFrom('https://app.example.com'))
await serve(off, from('https://app.example.com'))

const wrong = cors(() => ({ origin: 'app.example.com' }))
await serve(wrong, {})
