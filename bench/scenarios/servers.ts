import { strictEqual } from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import peer from 'cors'
import express from 'express'
import { cors } from 'strict-cors'
import { ALLOWED_HEADERS, allowlist, type Middleware, PREFLIGHT_OPTIONS } from '../by-hand.js'
import { exactOrigins } from '../inputs.js'
import { probesOf } from '../measure.js'
import { MemorySocket } from '../memory-socket.js'
import { BROWSER_HEADERS } from '../req-res.js'
import { atMost, BY_HAND, PEER, type Probe, type Scenario, SUBJECT } from '../scenario.js'

const BATCH = 200
const WARM_UP = 5000
const ORIGINS = exactOrigins(10)
const ORIGIN = ORIGINS[1] ?? ''
const OPTIONS = { origin: ORIGINS, allowedHeaders: ALLOWED_HEADERS, ...PREFLIGHT_OPTIONS }

const REQUEST = message('GET', {})
const PREFLIGHT = message('OPTIONS', {
  'access-control-request-method': 'PUT',
  'access-control-request-headers': 'authorization,content-type',
})

function message(method: string, headers: Readonly<Record<string, string>>): Buffer {
  const fields = [...BROWSER_HEADERS, ['origin', ORIGIN], ...Object.entries(headers)]
  const lines = [`${method} /orders HTTP/1.1`, ...fields.map((field) => field.join(': '))]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
}

function scenario(
  title: string,
  serve: (middleware: Middleware) => Server,
  request: Buffer,
): Scenario {
  return {
    group: 'servers',
    title,
    bars: [atMost(1.03), { kind: 'ratio', to: PEER, most: 1 }],
    rounds: 150,
    async probes(turn) {
      const set = new Set(ORIGINS)
      const isAllowed = (origin: string) => set.has(origin)
      const servers = {
        [BY_HAND]: serve(allowlist(isAllowed)),
        [SUBJECT]: serve(cors(OPTIONS)),
        [PEER]: serve(peer(OPTIONS)),
      }
      strictEqual(await ask(servers[SUBJECT], request), await ask(servers[BY_HAND], request))
      return probesOf(servers, turn, (server) => probeServer(server, request))
    },
  }
}

/** CPU time per request, garbage collection included. */
async function probeServer(server: Server, request: Buffer): Promise<Probe> {
  // The same request again and again, on one connection.
  const socket = new MemorySocket(server)
  await socket.ask(request)
  for (let i = 0; i < WARM_UP; i++) await socket.askAgain(request)
  return async () => {
    const start = process.cpuUsage()
    for (let i = 0; i < BATCH; i++) await socket.askAgain(request)
    const { user, system } = process.cpuUsage(start)
    return { time: ((user + system) * 1000) / BATCH }
  }
}

/** The lines of a response that allows the request, sorted, without the one that changes with the time. */
async function ask(server: Server, request: Buffer): Promise<string> {
  const text = await new MemorySocket(server).ask(request)
  if (!/^HTTP\/1.1 20[04] /.test(text) || !text.includes(ORIGIN)) throw new Error(text)
  return text
    .replace(/^date:.*\n/im, '')
    .split('\r\n')
    .sort()
    .join('\n')
}

function serveExpress(middleware: Middleware): Server {
  const app = express()
  app.use(middleware)
  app.get('/orders', (_req, res) => {
    res.json({ orders: [] })
  })
  const listener: RequestListener = app
  return createServer(listener)
}

function serveNode(middleware: Middleware): Server {
  return createServer((req, res) =>
    middleware(req, res, () => {
      res.setHeader('Content-Type', 'application/json')
      res.end('{"orders":[]}')
    }),
  )
}

/** Whole servers, from the bytes of a request to the bytes of its response. */
export const SERVERS: readonly Scenario[] = [
  scenario('Express 5, request', serveExpress, REQUEST),
  scenario('Express 5, preflight', serveExpress, PREFLIGHT),
  scenario('node:http, request', serveNode, REQUEST),
  scenario('node:http, preflight', serveNode, PREFLIGHT),
]
