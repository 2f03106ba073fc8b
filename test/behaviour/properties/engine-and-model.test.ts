import { createServer, type IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CorsOptions, cors, createPolicy } from '../../../src/index.js'
import { type CredentialsMode, createPage, type Verdict } from '../../../src/testing.js'

const ORIGINS = [
  'https://app.example.com',
  'https://a.b.example.org',
  'https://example.org',
  'https://example.org:8443',
  'https://evilexample.com',
  'http://localhost:5173',
  'http://localhost',
  'http://[::1]:3000',
  'capacitor://localhost',
  'null',
]
const RULES = [
  'https://app.example.com',
  'https://*.example.org',
  'https://*.example.org:*',
  'https://example.org',
  'http://localhost:*',
  'http://[::1]:*',
  'capacitor://localhost',
  'null',
  /^https:\/\/[a-z.]+\.org$/,
]
// node:http responds with 400 to method names that it does not know, before any middleware runs.
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'put', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']
const HEADERS: readonly (readonly [string, string])[] = [
  ['Accept', 'text/html'],
  ['Content-Type', 'text/plain'],
  ['Content-Type', 'application/json'],
  ['Range', 'bytes=0-99'],
  ['Authorization', 'Bearer token'],
  ['X-Trace', '1'],
  ['x-other', 'two words'],
  ['Cookie', 'forbidden=1'],
]

const anyOptions: fc.Arbitrary<CorsOptions> = fc
  .record(
    {
      origin: fc.oneof(
        fc.constant('*'),
        fc.boolean(),
        fc.uniqueArray(fc.constantFrom(...RULES), { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.constantFrom(...ORIGINS)).map((list) => (o: string) => list.includes(o)),
      ),
      credentials: fc.boolean(),
      methods: fc.oneof(
        fc.constant('*'),
        fc.uniqueArray(fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'PROPFIND')),
      ),
      allowedHeaders: fc.oneof(
        fc.constant('*'),
        fc.constant(['*', 'Authorization']),
        fc.uniqueArray(fc.constantFrom('X-Trace', 'x-other', 'content-type', 'Authorization')),
      ),
      maxAge: fc.constantFrom(0, 600),
      optionsSuccessStatus: fc.constantFrom(200, 204),
    },
    { requiredKeys: ['origin', 'credentials'] },
  )
  .filter(({ origin, credentials }) => !(origin === '*' && credentials))
  .map((options) => ({
    ...options,
    dangerouslyAllow: ['any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard'],
  }))

interface PageRequest {
  readonly page: string
  readonly method: string
  readonly headers: readonly (readonly [string, string])[]
}

const anyRequest: fc.Arbitrary<PageRequest> = fc.record({
  page: fc.constantFrom(...ORIGINS),
  method: fc.constantFrom(...METHODS),
  headers: fc.uniqueArray(fc.constantFrom(...HEADERS), { maxLength: 3 }),
})

/**
 * What the page saw, and what the policy said about each request that the server received for it.
 */
interface Outcome {
  readonly verdict: Verdict
  readonly allowed: readonly boolean[]
}

let middleware = cors()
let received: IncomingMessage[] = []
const server = createServer((req, res) => {
  received.push(req)
  void middleware(req, res, (error) => res.writeHead(error ? 500 : 200).end())
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

async function observe(
  options: CorsOptions,
  { page, method, headers }: PageRequest,
  credentials: CredentialsMode,
): Promise<Outcome> {
  const policy = createPolicy(options)
  middleware = cors(policy)
  received = []
  const client = createPage(server, { origin: page })
  const verdict = await client.check('/', { method, headers, credentials })
  const decisions = await Promise.all(received.map((request) => policy.evaluate(request)))
  return { verdict, allowed: decisions.map((decision) => decision.allowed) }
}

describe('what the policy decides is what the page sees', () => {
  const seed = 20261120

  it('allows exactly the requests whose responses the model shares', async () => {
    let shared = 0
    let blocked = 0
    await fc.assert(
      fc.asyncProperty(anyOptions, anyRequest, fc.boolean(), async (options, request, include) => {
        // The credentials mode is not on the wire, so an engine can only be asked about those that
        // its policy is for.
        const credentials = include && options.credentials ? 'include' : 'same-origin'
        const { verdict, allowed } = await observe(options, request, credentials)
        expect(verdict.outcome === 'shared', String(verdict)).toBe(!allowed.includes(false))
        if (verdict.outcome === 'shared') shared++
        else blocked++
      }),
      { seed, numRuns: 1000 },
    )
    // Both sides of the claim have been seen often.
    expect(Math.min(shared, blocked)).toBeGreaterThan(100)
  })

  it('never shares a response with credentials if the policy has them off', async () => {
    await fc.assert(
      fc.asyncProperty(anyOptions, anyRequest, async (options, request) => {
        const { verdict } = await observe({ ...options, credentials: false }, request, 'include')
        expect(verdict.outcome, String(verdict)).toBe('blocked')
      }),
      { seed, numRuns: 200 },
    )
  })
})
