import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import http2 from 'node:http2'
import connect from 'connect'
import express, { type RequestHandler } from 'express'
import { type CorsMiddleware, cors, createPolicy } from '../../../../src/index.js'

export function standsWhereExpressTakesAHandler() {
  const app = express()
  const handler: RequestHandler = cors()
  app.use(handler)
  app.use(cors(), cors())
  app.use('/api', cors({ origin: 'https://app.example.com', credentials: true }))
  app.options('/report', cors())
  app.get('/report', cors(createPolicy()), (_request, response) => {
    response.end()
  })
  express.Router().use([cors()])
}

export function standsWhereConnectTakesAHandler() {
  connect().use(cors()).use('/api', cors())
}

export function isCalledWithTheMessagesOfNode() {
  const middleware: CorsMiddleware = cors()
  http.createServer((request, response) => middleware(request, response, () => response.end()))
  http2.createServer((request, response) => middleware(request, response, () => response.end()))
}

export function isCalledInAFunctionThatPromises(req: IncomingMessage, res: ServerResponse) {
  return new Promise<void>((resolve, reject) => {
    cors()(req, res, (error) => (error ? reject(error) : resolve()))
  })
}

export function takesANewPolicyWhileItServes() {
  const middleware = cors()
  middleware.update({ origin: 'https://app.example.com', credentials: true })
  middleware.update(createPolicy())
  middleware.update((request) => ({ origin: request.url === '/' }))
  // @ts-expect-error
  middleware.update()
  // @ts-expect-error
  middleware.update({ origins: 'https://app.example.com' })
  // @ts-expect-error
  middleware.update({ credentials: true })
}
