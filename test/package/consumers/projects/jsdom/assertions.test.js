/**
 * @jest-environment node
 * @vitest-environment node
 */
const cors = require('strict-cors')
const { assertBlocked, assertShared, createPage } = require('strict-cors/testing')

const middleware = cors({ origin: 'https://app.example.com', methods: ['PUT'] })

test('the assertions judge an app', async () => {
  const app = (req, res) => middleware(req, res, () => res.end())
  const page = createPage(app, { origin: 'https://app.example.com' })
  const put = await page.check('/', { method: 'PUT' })
  const deleted = await page.check('/', { method: 'DELETE' })
  assertShared(put)
  assertBlocked(deleted, 'method-not-in-allow-methods')
  expect(() => assertShared(deleted)).toThrow('blocked: method-not-in-allow-methods')
  expect(() => assertBlocked(put)).toThrow('shared')
  await page.close()
})
