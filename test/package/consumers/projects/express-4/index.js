const { printResponses } = require('print-responses')
const express = require('express')
const cors = require('strict-cors')

const app = express()
app.use(cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }))
app.get('/', (_req, res) => {
  res.send('hello')
})

const server = app.listen(0, async () => {
  await printResponses(server)
  server.close()
})
