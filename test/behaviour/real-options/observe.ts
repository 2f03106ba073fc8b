import { type IncomingHttpHeaders, request } from 'node:http'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { portOf } from '../../support/port-of.js'
import type { Configuration } from './corpus.js'

/** `cors` of one package or the other, as JavaScript calls it. */
export type Library = (options: unknown) => RequestHandler

/** What every page and every health check asks for, and what is asked for at the edges. */
export const REQUESTS = [
  'GET, origin meant',
  'preflight PUT, origin meant',
  'GET, other origin',
  'preflight PUT, other origin',
  'GET, no Origin',
  'OPTIONS, no Origin',
  'GET, origin null',
  'GET, LAN origin over http',
] as const

export type RequestName = (typeof REQUESTS)[number]

/** What happened to a request, for a page and for the handler. */
export interface Observation {
  /** Status, what the page may read, and whether the handler ran. */
  readonly outcome: string
  /** What reached the error handler. */
  readonly error: string
}

const EVIL = 'https://evil.example'
const LAN = 'http://192.168.77.5:3000'

/** Runs a configuration in Express and asks each of the requests. */
export async function observe(
  library: Library,
  configuration: Configuration,
): Promise<ReadonlyMap<RequestName, Observation>> {
  const server = appOf(library, configuration).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const port = portOf(server)
  const seen = new Map<RequestName, Observation>()
  for (const name of REQUESTS) seen.set(name, await ask(port, name, originOf(name, configuration)))
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return seen
}

function originOf(name: RequestName, { meant }: Configuration): string | undefined {
  if (name.endsWith('no Origin')) return undefined
  if (name.endsWith('origin meant')) return meant
  if (name.endsWith('other origin')) return EVIL
  return name.endsWith('null') ? 'null' : LAN
}

function appOf(library: Library, { mount, options, outer, optionsStar }: Configuration) {
  const app = express()
  const handler: RequestHandler = (_req, res) => {
    res.json({ handled: true })
  }
  const sendError: ErrorRequestHandler = (error, _req, res, _next) => {
    res.status(error.status ?? 500).json({ error: String(error) })
  }
  if (outer !== undefined) app.use(library(outer()))
  const middleware = library(options())
  if (mount === 'route') app.get('/x', middleware, handler)
  else if (mount.startsWith('app.options')) app.options('/{*any}', middleware)
  else app.use(middleware)
  if (optionsStar !== undefined) app.options('/{*any}', library(optionsStar()))
  app.get('/x', handler)
  app.put('/x', handler)
  return app.use(sendError)
}

const PREFLIGHT = {
  'access-control-request-method': 'PUT',
  'access-control-request-headers': 'authorization,content-type',
}

async function ask(
  port: number,
  name: RequestName,
  origin: string | undefined,
): Promise<Observation> {
  const isPreflight = name.startsWith('preflight')
  const method = name.startsWith('GET') ? 'GET' : 'OPTIONS'
  const headers = { ...(origin === undefined ? {} : { origin }), ...(isPreflight ? PREFLIGHT : {}) }
  const response = await send(port, method, headers)
  const { error = '', handled = false }: { error?: string; handled?: boolean } =
    response.body.startsWith('{') ? JSON.parse(response.body) : {}
  const page = pageOf(response, origin, isPreflight)
  // 204 and 200 are the same to a browser.
  const isOk = isPreflight && response.status >= 200 && response.status < 300
  const status = isOk ? '2xx' : String(response.status)
  const isMissed = method === 'GET' && !handled
  return { outcome: `${status}${page}${isMissed ? ', handler not reached' : ''}`, error }
}

interface Response {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

function send(port: number, method: string, headers: Record<string, string>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/x', method, headers, agent: false }
    const sent = request(options, (res) => {
      let body = ''
      res.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }))
    })
    sent.on('error', reject).end()
  })
}

function pageOf(response: Response, origin: string | undefined, isPreflight: boolean): string {
  if (origin === undefined) return ''
  const passes = isPreflight ? passesPreflight : passesCorsCheck
  if (passes(response, origin, true)) return ', page: with cookies'
  return passes(response, origin, false) ? ', page: without cookies' : ', page: blocked'
}

/** https://fetch.spec.whatwg.org/#concept-cors-check */
function passesCorsCheck({ headers }: Response, origin: string, credentials: boolean): boolean {
  const allowed = headers['access-control-allow-origin']
  if (allowed === '*') return !credentials
  if (allowed !== origin) return false
  return !credentials || headers['access-control-allow-credentials'] === 'true'
}

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch */
function passesPreflight(response: Response, origin: string, credentials: boolean): boolean {
  const { status, headers } = response
  if (status < 200 || status > 299 || !passesCorsCheck(response, origin, credentials)) return false
  const methods = listOf(headers['access-control-allow-methods'])
  const names = listOf(headers['access-control-allow-headers']).map((name) => name.toLowerCase())
  const allows = (list: readonly string[], item: string) =>
    list.includes(item) || (!credentials && list.includes('*'))
  return allows(methods, 'PUT') && allows(names, 'content-type') && names.includes('authorization')
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').map((item) => item.trim())
}
