import type { RequestListener } from 'node:http'
import express, { type RequestHandler } from 'express'
import cors, { createPolicy } from '../../../src/index.js'

export const APP = 'https://app.example.com'
export const ADMIN = 'https://admin.example.com'

const LIST = [APP, ADMIN]

/** Middleware as an app has it, and what it is an example of. */
export interface Configuration {
  readonly name: string
  readonly middlewares: readonly RequestHandler[]
}

function isListed(origin: string | undefined): boolean {
  return LIST.includes(String(origin))
}

const CREDENTIALS = { credentials: true } as const

/** Fails for strangers, as a look-up that throws for what it does not know. */
function failForStrangers(origin: string): true {
  if (!isListed(origin)) throw new Error('unknown tenant')
  return true
}

const fullPolicy = createPolicy({ origin: LIST, ...CREDENTIALS })
const publicPolicy = createPolicy({ origin: '*' })

/** With credentials for those listed, without for everybody else. */
function byOrigin(origin: string | undefined) {
  return isListed(origin) ? fullPolicy : publicPolicy
}

const BY_NAME: Readonly<Record<string, RequestHandler | readonly RequestHandler[]>> = {
  'the default': cors(),
  "'*' with exposed headers": cors({ origin: '*', exposedHeaders: ['ETag'], maxAge: 600 }),
  'one origin': cors({ origin: APP }),
  'a list': cors({ origin: LIST }),
  'a list with credentials': cors({ origin: LIST, ...CREDENTIALS }),
  'a list with null': cors({ origin: [APP, 'null'] }),
  'a subdomain pattern': cors({ origin: 'https://*.example.com' }),
  'a subdomain and port pattern with credentials': cors({
    origin: 'https://*.example.com:*',
    ...CREDENTIALS,
  }),
  'a regular expression with credentials': cors({
    origin: /^https:\/\/(?:app|admin)\.example\.com$/,
    ...CREDENTIALS,
  }),
  'any origin, reflected': cors({ origin: true }),
  'any origin with credentials': cors({
    origin: true,
    ...CREDENTIALS,
    dangerouslyAllow: ['any-origin'],
  }),
  'off, under another that the app has mounted for all routes': [
    cors({ origin: LIST }),
    cors({ origin: false }),
  ],
  'a list under everybody': [cors({ origin: '*' }), cors({ origin: LIST, ...CREDENTIALS })],
  'everybody under a list': [cors({ origin: LIST, ...CREDENTIALS }), cors({ origin: '*' })],
  'preflights for the app': cors({ origin: LIST, preflightContinue: true }),
  'a function that says yes or no': cors({ origin: (origin) => isListed(origin), ...CREDENTIALS }),
  'a function that answers with rules': cors({
    origin: (origin) => (isListed(origin) ? LIST : false),
    ...CREDENTIALS,
  }),
  'an async function': cors({ origin: async (origin) => isListed(origin) }),
  'a function that calls back': cors({
    origin: (origin, callback) => {
      setImmediate(callback, null, isListed(origin))
    },
  }),
  'a function that fails for strangers': cors({ origin: failForStrangers, ...CREDENTIALS }),
  'an async function that fails for strangers': cors({
    origin: async (origin) => failForStrangers(origin),
  }),
  'a hook that fails for strangers': cors({
    origin: LIST,
    ...CREDENTIALS,
    onDecision({ allowed }) {
      if (!allowed) throw new Error('the log is full')
    },
  }),
  'a delegate that turns CORS off for strangers': cors((req) => ({
    origin: isListed(req.headers.origin),
    ...CREDENTIALS,
    dangerouslyAllow: ['any-origin'],
  })),
  'a delegate with policies by origin': cors((req) => byOrigin(req.headers.origin)),
  'an async delegate with policies by origin': cors(async (req) => byOrigin(req.headers.origin)),
  'a delegate that fails for strangers': cors((req) => {
    failForStrangers(String(req.headers.origin))
    return fullPolicy
  }),
  'a delegate that calls back with an error for strangers': cors((req, callback) => {
    if (isListed(req.headers.origin)) callback(null, fullPolicy)
    else callback(new Error('unknown tenant'))
  }),
}

export const CONFIGURATIONS: readonly Configuration[] = Object.entries(BY_NAME).map(
  ([name, handlers]) => ({ name, middlewares: [handlers].flat() }),
)

/** An app that lets caches keep all it sends, errors too. */
export function cacheableApp(middlewares: readonly RequestHandler[]): RequestListener {
  const app = express().disable('etag')
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'public, max-age=600')
    next()
  })
  for (const middleware of middlewares) app.use(middleware)
  app.use((_req, res) => {
    res.send('yours')
  })
  const errorHandler: express.ErrorRequestHandler = (_error, _req, res, _next) => {
    res.status(404).send('no such tenant')
  }
  return app.use(errorHandler)
}
