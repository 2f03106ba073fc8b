import express from 'express'
import { printResponses } from 'print-responses'
import cors from 'strict-cors'

const app = express()
app.use(cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }))
app.get('/', (_req, res) => {
  res.send('hello')
})

const server = app.listen(0, async () => {
  await printResponses(server)
  server.close()
})
