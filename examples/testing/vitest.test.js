import express from 'express'
import cors from 'strict-cors'
import { assertBlocked, assertShared, createPage } from 'strict-cors/testing'
import { afterAll, expect, test } from 'vitest'

const app = express()
app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'PUT'] }))
app.use((_req, res) => {
  res.json([{ id: 1 }])
})

const page = createPage(app, { origin: 'https://app.example.com' })
afterAll(() => page.close())

test('our page may replace orders, and reads the response', async () => {
  const verdict = await page.check('/orders', { method: 'PUT' })
  assertShared(verdict)
  expect(verdict.response.body).toBe('[{"id":1}]')
})

test('our page may not delete them', async () => {
  const verdict = await page.check('/orders', { method: 'DELETE' })
  assertBlocked(verdict, 'method-not-in-allow-methods')
})
