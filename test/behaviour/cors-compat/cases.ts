import type { Express, RequestHandler } from 'express'
import { ALLOWED, OTHER } from './requests.js'

/** The factory of either package. */
export type CreateMiddleware = (...source: unknown[]) => RequestHandler

/** How the middleware comes into the app; the app's own handler is mounted after it. */
export type Mount = (
  app: Express,
  create: CreateMiddleware,
  source: unknown,
  handler: RequestHandler,
) => void

/** The headers that `cors` sets, and how it responds to `OPTIONS`. */
export interface Headers {
  /** `Access-Control-Allow-Origin`; not sent if `null`. */
  readonly allowOrigin: string | null
  /** Whether `Vary` names `Origin`. */
  readonly varyOrigin: boolean
  /** `Access-Control-Allow-Credentials: true` */
  readonly credentials?: true
  readonly exposeHeaders?: string
  /** Only on responses to `OPTIONS`; not sent if `null`. */
  readonly allowMethods: string | null
  /** Only on responses to `OPTIONS`; `reflected`: what was asked for, and `Vary` says so. */
  readonly allowHeaders: string | null | typeof REFLECTED
  /** Only on responses to `OPTIONS`. */
  readonly maxAge?: string
  /** The status of the response to `OPTIONS`; `null` if the app's own handler responds. */
  readonly optionsStatus: number | null
}

/** `nothing`: the app's own response without any CORS header. `error`: the app's error handler. */
export type Reaction = Headers | 'nothing' | 'error'

export interface Reactions {
  readonly allowed: Reaction
  readonly other: Reaction
  readonly none: Reaction
}

export interface Case {
  /** The heading in the README of `cors`: an option, or a way of use. */
  readonly option: string
  /** What that README says, or what `cors` is seen to do if it says nothing. */
  readonly says: string
  readonly source: unknown
  /** `app.use` by default. */
  readonly mount?: Mount
  /** What `cors` does with a request from each origin. */
  readonly cors: Reactions
  /** What it does with `OPTIONS`, if another middleware or none responds to that. */
  readonly corsOnOptions?: Reactions
}

export const REFLECTED: unique symbol = Symbol('reflected')

/** `cors()` */
const DEFAULTS: Headers = {
  allowOrigin: '*',
  varyOrigin: false,
  allowMethods: 'GET,HEAD,PUT,PATCH,POST,DELETE',
  allowHeaders: REFLECTED,
  optionsStatus: 204,
}

/** `cors({ origin: ALLOWED })` */
const FIXED: Headers = { ...DEFAULTS, allowOrigin: ALLOWED, varyOrigin: true }
const CREDENTIALED: Headers = { ...FIXED, credentials: true }

function always(reaction: Reaction): Reactions {
  return { allowed: reaction, other: reaction, none: reaction }
}

function publicly(headers: Partial<Headers>): Reactions {
  return always({ ...DEFAULTS, ...headers })
}

/** The origin is compared: everybody gets every header, except `Access-Control-Allow-Origin`. */
function compared(headers: Partial<Headers> = {}): Reactions {
  const allowed: Headers = { ...FIXED, ...headers }
  const denied: Headers = { ...allowed, allowOrigin: null }
  return { allowed, other: denied, none: denied }
}

const onOneRoute: Mount = (app, create, source, handler) => {
  app.get('/', create(source), handler)
}

const onOneRouteAndOptions: Mount = (app, create, source, handler) => {
  app.options('/{*path}', create(source))
  app.get('/', create(source), handler)
}

const everywhereAndOnOneRoute: Mount = (app, create, source, handler) => {
  app.use(create({ origin: OTHER, credentials: true, exposedHeaders: 'X-Outer' }))
  app.get('/', create(source), handler)
}

type Callback = (error: unknown, value?: unknown) => void
interface DelegateRequest {
  readonly headers: { readonly origin?: string }
}

const chooseByRequest = (request: DelegateRequest) =>
  request.headers.origin === ALLOWED ? { origin: ALLOWED, credentials: true } : { origin: '*' }

const ORIGIN: readonly Case[] = [
  {
    option: 'origin',
    says: '"*" allows all domains',
    source: { origin: '*' },
    cors: publicly({}),
  },
  {
    option: 'origin',
    says: 'a string is the origin that is allowed',
    source: { origin: ALLOWED },
    cors: always(FIXED),
  },
  {
    option: 'origin',
    says: 'true reflects the request origin',
    source: { origin: true },
    cors: {
      allowed: FIXED,
      other: { ...FIXED, allowOrigin: OTHER },
      none: { ...FIXED, allowOrigin: null },
    },
  },
  {
    option: 'origin',
    says: 'false disables CORS',
    source: { origin: false },
    cors: always('nothing'),
  },
  {
    option: 'origin',
    says: 'a RegExp reflects the origins that match',
    source: { origin: /^https:\/\/[a-z]+\.example\.com$/ },
    cors: compared(),
  },
  {
    option: 'origin',
    says: 'a RegExp without anchors matches anywhere',
    source: { origin: /example\.com$/ },
    cors: compared(),
  },
  {
    option: 'origin',
    says: 'a RegExp may have the flag g',
    source: { origin: /^https:\/\/[a-z]+\.example\.com$/g },
    cors: compared(),
  },
  {
    option: 'origin',
    says: 'an array of one string reflects that origin',
    source: { origin: [ALLOWED] },
    cors: compared(),
  },
  {
    option: 'origin',
    says: 'an array of strings reflects those origins',
    source: { origin: ['https://example.org', ALLOWED] },
    cors: compared(),
  },
  {
    option: 'origin',
    says: 'an array may mix strings and RegExps',
    source: { origin: ['https://example.org', /\.example\.com$/] },
    cors: compared(),
  },
  {
    option: 'origin',
    says: 'an empty array reflects no origin',
    source: { origin: [] },
    cors: always({ ...FIXED, allowOrigin: null }),
  },
  {
    option: 'origin',
    says: '"*" in an array is compared like any string',
    source: { origin: ['*'] },
    cors: always({ ...FIXED, allowOrigin: null }),
  },
  {
    option: 'origin',
    says: 'a string with a slash at its end is sent as it is',
    source: { origin: `${ALLOWED}/` },
    cors: always({ ...FIXED, allowOrigin: `${ALLOWED}/` }),
  },
  {
    option: 'origin',
    says: 'two origins in one string are sent as they are',
    source: { origin: `${ALLOWED}, ${OTHER}` },
    cors: always({ ...FIXED, allowOrigin: `${ALLOWED}, ${OTHER}` }),
  },
  {
    option: 'origin',
    says: 'a string with an asterisk inside is sent as it is',
    source: { origin: 'https://*.example.com' },
    cors: always({ ...FIXED, allowOrigin: 'https://*.example.com' }),
  },
  {
    option: 'origin',
    says: 'undefined disables CORS',
    source: { origin: undefined },
    cors: always('nothing'),
  },
  {
    option: 'origin',
    says: 'the empty string disables CORS',
    source: { origin: '' },
    cors: always('nothing'),
  },
]

const ORIGIN_FUNCTION: readonly Case[] = [
  {
    option: 'origin function',
    says: 'true reflects the origin, false disables CORS for it',
    source: { origin: (origin: unknown, done: Callback) => done(null, origin === ALLOWED) },
    cors: { allowed: FIXED, other: 'nothing', none: 'nothing' },
  },
  {
    option: 'origin function',
    says: 'it is asked about requests without Origin too',
    source: {
      origin: (origin: unknown, done: Callback) =>
        done(null, origin === undefined || origin === ALLOWED),
    },
    cors: { allowed: FIXED, other: 'nothing', none: { ...FIXED, allowOrigin: null } },
  },
  {
    option: 'origin function',
    says: 'it may call back with a string',
    source: { origin: (_origin: unknown, done: Callback) => done(null, ALLOWED) },
    cors: always(FIXED),
  },
  {
    option: 'origin function',
    says: 'it may call back with an array',
    source: {
      origin: (_origin: unknown, done: Callback) => done(null, [ALLOWED, /\.example\.org$/]),
    },
    cors: compared(),
  },
  {
    option: 'origin function',
    says: 'it may call back with a RegExp',
    source: { origin: (_origin: unknown, done: Callback) => done(null, /\.example\.com$/) },
    cors: compared(),
  },
  {
    option: 'origin function',
    says: 'it may call back with "*"',
    source: { origin: (_origin: unknown, done: Callback) => done(null, '*') },
    cors: publicly({}),
  },
  {
    option: 'origin function',
    says: 'it may call back later',
    source: {
      origin: (origin: unknown, done: Callback) => {
        setImmediate(done, null, origin === ALLOWED)
      },
    },
    cors: { allowed: FIXED, other: 'nothing', none: 'nothing' },
  },
  {
    option: 'origin function',
    says: 'it may be an async function that calls back',
    source: {
      origin: async (origin: unknown, done: Callback) => {
        await Promise.resolve()
        done(null, origin === ALLOWED)
      },
    },
    cors: { allowed: FIXED, other: 'nothing', none: 'nothing' },
  },
  {
    option: 'origin function',
    says: 'what it returns is ignored',
    source: {
      origin: (origin: unknown, done: Callback) => setImmediate(done, null, origin === ALLOWED),
    },
    cors: { allowed: FIXED, other: 'nothing', none: 'nothing' },
  },
  {
    option: 'origin function',
    says: 'it may call back with an error',
    source: { origin: (_origin: unknown, done: Callback) => done(new Error('no database')) },
    cors: always('error'),
  },
  {
    option: 'origin function',
    says: 'it may call back with an error for origins that are not allowed',
    source: {
      origin: (origin: unknown, done: Callback) =>
        origin === undefined || origin === ALLOWED
          ? done(null, true)
          : done(new Error('not allowed')),
    },
    cors: { allowed: FIXED, other: 'error', none: { ...FIXED, allowOrigin: null } },
  },
  {
    option: 'origin function',
    says: 'the other options apply as they do to a static origin',
    source: {
      origin: (origin: unknown, done: Callback) => done(null, origin === ALLOWED),
      credentials: true,
      exposedHeaders: 'X-Total',
    },
    cors: {
      allowed: { ...CREDENTIALED, exposeHeaders: 'X-Total' },
      other: 'nothing',
      none: 'nothing',
    },
  },
  {
    option: 'origin function',
    says: 'the options of a delegate may have one',
    source: (_request: DelegateRequest, done: Callback) =>
      done(null, {
        origin: (origin: unknown, answer: Callback) => answer(null, origin === ALLOWED),
      }),
    cors: { allowed: FIXED, other: 'nothing', none: 'nothing' },
  },
]

const METHODS: readonly Case[] = [
  {
    option: 'methods',
    says: 'a comma-delimited string',
    source: { methods: 'GET,PUT,POST' },
    cors: publicly({ allowMethods: 'GET,PUT,POST' }),
  },
  {
    option: 'methods',
    says: 'an array',
    source: { methods: ['GET', 'PUT', 'POST'] },
    cors: publicly({ allowMethods: 'GET,PUT,POST' }),
  },
  {
    option: 'methods',
    says: 'a string with spaces is sent as it is',
    source: { methods: 'GET, PUT' },
    cors: publicly({ allowMethods: 'GET, PUT' }),
  },
  {
    option: 'methods',
    says: 'one method, for one origin',
    source: { origin: [ALLOWED], methods: 'DELETE' },
    cors: compared({ allowMethods: 'DELETE' }),
  },
  {
    option: 'methods',
    says: '"*" is sent as it is',
    source: { methods: '*' },
    cors: publicly({ allowMethods: '*' }),
  },
  {
    option: 'methods',
    says: '"*" is sent as it is with credentials too',
    source: { origin: [ALLOWED], credentials: true, methods: '*' },
    cors: compared({ credentials: true, allowMethods: '*' }),
  },
  {
    option: 'methods',
    says: 'lower case is sent as it is',
    source: { methods: ['put', 'patch'] },
    cors: publicly({ allowMethods: 'put,patch' }),
  },
  {
    option: 'methods',
    says: 'a forbidden method is sent as it is',
    source: { methods: ['GET', 'TRACE'] },
    cors: publicly({ allowMethods: 'GET,TRACE' }),
  },
  {
    option: 'methods',
    says: 'methods delimited by spaces are sent as they are',
    source: { methods: 'GET PUT' },
    cors: publicly({ allowMethods: 'GET PUT' }),
  },
  {
    option: 'methods',
    says: 'an empty array sends no header',
    source: { methods: [] },
    cors: publicly({ allowMethods: null }),
  },
  {
    option: 'methods',
    says: 'undefined breaks OPTIONS',
    source: { methods: undefined },
    cors: publicly({}),
    corsOnOptions: always('error'),
  },
]

const ALLOWED_HEADERS: readonly Case[] = [
  {
    option: 'allowedHeaders',
    says: 'a comma-delimited string',
    source: { allowedHeaders: 'Content-Type,X-Token' },
    cors: publicly({ allowHeaders: 'Content-Type,X-Token' }),
  },
  {
    option: 'allowedHeaders',
    says: 'an array',
    source: { allowedHeaders: ['Content-Type', 'X-Token'] },
    cors: publicly({ allowHeaders: 'Content-Type,X-Token' }),
  },
  {
    option: 'allowedHeaders',
    says: 'a string with spaces is sent as it is',
    source: { allowedHeaders: 'Content-Type, X-Token' },
    cors: publicly({ allowHeaders: 'Content-Type, X-Token' }),
  },
  {
    option: 'allowedHeaders',
    says: 'not specified, it reflects what is asked, for one origin',
    source: { origin: [ALLOWED] },
    cors: compared(),
  },
  {
    option: 'allowedHeaders',
    says: 'a list without what is asked is sent as it is',
    source: { origin: ALLOWED, allowedHeaders: 'X-Other' },
    cors: always({ ...FIXED, allowHeaders: 'X-Other' }),
  },
  {
    option: 'allowedHeaders',
    says: '"*" is sent as it is',
    source: { allowedHeaders: '*' },
    cors: publicly({ allowHeaders: '*' }),
  },
  {
    option: 'allowedHeaders',
    says: '"*" is sent as it is with credentials too',
    source: { origin: [ALLOWED], credentials: true, allowedHeaders: '*' },
    cors: compared({ credentials: true, allowHeaders: '*' }),
  },
  {
    option: 'allowedHeaders',
    says: 'an empty array sends no header',
    source: { allowedHeaders: [] },
    cors: publicly({ allowHeaders: null }),
  },
  {
    option: 'allowedHeaders',
    says: 'the empty string reflects what is asked',
    source: { allowedHeaders: '' },
    cors: publicly({}),
  },
  {
    option: 'allowedHeaders',
    says: 'undefined reflects what is asked',
    source: { allowedHeaders: undefined },
    cors: publicly({}),
  },
  {
    option: 'allowedHeaders',
    says: 'a value that is no header name is sent as it is',
    source: { allowedHeaders: 'Content Type' },
    cors: publicly({ allowHeaders: 'Content Type' }),
  },
  {
    option: 'allowedHeaders',
    says: 'headers is another name of it',
    source: { headers: 'X-Token' },
    cors: publicly({ allowHeaders: 'X-Token' }),
  },
]

const EXPOSED_HEADERS: readonly Case[] = [
  {
    option: 'exposedHeaders',
    says: 'a comma-delimited string',
    source: { exposedHeaders: 'Content-Range,X-Content-Range' },
    cors: publicly({ exposeHeaders: 'Content-Range,X-Content-Range' }),
  },
  {
    option: 'exposedHeaders',
    says: 'an array',
    source: { exposedHeaders: ['Content-Range', 'X-Content-Range'] },
    cors: publicly({ exposeHeaders: 'Content-Range,X-Content-Range' }),
  },
  {
    option: 'exposedHeaders',
    says: 'a string with spaces is sent as it is',
    source: { exposedHeaders: 'Content-Range, X-Content-Range' },
    cors: publicly({ exposeHeaders: 'Content-Range, X-Content-Range' }),
  },
  {
    option: 'exposedHeaders',
    says: 'an array, for one origin',
    source: { origin: [ALLOWED], exposedHeaders: ['X-Total'] },
    cors: compared({ exposeHeaders: 'X-Total' }),
  },
  {
    option: 'exposedHeaders',
    says: '"*" is sent as it is',
    source: { exposedHeaders: '*' },
    cors: publicly({ exposeHeaders: '*' }),
  },
  {
    option: 'exposedHeaders',
    says: '"*" is sent as it is with credentials too',
    source: { origin: [ALLOWED], credentials: true, exposedHeaders: '*' },
    cors: compared({ credentials: true, exposeHeaders: '*' }),
  },
  {
    option: 'exposedHeaders',
    says: 'an empty array exposes nothing',
    source: { exposedHeaders: [] },
    cors: publicly({}),
  },
  {
    option: 'exposedHeaders',
    says: 'the empty string exposes nothing',
    source: { exposedHeaders: '' },
    cors: publicly({}),
  },
  {
    option: 'exposedHeaders',
    says: 'undefined exposes nothing',
    source: { exposedHeaders: undefined },
    cors: publicly({}),
  },
]

const CREDENTIALS: readonly Case[] = [
  {
    option: 'credentials',
    says: 'true passes the header, with a string as origin',
    source: { origin: ALLOWED, credentials: true },
    cors: always(CREDENTIALED),
  },
  {
    option: 'credentials',
    says: 'true passes the header, with an array as origin',
    source: { origin: [ALLOWED], credentials: true },
    cors: compared({ credentials: true }),
  },
  {
    option: 'credentials',
    says: 'true passes the header, with an anchored RegExp as origin',
    source: { origin: /^https:\/\/[a-z]+\.example\.com$/, credentials: true },
    cors: compared({ credentials: true }),
  },
  {
    option: 'credentials',
    says: 'true passes the header, with a RegExp without anchors as origin',
    source: { origin: /example\.com$/, credentials: true },
    cors: compared({ credentials: true }),
  },
  {
    option: 'credentials',
    says: 'true passes the header, with an origin of http:',
    source: { origin: ['http://app.example.com', ALLOWED], credentials: true },
    cors: compared({ credentials: true }),
  },
  {
    option: 'credentials',
    says: 'true passes the header, with the origin null',
    source: { origin: ['null', ALLOWED], credentials: true },
    cors: compared({ credentials: true }),
  },
  {
    option: 'credentials',
    says: 'true passes the header, with any origin reflected',
    source: { origin: true, credentials: true },
    cors: {
      allowed: CREDENTIALED,
      other: { ...CREDENTIALED, allowOrigin: OTHER },
      none: { ...CREDENTIALED, allowOrigin: null },
    },
  },
  {
    option: 'credentials',
    says: 'true passes the header, with "*" as origin',
    source: { origin: '*', credentials: true },
    cors: publicly({ credentials: true }),
  },
  {
    option: 'credentials',
    says: 'true passes the header, with no origin given',
    source: { credentials: true },
    cors: publicly({ credentials: true }),
  },
  {
    option: 'credentials',
    says: 'false omits the header',
    source: { origin: ALLOWED, credentials: false },
    cors: always(FIXED),
  },
  {
    option: 'credentials',
    says: 'anything but true omits the header',
    source: { origin: ALLOWED, credentials: 'true' },
    cors: always(FIXED),
  },
  {
    option: 'credentials',
    says: 'undefined omits the header',
    source: { origin: ALLOWED, credentials: undefined },
    cors: always(FIXED),
  },
]

const MAX_AGE: readonly Case[] = [
  {
    option: 'maxAge',
    says: 'an integer passes the header',
    source: { maxAge: 600 },
    cors: publicly({ maxAge: '600' }),
  },
  {
    option: 'maxAge',
    says: 'an integer passes the header, for one origin',
    source: { origin: [ALLOWED], maxAge: 600 },
    cors: compared({ maxAge: '600' }),
  },
  {
    option: 'maxAge',
    says: 'zero is an integer',
    source: { maxAge: 0 },
    cors: publicly({ maxAge: '0' }),
  },
  {
    option: 'maxAge',
    says: 'a string is sent as it is',
    source: { maxAge: '600' },
    cors: publicly({ maxAge: '600' }),
  },
  {
    option: 'maxAge',
    says: 'a negative number is sent as it is',
    source: { maxAge: -1 },
    cors: publicly({ maxAge: '-1' }),
  },
  {
    option: 'maxAge',
    says: 'a fraction is sent as it is',
    source: { maxAge: 0.5 },
    cors: publicly({ maxAge: '0.5' }),
  },
  {
    option: 'maxAge',
    says: 'undefined omits the header',
    source: { maxAge: undefined },
    cors: publicly({}),
  },
]

const PREFLIGHT_RESPONSE: readonly Case[] = [
  {
    option: 'preflightContinue',
    says: 'true passes the preflight to the next handler',
    source: { preflightContinue: true },
    cors: publicly({ optionsStatus: null }),
  },
  {
    option: 'preflightContinue',
    says: 'true passes the preflight to the next handler, for one origin',
    source: { origin: [ALLOWED], credentials: true, preflightContinue: true },
    cors: compared({ credentials: true, optionsStatus: null }),
  },
  {
    option: 'preflightContinue',
    says: 'false ends the response to the preflight',
    source: { preflightContinue: false },
    cors: publicly({}),
  },
  {
    option: 'optionsSuccessStatus',
    says: '200 is the status of responses to OPTIONS',
    source: { optionsSuccessStatus: 200 },
    cors: publicly({ optionsStatus: 200 }),
  },
  {
    option: 'optionsSuccessStatus',
    says: '200 is the status of responses to OPTIONS, for one origin',
    source: { origin: [ALLOWED], optionsSuccessStatus: 200 },
    cors: compared({ optionsStatus: 200 }),
  },
  {
    option: 'optionsSuccessStatus',
    says: '204 is the default',
    source: { optionsSuccessStatus: 204 },
    cors: publicly({}),
  },
  {
    option: 'optionsSuccessStatus',
    says: 'a status that is no success is used as it is',
    source: { optionsSuccessStatus: 404 },
    cors: publicly({ optionsStatus: 404 }),
  },
]

const DELEGATE: readonly Case[] = [
  {
    option: 'delegate',
    says: 'it calls back with the options for the request',
    source: (request: DelegateRequest, done: Callback) => done(null, chooseByRequest(request)),
    cors: { allowed: CREDENTIALED, other: DEFAULTS, none: DEFAULTS },
  },
  {
    option: 'delegate',
    says: 'it may call back later',
    source: (request: DelegateRequest, done: Callback) => {
      setImmediate(done, null, chooseByRequest(request))
    },
    cors: { allowed: CREDENTIALED, other: DEFAULTS, none: DEFAULTS },
  },
  {
    option: 'delegate',
    says: 'it may be an async function that calls back',
    source: async (request: DelegateRequest, done: Callback) => {
      await Promise.resolve()
      done(null, chooseByRequest(request))
    },
    cors: { allowed: CREDENTIALED, other: DEFAULTS, none: DEFAULTS },
  },
  {
    option: 'delegate',
    says: 'what it returns is ignored',
    source: (request: DelegateRequest, done: Callback) =>
      setImmediate(done, null, chooseByRequest(request)),
    cors: { allowed: CREDENTIALED, other: DEFAULTS, none: DEFAULTS },
  },
  {
    option: 'delegate',
    says: 'it may call back with an error',
    source: (_request: DelegateRequest, done: Callback) => done(new Error('no database')),
    cors: always('error'),
  },
  {
    option: 'delegate',
    says: 'it may disable CORS for the request',
    source: (request: DelegateRequest, done: Callback) =>
      done(null, { origin: request.headers.origin === ALLOWED ? [ALLOWED] : false }),
    cors: { allowed: FIXED, other: 'nothing', none: 'nothing' },
  },
  {
    option: 'delegate',
    says: 'it gets the defaults if it calls back with no options',
    source: (_request: DelegateRequest, done: Callback) => done(null),
    cors: always(DEFAULTS),
  },
  {
    option: 'delegate',
    says: 'its options may combine "*" and credentials',
    source: (_request: DelegateRequest, done: Callback) =>
      done(null, { origin: '*', credentials: true }),
    cors: publicly({ credentials: true }),
  },
]

const USE: readonly Case[] = [
  {
    option: 'defaults',
    says: 'no options at all',
    source: undefined,
    mount: (app, create) => {
      app.use(create())
    },
    cors: always(DEFAULTS),
  },
  {
    option: 'defaults',
    says: 'an empty object',
    source: {},
    cors: always(DEFAULTS),
  },
  {
    option: 'defaults',
    says: 'the default configuration written out',
    source: {
      origin: '*',
      methods: 'GET,HEAD,PUT,PATCH,POST,DELETE',
      preflightContinue: false,
      optionsSuccessStatus: 204,
    },
    cors: always(DEFAULTS),
  },
  {
    option: 'defaults',
    says: 'an unknown option is ignored',
    source: { origins: [ALLOWED] },
    cors: always(DEFAULTS),
  },
  {
    option: 'mounting',
    says: 'on one route, OPTIONS is not handled',
    source: { origin: [ALLOWED], exposedHeaders: 'X-Total' },
    mount: onOneRoute,
    cors: compared({ exposeHeaders: 'X-Total' }),
    corsOnOptions: always('nothing'),
  },
  {
    option: 'mounting',
    says: 'on one route and app.options, OPTIONS is handled',
    source: { origin: [ALLOWED], exposedHeaders: 'X-Total' },
    mount: onOneRouteAndOptions,
    cors: compared({ exposeHeaders: 'X-Total' }),
  },
  {
    option: 'mounting',
    says: 'with app.use and again on one route, the headers add up',
    source: { origin: ALLOWED },
    mount: everywhereAndOnOneRoute,
    cors: always({ ...CREDENTIALED, exposeHeaders: 'X-Outer' }),
    corsOnOptions: always({ ...CREDENTIALED, allowOrigin: OTHER, exposeHeaders: 'X-Outer' }),
  },
]

/** What `cors` 2.8.6 documents and is seen to do, option by option. */
export const CASES: readonly Case[] = [
  ...USE,
  ...ORIGIN,
  ...ORIGIN_FUNCTION,
  ...METHODS,
  ...ALLOWED_HEADERS,
  ...EXPOSED_HEADERS,
  ...CREDENTIALS,
  ...MAX_AGE,
  ...PREFLIGHT_RESPONSE,
  ...DELEGATE,
]
