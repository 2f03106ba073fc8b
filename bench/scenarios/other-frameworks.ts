import { createServer, type Server } from 'node:http'
import fastifyCors from '@fastify/cors'
import { getRequestListener } from '@hono/node-server'
import koaCors from '@koa/cors'
import peer from 'cors'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { cors as honoCors } from 'hono/cors'
import Koa from 'koa'
import { cors } from 'strict-cors'
import * as limit from '../limit.js'
import { exactOrigins } from '../origins.js'
import type { Scenario } from '../scenario.js'
import { PREFLIGHT, probeServer, REQUEST } from './serve.js'

const ORIGINS = exactOrigins(10)
const METHODS = limit.METHODS.split(',')
const HEADERS = limit.ALLOWED_HEADERS.split(',')
const OPTIONS = {
  origin: ORIGINS,
  credentials: true,
  methods: METHODS,
  allowedHeaders: HEADERS,
  maxAge: Number(limit.MAX_AGE),
}
const BODY = { orders: [] }
const WITHOUT = 'without'

/** Makes a server, with CORS or without. */
type Serve = (withCors: boolean) => Server | Promise<Server>

function framework(subject: string, serve: Serve, title: string, request: Buffer): Scenario {
  return {
    group: 'other frameworks',
    title: `${subject}, ${title}`,
    unit: 'µs',
    reference: WITHOUT,
    subject,
    bars: [],
    rounds: 100,
    long: true,
    works: null,
    async probes() {
      return {
        [WITHOUT]: await probeServer(await serve(false), request, false),
        [subject]: await probeServer(await serve(true), request, true),
      }
    },
  }
}

function serveExpress(middleware: limit.Middleware, withCors: boolean): Server {
  const app = express()
  if (withCors) app.use(middleware)
  app.get('/orders', (_req, res) => {
    res.json(BODY)
  })
  app.options('/orders', (_req, res) => {
    res.status(204).end()
  })
  return createServer(app)
}

function serveKoa(withCors: boolean): Server {
  const app = new Koa()
  if (withCors) {
    const isAllowed = new Set(ORIGINS)
    app.use(
      koaCors({
        origin: (context) => {
          const origin = context.get('Origin')
          return isAllowed.has(origin) ? origin : ''
        },
        credentials: true,
        allowMethods: METHODS,
        allowHeaders: HEADERS,
        maxAge: limit.MAX_AGE,
      }),
    )
  }
  app.use((context) => {
    if (context.method === 'OPTIONS') context.status = 204
    else context.body = BODY
  })
  return createServer(app.callback())
}

function serveHono(withCors: boolean): Server {
  const app = new Hono()
  if (withCors) {
    app.use(
      honoCors({
        origin: ORIGINS,
        credentials: true,
        allowMethods: METHODS,
        allowHeaders: HEADERS,
        maxAge: Number(limit.MAX_AGE),
      }),
    )
  }
  app.get('/orders', (context) => context.json(BODY))
  app.options('/orders', (context) => context.body(null, 204))
  return createServer(getRequestListener(app.fetch))
}

async function serveFastify(withCors: boolean): Promise<Server> {
  const app = fastify()
  if (withCors) await app.register(fastifyCors, OPTIONS)
  app.get('/orders', (_request, reply) => reply.send(BODY))
  if (!withCors) app.options('/orders', (_request, reply) => reply.code(204).send())
  await app.ready()
  return app.server
}

const FRAMEWORKS: readonly (readonly [subject: string, serve: Serve])[] = [
  ['strict-cors on Express 5', (withCors) => serveExpress(cors(OPTIONS), withCors)],
  ['cors on Express 5', (withCors) => serveExpress(peer(OPTIONS), withCors)],
  ['@koa/cors on Koa 3', serveKoa],
  ['hono/cors on Hono 4', serveHono],
  ['@fastify/cors on Fastify 5', serveFastify],
]

/** What CORS adds to a framework: each against itself without. */
export const OTHER_FRAMEWORKS: readonly Scenario[] = FRAMEWORKS.flatMap(([subject, serve]) => [
  framework(subject, serve, 'request', REQUEST),
  framework(subject, serve, 'preflight', PREFLIGHT),
])
