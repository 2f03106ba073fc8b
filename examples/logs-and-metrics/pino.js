import express from 'express'
import pino from 'pino'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

// No time, process id or host name here, so that every run of this example prints the same.
const log = pino({ base: undefined, timestamp: false })

/**
 * Calls `write` at most so many times a minute, since strangers can send requests without end, and
 * then once more to tell how many were left out.
 */
function limit(perMinute, writeLeftOut) {
  let count = 0
  return (write) => {
    if (count === 0) {
      setTimeout(() => {
        if (count > perMinute) writeLeftOut(count - perMinute)
        count = 0
      }, 60_000).unref()
    }
    count += 1
    if (count <= perMinute) write()
  }
}

const limited = limit(20, (leftOut) => {
  log.warn({ leftOut }, 'CORS denied more requests in this minute')
})

const app = express()
app.use(
  cors({
    origin: 'https://app.example.com',
    methods: ['GET', 'PUT'],
    onDecision({ kind, allowed, denial }, req) {
      if (allowed) return
      limited(() => {
        const { code, values, message } = denial
        // Below a router, Express cuts req.url; originalUrl is whole.
        const { method, originalUrl } = req
        log.warn({ cors: { kind, code, values }, method, url: originalUrl }, message)
      })
    },
  }),
)
app.get('/orders', (_req, res) => {
  res.json([{ id: 1 }])
})

const page = createPage(app, { origin: 'https://app.example.com' })
await page.check('/orders')
await page.check('/orders', { method: 'DELETE' })
await page.close()

const stranger = createPage(app, { origin: 'https://evil.example' })
for (let times = 0; times < 100; times += 1) await stranger.check('/orders')
await stranger.close()
