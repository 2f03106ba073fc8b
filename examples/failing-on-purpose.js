import assert from 'node:assert/strict'
import { test } from 'node:test'
import express from 'express'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

const app = express()
app.disable('x-powered-by')
app.use(cors({ origin: 'https://app.example.com', allowedHeaders: ['X-Id'] }))

// The page sends a header that the policy does not allow, and the failure says so.
test('our page may send X-Trace', async (t) => {
  const page = createPage(app, { origin: 'https://app.example.com' })
  t.after(() => page.close())
  const verdict = await page.check('/orders', { headers: { 'x-trace': '1' } })
  assert.equal(verdict.outcome, 'shared', String(verdict))
})
