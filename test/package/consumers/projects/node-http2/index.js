const { once } = require('node:events')
const http2 = require('node:http2')
const { text } = require('node:stream/consumers')
const { printResponses } = require('print-responses')
const { cors } = require('strict-cors')

const corsMiddleware = cors({
  origin: 'https://app.example.com',
  credentials: true,
  exposedHeaders: 'X-Total',
})

const server = http2.createServer((req, res) => {
  corsMiddleware(req, res, () => {
    res.statusCode = req.url === '/' ? 200 : 404
    res.end('hello')
  })
})

async function send(port, { method, path, headers }) {
  const session = http2.connect(`http://127.0.0.1:${port}`)
  const stream = session.request(
    { ':method': method, ':path': path, ...headers },
    { endStream: true },
  )
  const [received] = await once(stream, 'response')
  const body = await text(stream)
  session.close()
  return { status: received[':status'], headers: received, body }
}

server.listen(0, async () => {
  await printResponses(server, send)
  server.close()
})
