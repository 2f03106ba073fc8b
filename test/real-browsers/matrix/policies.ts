import type { CorsOptions } from '../../../src/index.js'
import type { PagePorts } from '../pages/page-servers.js'

/** One option of each kind or more; each policy is mounted at its name. */
const POLICIES = {
  default: () => ({}),
  stars: () => ({ origin: '*', methods: '*', allowedHeaders: '*', exposedHeaders: '*' }),
  'star-and-authorization': () => ({ allowedHeaders: ['*', 'Authorization'], maxAge: 60 }),
  'read-only': () => ({ origin: true, methods: ['GET', 'HEAD'], allowedHeaders: 'X-Token' }),
  'one-origin': ({ first }) => ({ origin: `http://localhost:${first}` }),
  'one-origin-credentials': ({ first }) => ({
    origin: `http://localhost:${first}`,
    credentials: true,
    exposedHeaders: ['X-Total', 'ETag'],
  }),
  'list-credentials': ({ first, second }) => ({
    origin: [
      `http://localhost:${second}`,
      `http://app.localhost:${first}`,
      `http://127.0.0.1:${first}`,
      `http://[::1]:${first}`,
    ],
    credentials: true,
    methods: 'PUT,PATCH,PROPFIND,OPTIONS',
    allowedHeaders: 'Content-Type, Authorization, X-Token',
    maxAge: 0,
  }),
  subdomains: ({ first }) => ({ origin: `http://*.app.localhost:${first}`, exposedHeaders: '*' }),
  'any-port': () => ({ origin: 'http://localhost:*', allowedHeaders: 'content-type' }),
  'any-subdomain-credentials': () => ({
    origin: ['http://*.localhost:*', 'http://localhost:*'],
    credentials: true,
    allowedHeaders: '*',
    methods: '*',
  }),
  regexp: () => ({ origin: /^http:\/\/(?:app|admin)\.localhost:\d+$/, optionsSuccessStatus: 200 }),
  reflected: () => ({ origin: true, methods: '*' }),
  'reflected-credentials': () => ({
    origin: true,
    credentials: true,
    dangerouslyAllow: ['any-origin'],
    exposedHeaders: 'X-Total',
  }),
  off: () => ({ origin: false }),
  'opaque-origin': ({ first }) => ({
    origin: ['null', `http://localhost:${first}`],
    credentials: true,
    dangerouslyAllow: ['null-origin'],
  }),
  function: () => ({ origin: (origin) => origin.startsWith('http://app.'), credentials: true }),
  'function-callback': ({ second }) => ({
    origin: (origin, callback) => {
      setImmediate(callback, null, origin.endsWith(`:${second}`))
    },
  }),
  'function-promise': ({ first }) => ({
    origin: async () => [`http://*.localhost:${first}`, /^http:\/\/\[::1\]:\d+$/],
    credentials: true,
    allowedHeaders: 'X-Token,Authorization',
  }),
  'preflight-continue': () => ({
    origin: true,
    preflightContinue: true,
    methods: ['GET', 'DELETE'],
  }),
  'nothing-extra': () => ({ origin: true, methods: [], allowedHeaders: [] }),
} satisfies Readonly<Record<string, (ports: PagePorts) => CorsOptions>>

export type PolicyName = keyof typeof POLICIES

export const POLICY_NAMES = Object.keys(POLICIES).filter(isPolicyName)

export function policyOptions(name: PolicyName, ports: PagePorts): CorsOptions {
  return POLICIES[name](ports)
}

function isPolicyName(name: string): name is PolicyName {
  return name in POLICIES
}
