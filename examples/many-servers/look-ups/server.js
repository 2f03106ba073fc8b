import express from 'express'
import pg from 'pg'
import cors from 'strict-cors'
import { createCustomerOrigins } from './customer-origins.js'

const database = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  // A page waits for these, so they end soon when the database is down.
  connectionTimeoutMillis: 1_000,
  query_timeout: 1_000,
})
// A cut connection that nobody is using is not a reason to stop.
database.on('error', (error) => console.error(error.message))

const origin = createCustomerOrigins(database, {
  rememberAllowed: Number(process.env.REMEMBER_ALLOWED ?? 30_000),
})

const app = express()
app.use(cors({ origin, credentials: true }))
app.get('/orders', (_req, res) => {
  res.json([{ id: 1 }])
})
// If the database could not be asked. Caches must not keep this response: it may soon change.
app.use((error, _req, res, _next) => {
  console.error(error.message)
  res.status(503).set('Cache-Control', 'no-store').json({ error: 'try again later' })
})

const server = app.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`http://localhost:${server.address().port}`)
})
