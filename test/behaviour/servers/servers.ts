import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import http2, { type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import connect from 'connect'
import express from 'express'
import express4 from 'express4'
import type { CorsMiddleware } from '../../../src/index.js'
import { portOf } from '../../support/port-of.js'
import { sendHttp1 } from './http1.js'
import { sendHttp2 } from './http2.js'
import type { WireRequest, WireResponse } from './wire.js'

type Request = IncomingMessage | Http2ServerRequest
type Response = ServerResponse | Http2ServerResponse

/** Runs before the middleware, as another one that the app has mounted first. */
export type Before = (response: Response) => void

/** A kind of server that the middleware is made for. */
export interface ServerKind {
  readonly name: string
  /** Starts a server whose handler responds `app`, and its error handler `error: <message>`. */
  start(middleware: CorsMiddleware, before?: Before): Promise<RunningServer>
}

export interface RunningServer {
  send(request: WireRequest): Promise<WireResponse>
  close(): Promise<void>
}

export const SERVERS: readonly ServerKind[] = [
  {
    name: 'Express 5',
    start: (middleware, before) => startHttp1(expressApp(express(), middleware, before)),
  },
  {
    name: 'Express 4',
    start: (middleware, before) => startHttp1(expressApp(express4(), middleware, before)),
  },
  {
    name: 'Connect 3',
    start: (middleware, before = () => {}) => {
      const app = connect()
      app.use((_request, response, next) => {
        before(response)
        next()
      })
      app.use(middleware)
      app.use((_request, response) => sendApp(response))
      app.use(
        (
          error: unknown,
          _request: Request,
          response: ServerResponse,
          _next: connect.NextFunction,
        ) => sendError(response, error),
      )
      return startHttp1(app)
    },
  },
  { name: 'node:http', start: (middleware, before) => startHttp1(listener(middleware, before)) },
  {
    name: 'node:http2',
    async start(middleware, before) {
      const server = http2.createServer(listener(middleware, before))
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const port = portOf(server)
      return {
        send: (request) => sendHttp2(port, request),
        async close() {
          server.close()
          await once(server, 'close')
        },
      }
    },
  },
]

/** Listens on a loopback port of its own. */
export async function startHttp1(listener: http.RequestListener): Promise<RunningServer> {
  const server = http.createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  return {
    send: (request) => sendHttp1(port, request),
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}

function expressApp(
  app: express.Express,
  middleware: CorsMiddleware,
  before: Before = () => {},
): express.Express {
  app.use((_request, response, next) => {
    before(response)
    next()
  })
  app.use(middleware)
  app.use((_request, response) => sendApp(response))
  const errorHandler: express.ErrorRequestHandler = (error, _request, response, _next) =>
    sendError(response, error)
  return app.use(errorHandler)
}

function listener(middleware: CorsMiddleware, before: Before = () => {}) {
  return (request: Request, response: Response) => {
    before(response)
    middleware(request, response, (error) =>
      error === undefined ? sendApp(response) : sendError(response, error),
    )
  }
}

function sendApp(response: Response): void {
  end(response, 200, 'app')
}

function sendError(response: Response, error: unknown): void {
  end(response, 500, `error: ${error instanceof Error ? error.message : error}`)
}

function end(response: Response, status: number, body: string): void {
  // HTTP/2 needs no length, and its compatibility API sends none by itself.
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.statusCode = status
  response.end(body)
}
