import { describe, expect, it } from 'vitest'
import { type CorsRequest, createPolicy } from '../../../../../src/index.js'
import { denialLine } from '../../../../../src/policy/decide/denial/explain.js'

const ORIGIN = 'https://app.example.com'
const policy = createPolicy({
  origin: ORIGIN,
  credentials: true,
  methods: ['PUT'],
  exposedHeaders: ['ETag'],
  maxAge: 600,
})

const preflight = (method: string, headers?: string): CorsRequest => ({
  method: 'OPTIONS',
  headers: {
    origin: ORIGIN,
    'access-control-request-method': method,
    'access-control-request-headers': headers,
  },
})

const TEXTS: readonly (readonly [what: string, request: CorsRequest, text: string])[] = [
  [
    'a request without Origin',
    { method: 'GET', headers: {} },
    `A request without Origin, so not a CORS request: allowed
  the response gets
    Vary: Origin`,
  ],
  [
    'an allowed CORS request',
    { method: 'GET', headers: { origin: ORIGIN } },
    `A CORS request from "https://app.example.com": allowed
  the response gets
    Access-Control-Allow-Origin: https://app.example.com
    Access-Control-Allow-Credentials: true
    Access-Control-Expose-Headers: ETag
    Vary: Origin`,
  ],
  [
    'a denied CORS request',
    { method: 'GET', headers: { origin: 'https://evil.test' } },
    `A CORS request from "https://evil.test": denied
  [origin-not-allowed] the origin "https://evil.test" is not allowed; allowed: "https://app.example.com"; to allow it, add "https://evil.test" to origin
  the response gets
    Vary: Origin`,
  ],
  [
    'a request from a page of the server itself',
    {
      method: 'POST',
      headers: { origin: 'https://api.example.com', 'sec-fetch-site': 'same-origin' },
    },
    `A same-origin request from "https://api.example.com": allowed
  the response gets
    Vary: Origin`,
  ],
  [
    'an allowed preflight',
    preflight('PUT', 'x-a,x-b'),
    `A CORS-preflight request from "https://app.example.com" for the method "PUT" with the headers "x-a,x-b": allowed
  the response gets
    Access-Control-Allow-Origin: https://app.example.com
    Access-Control-Allow-Credentials: true
    Access-Control-Allow-Methods: PUT
    Access-Control-Allow-Headers: x-a,x-b
    Access-Control-Max-Age: 600
    Vary: Origin, Access-Control-Request-Headers`,
  ],
  [
    'a preflight for a denied method without headers',
    preflight('DELETE'),
    `A CORS-preflight request from "https://app.example.com" for the method "DELETE": denied
  [method-not-allowed] the method "DELETE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; to allow it, add "DELETE" to methods
  the response gets
    Access-Control-Allow-Origin: https://app.example.com
    Access-Control-Allow-Credentials: true
    Access-Control-Allow-Methods: PUT
    Access-Control-Max-Age: 600
    Vary: Origin, Access-Control-Request-Headers`,
  ],
  [
    'what could forge a line of a log',
    { method: 'GET', headers: { origin: 'x\n  the response gets' } },
    `A CORS request from "x\\u000a  the response gets": denied
  [origin-invalid] the Origin "x\\u000a  the response gets" is not a serialized origin such as "https://app.example.com"; look at the client that sends it
  the response gets
    Vary: Origin`,
  ],
]

describe('explain', () => {
  it.each(TEXTS)('tells what happens to %s', (_what, request, text) => {
    expect(policy.explain(request)).toBe(text)
  })

  it('says so if the response gets no header', () => {
    const off = createPolicy({ origin: false })
    expect(off.explain({ method: 'GET', headers: {} })).toBe(
      `A request without Origin, so not a CORS request: allowed
  the response gets no CORS header`,
    )
  })

  it('promises the same text if origin is a function', async () => {
    const { origin: _, ...options } = policy.options
    const asking = createPolicy({ ...options, origin: async (origin) => origin === ORIGIN })
    const request = { method: 'GET', headers: { origin: ORIGIN } }
    expect(await asking.explain(request)).toBe(policy.explain(request))
  })
})

describe('the line of a denial in a log', () => {
  const decision = createPolicy({ origin: 'https://app.example.com' }).evaluate({
    method: 'GET',
    headers: { origin: 'https://evil.test' },
  })

  it.each([
    ['names the request', '/orders', 'GET /orders [origin-not-allowed] '],
    ['cuts a long URL', 'x'.repeat(201), `GET ${'x'.repeat(200)}… [origin-not-allowed] `],
    ['escapes what would forge a line', '/\n', 'GET /\\u000a [origin-not-allowed] '],
  ])('%s', (_what, url, start) => {
    if (decision.allowed) throw new Error('the decision allows the request')
    expect(denialLine(decision, false, 'GET', url)).toBe(start + decision.denial.message)
  })
})
