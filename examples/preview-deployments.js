import express from 'express'
import cors, { createPolicy } from 'strict-cors'
import { createPage } from 'strict-cors/testing'

// Anyone can deploy something named myapp-evil.vercel.app, so a pattern there lets strangers read
// with the cookies of your users. createPolicy() refuses it.
try {
  createPolicy({ origin: /^https:\/\/myapp-[a-z0-9-]+\.vercel\.app$/, credentials: true })
} catch (error) {
  console.log(`${error.issues[0].code}: ${error.issues[0].message}`)
}

const app = express()

// Safe with cookies: previews below your own domain, such as https://pr-7.preview.example.com, and
// the one deployment whose address the platform tells.
const origin = ['https://app.example.com', 'https://*.preview.example.com']
if (process.env.VERCEL_URL) origin.push(`https://${process.env.VERCEL_URL}`)
app.get('/orders', cors({ origin, credentials: true }), (_req, res) => {
  res.json([{ id: 1 }])
})

// Safe below a shared host: data that needs no cookie. Whoever has the token could read it anyway.
const anyPreview = ['https://app.example.com', 'https://*.vercel.app']
app
  .route('/token-orders')
  .all(cors({ origin: anyPreview }))
  .get((req, res) => {
    res.sendStatus(req.headers.authorization === 'Bearer secret' ? 204 : 401)
  })

const pages = [
  'https://pr-7.preview.example.com',
  'https://myapp-8f3c.vercel.app',
  'https://myapp-evil.vercel.app',
]
for (const pageOrigin of pages) {
  const page = createPage(app, { origin: pageOrigin })
  const cookies = await page.check('/orders', { credentials: 'include' })
  const token = await page.check('/token-orders', { headers: { authorization: 'Bearer guess' } })
  console.log(`${pageOrigin}: with cookies ${cookies.outcome}, with a token ${token.outcome}`)
  await page.close()
}
