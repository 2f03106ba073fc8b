const { printResponses } = require('print-responses')
const restify = require('restify')
const cors = require('strict-cors')

const server = restify.createServer()
// Before the router, which responds to a preflight with 405 if a path has no OPTIONS route.
server.pre(
  cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }),
)
server.get('/', (_req, res, next) => {
  res.end('hello')
  next()
})

server.listen(0, async () => {
  await printResponses(server)
  server.close()
})
