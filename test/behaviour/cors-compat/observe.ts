import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { portOf } from '../../support/port-of.js'
import type { Case, CreateMiddleware } from './cases.js'
import { REQUESTS, type TableRequest } from './requests.js'

/** The parts of a response that the table compares. */
export interface ComparedResponse {
  readonly status: number
  /**
   * `app` from the app's own handler, `error` and the error's code, if it has one, from its error
   * handler; empty from a middleware.
   */
  readonly body: string
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** By the request's name. */
export type ComparedResponses = Readonly<Record<string, ComparedResponse>>

export const APP_RESPONSE: ComparedResponse = { status: 200, body: 'app', headers: {} }
export const ERROR_RESPONSE: ComparedResponse = { status: 500, body: 'error', headers: {} }

const COMPARED_HEADERS = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
  'access-control-max-age',
  'vary',
]

const appHandler: RequestHandler = (_request, response) => {
  response.send(APP_RESPONSE.body)
}

const errorHandler: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(500).send(['error', error.code].join(' ').trim())
}

/** Mounts the middleware as the case says in an Express app and sends it every request. */
export async function observe(row: Case, create: CreateMiddleware): Promise<ComparedResponses> {
  const app = express()
  if (row.mount) row.mount(app, create, row.source, appHandler)
  else app.use(create(row.source))
  app.all('/', appHandler)
  app.use(errorHandler)
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const responses: Record<string, ComparedResponse> = {}
    for (const sent of REQUESTS) responses[sent.name] = await send(sent, portOf(server))
    return responses
  } finally {
    server.close()
  }
}

async function send(sent: TableRequest, port: number): Promise<ComparedResponse> {
  const { method, headers } = sent
  const sending = request({ port, host: '127.0.0.1', method, headers }).end()
  const [response]: IncomingMessage[] = await once(sending, 'response')
  if (response === undefined) throw new Error('no response')
  const body = await text(response)
  // The app decides the length of its own responses.
  const names = body === '' ? [...COMPARED_HEADERS, 'content-length'] : COMPARED_HEADERS
  const compared = names.flatMap((name) => {
    const value = response.headers[name]
    return value === undefined ? [] : [[name, String(value)]]
  })
  return { status: response.statusCode ?? 0, body, headers: Object.fromEntries(compared) }
}
