import { strictEqual } from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import peer from 'cors'
import express from 'express'
import { cors } from 'strict-cors'
import { ALLOWED_HEADERS, allowlist, type Middleware, PREFLIGHT_OPTIONS } from '../by-hand.js'
import { exactOrigins, THREE_NAMES } from '../inputs.js'
import { probesOf } from '../measure.js'
import { MemorySocket } from '../memory-socket.js'
import { BROWSER_HEADERS } from '../req-res.js'
import { BY_HAND, PEER, type Probe, type Scenario, SUBJECT } from '../scenario.js'

const BATCH = 200
const WARM_UP = 5000
const ORIGINS = exactOrigins(10)
const OPTIONS = { origin: ORIGINS, allowedHeaders: ALLOWED_HEADERS, ...PREFLIGHT_OPTIONS }

const HEADERS = [...BROWSER_HEADERS, ['origin', ORIGINS[1]]]
const REQUEST = message('GET', HEADERS)
const PREFLIGHT = message('OPTIONS', [
  ...HEADERS,
  ['access-control-request-method', 'PUT'],
  ['access-control-request-headers', THREE_NAMES],
])

function message(method: string, headers: readonly (readonly unknown[])[]): Buffer {
  const lines = [`${method} /orders HTTP/1.1`, ...headers.map((header) => header.join(': '))]
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
    bars: { ratio: 1.03, peer: 1 },
    rounds: 150,
    async probes(rotation) {
      const set = new Set(ORIGINS)
      const servers = {
        [BY_HAND]: serve(allowlist((origin) => set.has(origin))),
        [SUBJECT]: serve(cors(OPTIONS)),
        [PEER]: serve(peer(OPTIONS)),
      }
      strictEqual(await ask(servers[SUBJECT], request), await ask(servers[BY_HAND], request))
      return probesOf(servers, rotation, (server) => probeServer(server, request))
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

/** The sorted lines of a response that allows the request, without the one that tells the time. */
async function ask(server: Server, request: Buffer): Promise<string> {
  const text = await new MemorySocket(server).ask(request)
  if (!/^HTTP\/1.1 20[04] .*^access-control-allow-origin:/ims.test(text)) throw new Error(text)
  const lines = text.split('\r\n').filter((line) => !line.startsWith('Date:'))
  return lines.sort().join('\n')
}

function serveExpress(middleware: Middleware): Server {
  const app = express()
  app.use(middleware)
  app.get('/orders', (_req, res) => void res.json({ orders: [] }))
  return createServer((req, res) => void app(req, res))
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
