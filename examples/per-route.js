import express from 'express'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

const app = express()

// all(), since the preflight of PUT is an OPTIONS request and needs the middleware too.
app
  .route('/report')
  .all(cors({ origin: 'https://reports.example.com', methods: ['PUT'] }))
  .put((_req, res) => {
    res.send('report stored')
  })
app
  .route('/news')
  .all(cors())
  .get((_req, res) => {
    res.send('news for everybody')
  })

// After the routes with policies of their own: it would respond to their preflights with this policy.
app.use(cors({ origin: 'https://app.example.com' }))
app.get('/orders', (_req, res) => {
  res.send('orders')
})

for (const origin of ['https://app.example.com', 'https://reports.example.com']) {
  const page = createPage(app, { origin })
  console.log(origin)
  for (const [method, url] of [
    ['GET', '/orders'],
    ['GET', '/news'],
    ['PUT', '/report'],
  ]) {
    const { outcome } = await page.check(url, { method })
    console.log(`  ${method} ${url}: ${outcome}`)
  }
  await page.close()
}
