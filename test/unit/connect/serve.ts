import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { type ConfigIssueCode, CorsConfigError, type CorsMiddleware } from '../../../src/index.js'
import { withoutPage } from '../policy/untyped.js'

export interface ServedRequest {
  /** @default 'GET' */
  readonly method?: string
  readonly url?: string
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface ReqRes {
  readonly req: IncomingMessage
  readonly res: ServerResponse
}

/** The classes of `node:http` without a connection, for what no server can bring about. */
export function createReqRes({ method = 'GET', url = '/', headers }: ServedRequest): ReqRes {
  const req = new IncomingMessage(new Socket())
  Object.assign(req, { method, url })
  Object.assign(req.headers, headers)
  return { req, res: new ServerResponse(req) }
}

export interface Served extends ReqRes {
  /** What `next` was called with, once per call; grows if it is called again. */
  readonly nextCalls: unknown[]
}

/** Calls the middleware and waits until it has done. */
export async function serve(
  middleware: (...parameters: Parameters<CorsMiddleware>) => void | Promise<void>,
  request: ServedRequest,
): Promise<Served> {
  const { req, res } = createReqRes(request)
  const nextCalls: unknown[] = []
  await middleware(req, res, (error) => {
    nextCalls.push(error)
  })
  return { req, res, nextCalls }
}

/** A CORS request from this origin. */
export function from(origin: string): ServedRequest {
  return { headers: { origin } }
}

/** A CORS-preflight request from this origin. */
export function preflightFrom(origin: string, method = 'PUT'): ServedRequest {
  return { method: 'OPTIONS', headers: { origin, 'access-control-request-method': method } }
}

/** `Access-Control-Allow-Origin` as it was set. */
export function allowedOrigin(res: ServerResponse): unknown {
  return res.getHeader('access-control-allow-origin')
}

/** The whole message of what a call throws. */
export function messageOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof Error) return withoutPage(error.message)
  }
  throw new Error('no error was thrown')
}

/** The codes of the issues for which a call refuses its options. */
export function issueCodesOf(call: () => unknown): readonly ConfigIssueCode[] {
  try {
    call()
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues.map(({ code }) => code)
    throw error
  }
  throw new Error('no error was thrown')
}
