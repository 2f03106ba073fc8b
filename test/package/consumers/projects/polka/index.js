const { printResponses } = require('print-responses')
const polka = require('polka')
const cors = require('strict-cors')

const { server } = polka()
  .use(cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }))
  .get('/', (_req, res) => res.end('hello'))
  .listen(0, async () => {
    await printResponses(server)
    server.close()
  })
