import { deepStrictEqual } from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import peer from 'cors'
import express from 'express'
import { cors } from 'strict-cors'
import { probesOf } from '../calls.js'
import * as limit from '../limit.js'
import { exactOrigins } from '../origins.js'
import { LIMIT, type Scenario, SUBJECT } from '../scenario.js'
import { answerOf, PREFLIGHT, probeServer, REQUEST, serverWork } from './serve.js'

const ORIGINS = exactOrigins(10)
const OPTIONS = {
  origin: ORIGINS,
  credentials: true,
  methods: limit.METHODS,
  allowedHeaders: limit.ALLOWED_HEADERS,
  maxAge: Number(limit.MAX_AGE),
}

const MIDDLEWARE: Readonly<Record<string, () => limit.Middleware>> = {
  [LIMIT]: () => limit.requestsAndPreflights(new Set(ORIGINS)),
  [SUBJECT]: () => cors(OPTIONS),
  cors: () => peer(OPTIONS),
}

function endToEnd(
  title: string,
  serve: (middleware: limit.Middleware) => Server,
  request: Buffer,
): Scenario {
  const servers = () =>
    Object.fromEntries(
      Object.entries(MIDDLEWARE).map(([name, middleware]) => [name, serve(middleware())]),
    )
  return {
    group: 'end to end',
    title,
    unit: 'µs',
    reference: LIMIT,
    subject: SUBJECT,
    bars: [
      { kind: 'ratio', most: 1.03 },
      { kind: 'peer', peer: 'cors', most: 1 },
    ],
    rounds: 150,
    long: false,
    works: () =>
      Object.fromEntries(
        Object.entries(servers()).map(([name, server]) => [
          name,
          serverWork(server, request, true),
        ]),
      ),
    async probes(turn) {
      const { [LIMIT]: limit, [SUBJECT]: subject } = servers()
      deepStrictEqual(await answerOf(subject, request), await answerOf(limit, request))
      return probesOf(servers(), turn, (server) => probeServer(server, request, true))
    },
  }
}

function serveExpress(middleware: limit.Middleware): Server {
  const app = express()
  app.use(middleware)
  app.get('/orders', (_req, res) => {
    res.json({ orders: [] })
  })
  const listener: RequestListener = app
  return createServer(listener)
}

function serveNode(middleware: limit.Middleware): Server {
  return createServer((req, res) =>
    middleware(req, res, () => {
      res.setHeader('Content-Type', 'application/json')
      res.end('{"orders":[]}')
    }),
  )
}

/** Whole servers, from the bytes of a request to the bytes of its answer. */
export const END_TO_END: readonly Scenario[] = [
  endToEnd('Express 5, request', serveExpress, REQUEST),
  endToEnd('Express 5, preflight', serveExpress, PREFLIGHT),
  endToEnd('node:http, request', serveNode, REQUEST),
  endToEnd('node:http, preflight', serveNode, PREFLIGHT),
]
