import express from 'express'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

// Vite, Next.js and the like take whichever port is free. localhost and 127.0.0.1 are two origins.
const DEVELOPMENT_ORIGINS = ['http://localhost:*', 'http://127.0.0.1:*']

/** Reads a list such as "https://app.example.com, https://admin.example.com". */
function readOrigins({ CORS_ORIGINS = '', NODE_ENV }) {
  const origins = CORS_ORIGINS.split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '')
  // In production an empty list stays empty, and cors() refuses it: a server whose variable nobody
  // has set does not start, instead of being open to everybody or closed to its own pages.
  if (origins.length === 0 && NODE_ENV !== 'production') return DEVELOPMENT_ORIGINS
  // '*' means everybody and is an option of its own, so it cannot be in a list.
  return origins.length === 1 ? origins[0] : origins
}

const origin = readOrigins(process.env)
const app = express()
// '*' is for public data: with credentials, cors() refuses it.
app.use(cors({ origin, credentials: origin !== '*' }))
app.get('/orders', (_req, res) => {
  res.json([{ id: 1 }])
})

// A real server would now do app.listen(3000).
for (const pageOrigin of ['https://app.example.com', 'http://localhost:5173']) {
  const page = createPage(app, { origin: pageOrigin })
  const { outcome } = await page.check('/orders')
  console.log(`${pageOrigin}: ${outcome}`)
  await page.close()
}
