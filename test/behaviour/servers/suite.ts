import type { CorsOptions, CorsSource } from '../../../src/index.js'
import type { SeenResponse, WireRequest } from './wire.js'

/** One request to a server whose app has the middleware in front of its only handler. */
export interface Row {
  readonly claim: string
  readonly source: CorsSource
  /** What another middleware has put into `Vary` before. */
  readonly vary?: string | readonly string[]
  readonly request: WireRequest
  readonly response: SeenResponse
}

const APP = 'https://app.example.com'
const SUBDOMAIN = 'https://a.b.example.org'
const STRANGER = 'https://evil.test'

const ANY_ORIGIN: CorsOptions = { origin: '*', exposedHeaders: ['ETag', 'X-Total'], maxAge: 600 }

const LISTED: CorsOptions = {
  origin: [APP, 'https://*.example.org'],
  credentials: true,
  methods: ['GET', 'PUT'],
  allowedHeaders: ['Content-Type', 'X-Token'],
  exposedHeaders: ['ETag'],
  maxAge: 600,
}

const WILDCARDS: CorsOptions = {
  origin: APP,
  credentials: true,
  methods: '*',
  allowedHeaders: '*',
}

const DEFAULT_METHODS = 'GET,HEAD,PUT,PATCH,POST,DELETE'

function get(origin?: string): WireRequest {
  return { headers: origin === undefined ? [] : [['origin', origin]] }
}

function preflight(origin: string, method: string, headers?: string): WireRequest {
  return {
    method: 'OPTIONS',
    headers: [
      ['origin', origin],
      ['access-control-request-method', method],
      ...(headers === undefined ? [] : [['access-control-request-headers', headers] as const]),
    ],
  }
}

/** The response of the app's own handler. */
function app(headers: Record<string, string> = {}): SeenResponse {
  return { status: 200, headers: { ...headers, 'content-length': '3' }, body: 'app' }
}

/** The response of the app's error handler. */
function failed(
  message: string,
  headers: Record<string, string> = { vary: 'Origin' },
): SeenResponse {
  const body = `error: ${message}`
  return { status: 500, headers: { ...headers, 'content-length': `${body.length}` }, body }
}

/** The middleware's own response to a preflight. */
function noContent(headers: Record<string, string> = {}): SeenResponse {
  return { status: 204, headers, body: '' }
}

const ANY_ORIGIN_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag,X-Total',
}

const LISTED_PREFLIGHT_HEADERS = {
  'access-control-allow-origin': APP,
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'GET,PUT',
  'access-control-allow-headers': 'Content-Type,X-Token',
  'access-control-max-age': '600',
  vary: 'Origin',
}

const VARY_ORIGIN = { vary: 'Origin' }

const REFLECTED = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'

const failure = new Error('the database is down')

/** What the middleware does with each kind of request, for each kind of policy. */
export const SUITE: readonly Row[] = [
  {
    claim: 'any origin: responds to a request without Origin with the headers for everybody',
    source: ANY_ORIGIN,
    request: get(),
    response: app(ANY_ORIGIN_HEADERS),
  },
  {
    claim: 'any origin: responds to a CORS request with the same headers',
    source: ANY_ORIGIN,
    request: get(STRANGER),
    response: app(ANY_ORIGIN_HEADERS),
  },
  {
    claim: 'any origin: responds to a preflight with the headers that it asks for',
    source: ANY_ORIGIN,
    request: preflight(STRANGER, 'PUT', 'x-a, x-b'),
    response: noContent({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': DEFAULT_METHODS,
      'access-control-allow-headers': 'x-a, x-b',
      'access-control-max-age': '600',
      vary: 'Access-Control-Request-Headers',
    }),
  },
  {
    claim: 'any origin: varies by the headers asked for even if none are asked for',
    source: ANY_ORIGIN,
    request: preflight(STRANGER, 'PUT'),
    response: noContent({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': DEFAULT_METHODS,
      'access-control-max-age': '600',
      vary: 'Access-Control-Request-Headers',
    }),
  },
  {
    claim: 'any origin: adds nothing to Vary of a preflight if nothing is reflected',
    source: { origin: '*', methods: ['PUT'], allowedHeaders: ['X-Token', 'Authorization'] },
    request: preflight(STRANGER, 'PUT', 'authorization'),
    response: noContent({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'X-Token,Authorization',
    }),
  },
  {
    claim: 'any origin: sends * as it is without credentials',
    source: { origin: '*', methods: '*', allowedHeaders: ['*', 'Authorization'] },
    request: preflight(STRANGER, 'REPORT', 'authorization'),
    response: noContent({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': '*',
      'access-control-allow-headers': '*,Authorization',
    }),
  },
  {
    claim: 'no options: means any origin without credentials',
    source: {},
    request: get(APP),
    response: app({ 'access-control-allow-origin': '*' }),
  },
  {
    claim: 'listed: only sets Vary for a request without Origin',
    source: LISTED,
    request: get(),
    response: app(VARY_ORIGIN),
  },
  {
    claim: 'listed: names the origin of an allowed CORS request',
    source: LISTED,
    request: get(APP),
    response: app({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'ETag',
      vary: 'Origin',
    }),
  },
  {
    claim: 'listed: names the origin that a pattern covers',
    source: LISTED,
    request: get(SUBDOMAIN),
    response: app({
      'access-control-allow-origin': SUBDOMAIN,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'ETag',
      vary: 'Origin',
    }),
  },
  {
    claim: 'listed: only sets Vary for a CORS request from a stranger',
    source: LISTED,
    request: get(STRANGER),
    response: app(VARY_ORIGIN),
  },
  {
    claim: 'listed: only sets Vary for a CORS request with an invalid Origin',
    source: LISTED,
    request: get(`${APP}/`),
    response: app(VARY_ORIGIN),
  },
  {
    claim: 'listed: responds to an allowed preflight',
    source: LISTED,
    request: preflight(APP, 'PUT', 'x-token'),
    response: noContent(LISTED_PREFLIGHT_HEADERS),
  },
  {
    claim: 'listed: responds to a preflight for another method with the whole list',
    source: LISTED,
    request: preflight(APP, 'DELETE', 'x-token'),
    response: noContent(LISTED_PREFLIGHT_HEADERS),
  },
  {
    claim: 'listed: responds to a preflight for another header with the whole list',
    source: LISTED,
    request: preflight(APP, 'PUT', 'x-other'),
    response: noContent(LISTED_PREFLIGHT_HEADERS),
  },
  {
    claim: 'listed: responds to the preflight of a stranger without any permission',
    source: LISTED,
    request: preflight(STRANGER, 'PUT', 'x-token'),
    response: noContent(VARY_ORIGIN),
  },
  {
    claim: 'listed: leaves OPTIONS with Origin alone to the app',
    source: LISTED,
    request: { method: 'OPTIONS', headers: [['origin', APP]] },
    response: app({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'ETag',
      vary: 'Origin',
    }),
  },
  {
    claim: 'listed: leaves an OPTIONS request from a stranger that is not a preflight to the app',
    source: LISTED,
    request: { method: 'OPTIONS', headers: [['origin', STRANGER]] },
    response: app(VARY_ORIGIN),
  },
  {
    claim: 'listed: leaves OPTIONS without Origin to the app',
    source: LISTED,
    request: { method: 'OPTIONS', headers: [['access-control-request-method', 'PUT']] },
    response: app(VARY_ORIGIN),
  },
  {
    claim: 'listed: treats another method with the header of a preflight as a CORS request',
    source: LISTED,
    request: { ...preflight(APP, 'PUT'), method: 'POST' },
    response: app({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'ETag',
      vary: 'Origin',
    }),
  },
  {
    claim: 'origin true: reflects any origin without credentials',
    source: { origin: true },
    request: get(STRANGER),
    response: app({ 'access-control-allow-origin': STRANGER, vary: 'Origin' }),
  },
  {
    claim: 'wildcards with credentials: sends the method and the headers asked for',
    source: WILDCARDS,
    request: preflight(APP, 'REPORT', 'authorization,x-a'),
    response: noContent({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'REPORT',
      'access-control-allow-headers': 'authorization,x-a',
      vary: REFLECTED,
    }),
  },
  {
    claim: 'wildcards with credentials: sets the same Vary for a stranger',
    source: WILDCARDS,
    request: preflight(STRANGER, 'REPORT', 'authorization,x-a'),
    response: noContent({ vary: REFLECTED }),
  },
  {
    claim: 'preflightContinue: leaves the preflight to the app, headers set',
    source: { ...LISTED, preflightContinue: true },
    request: preflight(APP, 'PUT', 'x-token'),
    response: app(LISTED_PREFLIGHT_HEADERS),
  },
  {
    claim: 'preflightContinue: leaves the preflight of a stranger to the app',
    source: { ...LISTED, preflightContinue: true },
    request: preflight(STRANGER, 'PUT'),
    response: app(VARY_ORIGIN),
  },
  {
    claim: 'optionsSuccessStatus: sends a Content-Length with any status but 204',
    source: { ...LISTED, optionsSuccessStatus: 200 },
    request: preflight(APP, 'PUT'),
    response: {
      status: 200,
      headers: { ...LISTED_PREFLIGHT_HEADERS, 'content-length': '0' },
      body: '',
    },
  },
  {
    claim: 'optionsSuccessStatus: responds to the preflight of a stranger with it too',
    source: { ...LISTED, optionsSuccessStatus: 200 },
    request: preflight(STRANGER, 'PUT'),
    response: { status: 200, headers: { vary: 'Origin', 'content-length': '0' }, body: '' },
  },
  {
    claim: 'origin false: does nothing with a request without Origin',
    source: { origin: false },
    request: get(),
    response: app(),
  },
  {
    claim: 'origin false: does nothing with a CORS request',
    source: { origin: false },
    request: get(APP),
    response: app(),
  },
  {
    claim: 'origin false: leaves a preflight to the app',
    source: { origin: false },
    request: preflight(APP, 'PUT', 'x-token'),
    response: app(),
  },
  {
    claim: 'origin function: allows by returning',
    source: { origin: (origin) => origin === APP },
    request: get(APP),
    response: app({ 'access-control-allow-origin': APP, vary: 'Origin' }),
  },
  {
    claim: 'origin function: allows a preflight by a promise',
    source: { origin: async (origin) => origin === APP, methods: 'PUT', allowedHeaders: [] },
    request: preflight(APP, 'PUT'),
    response: noContent({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': 'PUT',
      vary: 'Origin',
    }),
  },
  {
    claim: 'origin function: denies by calling back later',
    source: {
      origin: (_origin, callback) => {
        setImmediate(callback, null, false)
      },
    },
    request: get(APP),
    response: app(VARY_ORIGIN),
  },
  {
    claim: 'origin function: is not asked if there is no Origin',
    source: {
      origin: () => {
        throw failure
      },
    },
    request: get(),
    response: app(VARY_ORIGIN),
  },
  {
    claim: 'origin function: passes on what it throws, without a CORS header',
    source: {
      origin: () => {
        throw failure
      },
    },
    request: get(APP),
    response: failed(failure.message),
  },
  {
    claim: 'origin function: passes on its rejection of a preflight, without a CORS header',
    source: { origin: () => Promise.reject(failure) },
    request: preflight(APP, 'PUT'),
    response: failed(failure.message),
  },
  {
    claim: 'origin function: passes on the error that it calls back with',
    source: {
      origin: (_origin, callback) => {
        setImmediate(callback, failure)
      },
    },
    request: get(APP),
    response: failed(failure.message),
  },
  {
    claim: 'options function: chooses by returning options',
    source: (request) => (request.url === '/' ? LISTED : ANY_ORIGIN),
    request: preflight(APP, 'PUT'),
    response: noContent(LISTED_PREFLIGHT_HEADERS),
  },
  {
    claim: 'options function: chooses by a promise',
    source: async () => ANY_ORIGIN,
    request: get(),
    response: app({ ...ANY_ORIGIN_HEADERS, vary: 'Origin' }),
  },
  {
    claim: 'options function: chooses by calling back later',
    source: (_request, callback) => {
      setImmediate(callback, null, ANY_ORIGIN)
    },
    request: get(APP),
    response: app({ ...ANY_ORIGIN_HEADERS, vary: 'Origin' }),
  },
  {
    claim: 'options function: passes on what it throws, without a CORS header',
    source: () => {
      throw failure
    },
    request: get(APP),
    response: failed(failure.message),
  },
  {
    claim: 'options function: passes on its rejection of a preflight, without a CORS header',
    source: () => Promise.reject(failure),
    request: preflight(APP, 'PUT'),
    response: failed(failure.message),
  },
  {
    claim: 'options function: passes on the error that it calls back with',
    source: (_request, callback) => {
      setImmediate(callback, failure)
    },
    request: get(),
    response: failed(failure.message),
  },
  {
    claim: 'Vary: is appended to that of the app',
    source: LISTED,
    vary: 'Accept-Encoding',
    request: get(),
    response: app({ vary: 'Accept-Encoding, Origin' }),
  },
  {
    claim: 'Vary: is appended to a list of lines',
    source: WILDCARDS,
    vary: ['Accept', 'Accept-Encoding'],
    request: preflight(STRANGER, 'PUT'),
    response: noContent({ vary: `Accept, Accept-Encoding, ${REFLECTED}` }),
  },
  {
    claim: 'Vary: names no field twice, whatever its case',
    source: LISTED,
    vary: 'origin, Accept',
    request: get(STRANGER),
    response: app({ vary: 'origin, Accept' }),
  },
  {
    claim: 'Vary: * is left alone',
    source: LISTED,
    vary: '*',
    request: preflight(STRANGER, 'PUT'),
    response: noContent({ vary: '*' }),
  },
]
