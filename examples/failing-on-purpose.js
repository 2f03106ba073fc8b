import assert from 'node:assert/strict'
import { test } from 'node:test'
import express from 'express'
import cors from 'strict-cors'
import { createBrowser } from 'strict-cors/browser'

const app = express()
app.disable('x-powered-by')
app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['X-Id'] }))

// The page sends a header that the policy forgot, and the failure tells so.
test('our page may send X-Trace', async (t) => {
  const browser = createBrowser(app, { origin: 'https://app.example.com' })
  t.after(() => browser.close())
  const verdict = await browser.check('/orders', { headers: { 'x-trace': '1' } })
  assert.equal(verdict.outcome, 'shared', String(verdict))
})
