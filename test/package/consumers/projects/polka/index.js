const { printExchanges } = require('exchange')
const polka = require('polka')
const cors = require('strict-cors')

const { server } = polka()
  .use(cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }))
  .get('/', (_req, res) => res.end('hello'))
  .listen(0, async () => {
    await printExchanges(server)
    server.close()
  })
