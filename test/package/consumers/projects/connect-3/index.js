const connect = require('connect')
const { printResponses } = require('print-responses')
const cors = require('strict-cors')

const app = connect()
app.use(cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }))
app.use((req, res, next) => {
  if (req.url === '/') res.end('hello')
  else next()
})

const server = app.listen(0, async () => {
  await printResponses(server)
  server.close()
})
