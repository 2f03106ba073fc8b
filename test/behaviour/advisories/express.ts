import express, { type ErrorRequestHandler } from 'express'
import { onTestFinished } from 'vitest'
import type { CorsMiddleware } from '../../../src/index.js'
import { startHttp1 } from '../servers/servers.js'
import type { WireRequest } from '../servers/wire.js'

/** The response of an app with the middleware. */
export interface AppResponse {
  readonly status: number
  /** `Access-Control-*` and `Vary`, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** What the app sent, or the message of the error that reached its error handler. */
  readonly body: string
}

const errorHandler: ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(500).send(error instanceof Error ? error.message : String(error))
}

/**
 * Serves an Express app with this middleware on a socket until the test has finished.
 * @returns sends a request to it, each on a socket of its own
 */
export async function serveExpress(
  middleware: CorsMiddleware,
): Promise<(request: WireRequest) => Promise<AppResponse>> {
  const app = express().use(middleware)
  app.all('/', (_req, res) => {
    res.send('app')
  })
  const server = await startHttp1(app.use(errorHandler))
  onTestFinished(() => server.close())
  return async (request) => {
    const { status, headers, body } = await server.send(request)
    const lowercase = headers.map(([name, value]): [string, string] => [name.toLowerCase(), value])
    const ofCors = lowercase.filter(([name]) => /^(?:access-control-.*|vary)$/.test(name))
    // The socket is read as latin1, which keeps every byte; Express writes UTF-8.
    const text = Buffer.from(body, 'latin1').toString()
    return { status, headers: Object.fromEntries(ofCors), body: text }
  }
}

/** A CORS request from this origin. */
export function from(origin: string): WireRequest {
  return { headers: [['Origin', origin]] }
}

/** A CORS-preflight request from this origin, with a list of request headers if one is given. */
export function preflightFrom(origin: string, requestHeaders?: string): WireRequest {
  const asked: WireRequest['headers'] =
    requestHeaders === undefined ? [] : [['Access-Control-Request-Headers', requestHeaders]]
  return {
    method: 'OPTIONS',
    headers: [['Origin', origin], ['Access-Control-Request-Method', 'PUT'], ...asked],
  }
}
