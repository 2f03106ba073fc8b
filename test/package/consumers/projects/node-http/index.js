import { createServer } from 'node:http'
import { printResponses } from 'print-responses'
import { cors } from 'strict-cors'

const corsMiddleware = cors({
  origin: 'https://app.example.com',
  credentials: true,
  exposedHeaders: 'X-Total',
})

const server = createServer((req, res) => {
  corsMiddleware(req, res, () => {
    res.statusCode = req.url === '/' ? 200 : 404
    res.end('hello')
  })
})

server.listen(0, async () => {
  await printResponses(server)
  server.close()
})
