import { type CorsOptions, createPolicy, type Policy } from '../../../src/index.js'

const EVERYBODY = ['any-origin', 'null-origin', 'open-regexp'] as const

/** Policies that repeat as much of the request as a policy can. */
const OPTIONS: readonly CorsOptions[] = [
  {},
  { origin: true },
  { origin: true, credentials: true, methods: '*', dangerouslyAllow: EVERYBODY },
  {
    origin: ['null', /./],
    credentials: true,
    methods: '*',
    allowedHeaders: '*',
    exposedHeaders: 'ETag',
    maxAge: 600,
    dangerouslyAllow: EVERYBODY,
  },
  { origin: ['https://*.example.com:*', 'http://localhost:*'], allowedHeaders: ['X-A', '*'] },
  { origin: (origin) => origin.length % 2 === 0, allowedHeaders: 'X-A', methods: 'PUT' },
  { origin: (origin, callback) => callback(null, [origin]), methods: '*' },
]

export const REFLECTING_POLICIES: readonly Policy[] = OPTIONS.map((options) =>
  createPolicy(options),
)
