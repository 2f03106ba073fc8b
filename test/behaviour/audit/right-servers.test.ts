import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import fastifyCors from '@fastify/cors'
import { getRequestListener } from '@hono/node-server'
import koaCors from '@koa/cors'
import npmCors from 'cors'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { cors as honoCors } from 'hono/cors'
import Koa from 'koa'
import { describe, expect, it } from 'vitest'
import cors, { type CorsOptions } from '../../../src/index.js'
import { audit, type FindingCode } from '../../../src/testing.js'
import {
  POLICY_NAMES,
  type PolicyName,
  policyOptions,
} from '../../real-browsers/matrix/policies.js'

const LIST = ['https://app.example.com', 'https://admin.example.com']
const CREDENTIALS = { origin: LIST, credentials: true }

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => unknown

function onExpress(middleware: Middleware): RequestListener {
  const app = express().set('env', 'test')
  app.use(middleware)
  app.get('/orders', (_req, res) => {
    res.json([])
  })
  return app
}

function onNodeHttp(middleware: Middleware): RequestListener {
  return (req, res) => {
    middleware(req, res, () => {
      res.statusCode = req.url === '/orders' ? 200 : 404
      res.end('[]')
    })
  }
}

async function onFastify(): Promise<RequestListener> {
  const app = fastify()
  await app.register(fastifyCors, { ...CREDENTIALS, methods: ['GET', 'PUT'] })
  app.get('/orders', async () => [])
  await app.ready()
  return (req, res) => app.routing(req, res)
}

function onHono(): RequestListener {
  const app = new Hono()
  app.use(honoCors(CREDENTIALS))
  app.get('/orders', (context) => context.json([]))
  const listener = getRequestListener(app.fetch)
  return (req, res) => void listener(req, res)
}

function onKoa(): RequestListener {
  const app = new Koa()
  const allowed = (origin: string | undefined) => LIST.find((one) => one === origin) ?? ''
  app.use(koaCors({ origin: (context) => allowed(context.get('Origin')), credentials: true }))
  app.use((context) => {
    if (context.path === '/orders') context.body = []
  })
  const listener = app.callback()
  return (req, res) => void listener(req, res)
}

async function codesOf(app: RequestListener, trusted: readonly string[]): Promise<FindingCode[]> {
  const { findings, refused } = await audit(createServer(app), { url: '/orders', trusted })
  expect(refused).toEqual([])
  return findings.map(({ code }) => code)
}

describe('the audit finds nothing on', { timeout: 60_000 }, () => {
  it.each([
    ['cors on Express 5', () => onExpress(npmCors(CREDENTIALS))],
    ['cors on node:http', () => onNodeHttp(npmCors(CREDENTIALS))],
    ['cors without credentials', () => onExpress(npmCors({ origin: LIST }))],
    ['@fastify/cors', onFastify],
    ['hono/cors', onHono],
    ['@koa/cors', onKoa],
  ])('%s with a plain list', async (_name, start) => {
    expect(await codesOf(await start(), LIST)).toEqual([])
  })
})

/** Options of this package, and whom they let in. */
const OWN: readonly (readonly [options: CorsOptions, trusted: readonly string[]])[] = [
  [{}, ['*']],
  [{ origin: LIST }, LIST],
  [CREDENTIALS, LIST],
  [{ ...CREDENTIALS, enforce: true }, LIST],
  [{ origin: 'https://*.example.com', credentials: true }, ['https://*.example.com']],
  [
    { origin: ['https://app.example.com', 'http://localhost:*'], credentials: true },
    ['https://app.example.com', 'http://localhost:*'],
  ],
  [
    { origin: /^https:\/\/app-\d+\.example\.com$/, credentials: true },
    ['https://app-1.example.com'],
  ],
  [{ origin: async (origin) => LIST.includes(origin), credentials: true }, LIST],
  [{ ...CREDENTIALS, methods: ['GET'], allowedHeaders: [] }, LIST],
  [{ ...CREDENTIALS, methods: '*', allowedHeaders: '*', maxAge: 600 }, LIST],
]

describe('the audit of the middleware of this package', { timeout: 60_000 }, () => {
  it.each(OWN)('finds nothing with %o', async (options, trusted) => {
    for (const serve of [onExpress, onNodeHttp]) {
      expect(await codesOf(serve(cors(options)), trusted)).toEqual([])
    }
  })
})

const PORTS = { first: 5173, second: 4200 }
const FIRST = 'http://localhost:5173'

/** Whom each policy of the browser matrix means to let in. */
const MEANT: Readonly<Record<PolicyName, readonly string[]>> = {
  default: ['*'],
  stars: ['*'],
  'star-and-authorization': ['*'],
  'read-only': ['*'],
  'one-origin': [FIRST],
  'one-origin-credentials': [FIRST],
  'list-credentials': [
    'http://localhost:4200',
    'http://app.localhost:5173',
    'http://127.0.0.1:5173',
    'http://[::1]:5173',
  ],
  subdomains: ['http://*.app.localhost:5173'],
  'any-port': ['http://localhost:*'],
  'any-subdomain-credentials': ['http://*.localhost:*', 'http://localhost:*'],
  regexp: ['http://app.localhost:*', 'http://admin.localhost:*'],
  reflected: ['*'],
  'reflected-credentials': ['*'],
  off: [],
  'opaque-origin': ['null', FIRST],
  function: ['http://app.localhost:5173'],
  'function-callback': ['http://localhost:4200'],
  'function-promise': ['http://*.localhost:5173', 'http://[::1]:*'],
  'preflight-continue': ['*'],
  'nothing-extra': ['*'],
}

/** What is wrong with the matrix's policies, some of which are careless on purpose. */
const CARELESS: Readonly<Partial<Record<PolicyName, readonly FindingCode[]>>> = {
  stars: ['authorization-under-wildcard'],
  // It allows what begins with "http://app.".
  function: ['prefix-match'],
  // It allows what ends with the port.
  'function-callback': ['suffix-match'],
}

describe('the audit of the policies of the browser matrix', { timeout: 60_000 }, () => {
  it.each(POLICY_NAMES)('finds what is wrong with %s, and nothing else', async (name) => {
    const options = policyOptions(name, PORTS)
    const app = express().set('env', 'test')
    app.use(cors(options))
    if (options.preflightContinue) {
      app.options('/orders', (_req, res) => {
        res.sendStatus(200)
      })
    }
    app.get('/orders', (_req, res) => {
      res.json([])
    })
    expect(await codesOf(app, MEANT[name])).toEqual(CARELESS[name] ?? [])
  })
})
