import express from 'express'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

const app = express()
app.use(cors({ origin: ['https://app.example.com', 'http://localhost:*'], credentials: true }))
app.get('/orders', (_req, res) => {
  res.json([{ id: 1 }])
})

// A real server would now do app.listen(3000). Here, pages of three origins ask instead.
for (const origin of ['https://app.example.com', 'http://localhost:5173', 'https://evil.example']) {
  const page = createPage(app, { origin })
  const verdict = await page.check('/orders', { credentials: 'include' })
  console.log(
    `${origin}: ${verdict.outcome === 'shared' ? verdict.response.body : verdict.message}`,
  )
  await page.close()
}
