import express, { type Request, type RequestHandler } from 'express'
import { printResponses } from 'print-responses'
import cors, { type CorsOptions, createPolicy } from 'strict-cors'
import { createPolicy as createPurePolicy, type Decision } from 'strict-cors/policy'
import { createPage } from 'strict-cors/testing'

const options: CorsOptions = {
  origin: 'https://app.example.com',
  credentials: true,
  exposedHeaders: 'X-Total',
  onDecision: (decision: Decision, request: Request) => decision.allowed || request.ip,
}
const handler: RequestHandler = cors(options)
const delegated = cors((request: Request) =>
  request.path === '/missing' ? createPolicy(options) : createPurePolicy(options),
)

const app = express()
app.use(handler)
app.get('/', delegated, (_request, response) => {
  response.send('hello')
})

const page = createPage(app, { origin: 'https://app.example.com' })
const { outcome } = await page.check('/', { credentials: 'include' })
if (outcome !== 'shared') throw new Error(outcome)

const server = app.listen(0, async () => {
  await printResponses(server)
  server.close()
})
