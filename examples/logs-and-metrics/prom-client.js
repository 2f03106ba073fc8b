import express from 'express'
import { Counter, register } from 'prom-client'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

// Both labels have few values, whatever strangers send. Never make a label of an origin or a URL:
// each new value is a time series that Prometheus keeps.
const decisions = new Counter({
  name: 'cors_decisions_total',
  help: 'Requests with an Origin header, by what the policy said of them',
  labelNames: ['kind', 'code'],
})

const app = express()
app.use(
  cors({
    origin: 'https://app.example.com',
    onDecision({ kind, denial }) {
      decisions.inc({ kind, code: denial?.code ?? 'allowed' })
    },
  }),
)
app.post('/orders', (_req, res) => {
  res.sendStatus(204)
})

const page = createPage(app, { origin: 'https://app.example.com' })
await page.check('/orders', { method: 'POST', headers: { 'content-type': 'application/json' } })
await page.close()
const stranger = createPage(app, { origin: 'https://evil.example' })
await stranger.check('/orders', { method: 'POST' })
await stranger.close()
// A form on a page of the API itself: not refused, and not counted as if it were.
const own = createPage(app, { origin: 'https://api.example.com' })
await own.check('https://api.example.com/orders', { method: 'POST' })
await own.close()

// A real server would send this as GET /metrics.
console.log(await register.getSingleMetricAsString('cors_decisions_total'))
