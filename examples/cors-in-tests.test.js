import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import express from 'express'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

const app = express()
app.use(cors({ origin: 'https://app.example.com', methods: ['GET', 'PUT'], credentials: true }))
app.get('/orders', (_req, res) => {
  res.json([{ id: 1 }])
})
app.put('/orders', (_req, res) => {
  res.sendStatus(204)
})

const page = createPage(app, { origin: 'https://app.example.com' })
const stranger = createPage(app, { origin: 'https://evil.example' })
after(() => Promise.all([page.close(), stranger.close()]))

test('our page may read and replace orders', async () => {
  const read = await page.check('/orders', { credentials: 'include' })
  assert.equal(read.outcome, 'shared', String(read))
  const write = await page.check('/orders', { method: 'PUT', credentials: 'include' })
  assert.equal(write.outcome, 'shared', String(write))
})

test('our page may not delete them', async () => {
  const verdict = await page.check('/orders', { method: 'DELETE' })
  assert.equal(verdict.code, 'method-not-in-allow-methods', String(verdict))
})

test('other pages may not read them', async () => {
  const verdict = await stranger.check('/orders')
  assert.equal(verdict.code, 'allow-origin-missing', String(verdict))
})
