import express from 'express'
import cors from 'strict-cors'

const app = express()
app.use(cors({ origin: ['https://app.example.com', 'http://localhost:*'] }))
app.get('/orders', (_req, res) => {
  res.json([{ id: 1 }])
})
app.put('/orders/:id', (_req, res) => {
  res.sendStatus(204)
})
app.get('/broken', () => {
  throw new Error('the headers are on error responses, too')
})

// Only nginx can reach it, so that nobody gets around nginx.
const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`)
})
