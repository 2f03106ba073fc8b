import { createServer } from 'node:http'
import { printResponses } from 'print-responses'
import cors from 'strict-cors'

const corsMiddleware = cors({
  origin: 'https://app.example.com',
  credentials: true,
  exposedHeaders: 'X-Total',
})

// As in `pages/api` of Next.js: a function of (req, res) that runs middleware as a promise.
async function handler(req, res) {
  await new Promise((resolve, reject) => {
    corsMiddleware(req, res, (error) => (error ? reject(error) : resolve()))
  })
  res.statusCode = req.url === '/' ? 200 : 404
  res.end('hello')
}

const server = createServer(handler)
server.listen(0, async () => {
  await printResponses(server)
  server.close()
})
