import express from 'express'
import cors, { createPolicy } from 'strict-cors'
import { createPage } from 'strict-cors/testing'

// Made once. Options that the function returned would be compared with the last few on every request.
const publicPolicy = createPolicy()
const appPolicy = createPolicy({ origin: 'https://app.example.com', credentials: true })

const app = express()
// Every path that is not known to be public gets the strict policy: Express finds /Orders and
// /orders/ as well.
app.use(cors((req) => (req.url?.startsWith('/public/') ? publicPolicy : appPolicy)))
app.get('/public/news', (_req, res) => {
  res.send('news')
})
app.get('/orders', (_req, res) => {
  res.send('orders')
})

for (const origin of ['https://app.example.com', 'https://anybody.example']) {
  const page = createPage(app, { origin })
  for (const url of ['/public/news', '/orders']) {
    const { outcome } = await page.check(url)
    console.log(`${origin} ${url}: ${outcome}`)
  }
  await page.close()
}
