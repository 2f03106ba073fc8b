import { printResponses } from 'print-responses'

import express = require('express')
import cors = require('strict-cors')

import { cors as namedCors } from 'strict-cors'

import browser = require('strict-cors/testing')
import policy = require('strict-cors/policy')

const options: cors.CorsOptions = {
  origin: 'https://app.example.com',
  credentials: true,
  exposedHeaders: 'X-Total',
}
const handler: express.RequestHandler = cors(options)
const delegated = namedCors((request: express.Request) =>
  request.path === '/missing' ? cors.createPolicy(options) : policy.createPolicy(options),
)

const app = express()
app.use(handler)
app.get('/', delegated, (_request, response) => {
  response.send('hello')
})

async function serve(): Promise<void> {
  const { check } = browser.createPage(app, { origin: 'https://app.example.com' })
  const { outcome } = await check('/', { credentials: 'include' })
  if (outcome !== 'shared') throw new Error(outcome)

  const server = app.listen(0, async () => {
    await printResponses(server)
    server.close()
  })
}

void serve()
