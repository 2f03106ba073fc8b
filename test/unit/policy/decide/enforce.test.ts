import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CorsRequest, createPolicy, type DenialCode } from '../../../../src/index.js'

const APP = 'https://app.example.com'
const OWN = 'https://api.example.com'
const STRANGER = 'https://evil.test'

const policy = createPolicy({ origin: [APP, 'http://lan:8080'], enforce: true })

interface EnforceCase {
  readonly what: string
  /** @default 'POST' */
  readonly method?: string
  /** In addition to `Host: api.example.com`. */
  readonly headers: CorsRequest['headers']
}

const requestOf = ({ method = 'POST', headers }: EnforceCase): CorsRequest => ({
  method,
  headers: { host: 'api.example.com', ...headers },
})

const CROSS_SITE = { origin: STRANGER, 'sec-fetch-site': 'cross-site' }

const PASSES: readonly EnforceCase[] = [
  // Preflights and safe methods.
  { what: 'a GET', method: 'GET', headers: CROSS_SITE },
  { what: 'a GET without Origin', method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } },
  { what: 'a HEAD', method: 'HEAD', headers: CROSS_SITE },
  { what: 'an OPTIONS', method: 'OPTIONS', headers: CROSS_SITE },
  { what: 'a QUERY', method: 'QUERY', headers: CROSS_SITE },
  {
    what: 'a preflight',
    method: 'OPTIONS',
    headers: { ...CROSS_SITE, 'access-control-request-method': 'DELETE' },
  },
  {
    what: 'the upgrade of a WebSocket',
    method: 'GET',
    headers: { ...CROSS_SITE, connection: 'Upgrade', upgrade: 'websocket' },
  },
  // What the browser calls same-origin, or started by the user.
  {
    what: 'what the browser calls same-origin',
    headers: { origin: OWN, 'sec-fetch-site': 'same-origin' },
  },
  {
    what: 'what the browser calls same-origin, from null under Referrer-Policy: no-referrer',
    headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
  },
  {
    what: 'what the browser calls same-origin, behind a proxy that changes Host',
    headers: { origin: OWN, host: 'backend:3000', 'sec-fetch-site': 'same-origin' },
  },
  {
    what: 'what the browser calls same-origin, without Origin',
    headers: { 'sec-fetch-site': 'same-origin' },
  },
  { what: "the user's own doing", headers: { origin: 'null', 'sec-fetch-site': 'none' } },
  { what: "the user's own doing without Origin", headers: { 'sec-fetch-site': 'none' } },
  // Allowed origins.
  { what: 'an allowed origin of another site', headers: { ...CROSS_SITE, origin: APP } },
  {
    what: 'an allowed origin of the same site',
    headers: { origin: APP, 'sec-fetch-site': 'same-site' },
  },
  // Without Sec-Fetch-Site, no Origin or the server's own.
  { what: 'a client that is not a browser', headers: {} },
  {
    what: 'a client with an empty Sec-Fetch-Site',
    headers: { 'sec-fetch-site': '' },
  },
  { what: 'an allowed origin of an old browser', headers: { origin: APP } },
  { what: 'an allowed origin by plain http', headers: { origin: 'http://lan:8080' } },
  { what: "the server's own origin in an old browser", headers: { origin: OWN } },
  { what: "the server's own origin by plain http", headers: { origin: 'http://api.example.com' } },
  { what: 'a Host in another case', headers: { origin: OWN, host: 'API.Example.com' } },
  { what: 'a Host with the default port', headers: { origin: OWN, host: 'api.example.com:443' } },
  {
    what: 'a Host with the default port of http:',
    headers: { origin: 'http://api.example.com', host: 'api.example.com:80' },
  },
  {
    what: 'a Host with another port',
    headers: { origin: 'http://192.168.1.20:3000', host: '192.168.1.20:3000' },
  },
  {
    what: 'a Host that is an IPv6 address',
    headers: { origin: 'http://[::1]:3000', host: '[::1]:3000' },
  },
  {
    what: 'the :authority of HTTP/2',
    headers: { origin: OWN, host: undefined, ':authority': 'api.example.com' },
  },
]

interface RejectedCase extends EnforceCase {
  readonly code: DenialCode
}

const REJECTED: readonly RejectedCase[] = [
  // Methods that could change something.
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE', 'get', 'x'].map((method) => ({
    what: `the method ${method}`,
    method,
    headers: CROSS_SITE,
    code: 'origin-not-allowed' as const,
  })),
  // What the browser calls cross-site or same-site.
  {
    what: 'another origin of the same site',
    headers: { origin: 'https://b.example.com', 'sec-fetch-site': 'same-site' },
    code: 'origin-not-allowed',
  },
  {
    what: "the server's own host on another port, which the browser calls same-site",
    headers: { origin: 'https://api.example.com:8443', 'sec-fetch-site': 'same-site' },
    code: 'origin-not-allowed',
  },
  {
    what: "the server's own origin if the browser says otherwise",
    headers: { origin: OWN, 'sec-fetch-site': 'cross-site' },
    code: 'origin-not-allowed',
  },
  {
    what: 'a sandboxed frame',
    headers: { origin: 'null', 'sec-fetch-site': 'cross-site' },
    code: 'origin-not-allowed',
  },
  {
    what: 'what is no origin',
    headers: { origin: `${APP}, ${STRANGER}`, 'sec-fetch-site': 'cross-site' },
    code: 'origin-invalid',
  },
  { what: 'no Origin', headers: { 'sec-fetch-site': 'cross-site' }, code: 'cross-site' },
  {
    what: 'no Origin of the same site',
    headers: { 'sec-fetch-site': 'same-site' },
    code: 'cross-site',
  },
  {
    what: 'a Sec-Fetch-Site that no browser sends',
    headers: { 'sec-fetch-site': ['same-origin', 'same-origin'] },
    code: 'cross-site',
  },
  // Without Sec-Fetch-Site, another origin.
  {
    what: 'another origin of an old browser',
    headers: { origin: STRANGER },
    code: 'origin-not-allowed',
  },
  {
    what: 'null of an old browser, whatever Host is',
    headers: { origin: 'null', host: 'null' },
    code: 'origin-not-allowed',
  },
  {
    what: "the server's own host on another port",
    headers: { origin: 'https://api.example.com:8443' },
    code: 'origin-not-allowed',
  },
  {
    what: "the server's own host on the default port of another scheme",
    headers: { origin: OWN, host: 'api.example.com:80' },
    code: 'origin-not-allowed',
  },
  {
    what: "a host that begins like the server's own",
    headers: { origin: 'https://api.example.com.evil.test' },
    code: 'origin-not-allowed',
  },
  {
    what: 'an invalid origin though Host is the same',
    headers: { origin: 'https://api.example.com/', host: 'api.example.com/' },
    code: 'origin-invalid',
  },
  {
    what: 'an Origin over 300 bytes though Host is the same',
    headers: { origin: `https://${'a'.repeat(300)}`, host: 'a'.repeat(300) },
    code: 'origin-invalid',
  },
  {
    what: 'X-Forwarded-Host, which anybody can send',
    headers: { origin: STRANGER, 'x-forwarded-host': 'evil.test' },
    code: 'origin-not-allowed',
  },
  {
    what: 'an Origin without Host',
    headers: { origin: OWN, host: undefined },
    code: 'origin-not-allowed',
  },
]

describe('enforce lets pass', () => {
  it.each(PASSES)('$what', (row) => {
    expect(policy.evaluate(requestOf(row)).rejected).toBe(false)
  })
})

describe('enforce rejects', () => {
  it.each(REJECTED)('$what', (row) => {
    const decision = policy.evaluate(requestOf(row))
    expect(decision).toMatchObject({
      allowed: false,
      rejected: true,
      headers: {},
      vary: ['Origin', 'Sec-Fetch-Site'],
      denial: { code: row.code },
    })
  })

  it.each(REJECTED)('nothing if it is off: $what', (row) => {
    const { rejected, vary } = createPolicy({ origin: APP }).evaluate(requestOf(row))
    expect([rejected, vary]).toEqual([false, ['Origin']])
  })

  it.each(REJECTED)("nothing with 'report', but says that it would: $what", (row) => {
    const reporting = createPolicy({ origin: APP, enforce: 'report' })
    expect(reporting.evaluate(requestOf(row))).toMatchObject({
      rejected: true,
      vary: ['Origin'],
      denial: { code: row.code },
    })
  })

  it.each(REJECTED)('the same if a function decides: $what', async (row) => {
    const asking = createPolicy({ origin: async (origin) => origin === APP, enforce: true })
    expect(await asking.evaluate(requestOf(row))).toMatchObject({
      rejected: true,
      denial: { code: row.code },
    })
  })

  it('a request whose method is not given, since it could change something', () => {
    expect(policy.evaluate({ headers: CROSS_SITE }).rejected).toBe(true)
  })
})

describe('a rejection', () => {
  it('of a request without Origin says how to let it through', () => {
    const { denial } = policy.evaluate({
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    })
    expect(denial).toEqual({
      code: 'cross-site',
      message:
        'the request carries no Origin, and Sec-Fetch-Site "cross-site" says that it comes from elsewhere; if it has to get through, as from a single sign-on service, mount its route before cors()',
      values: ['cross-site'],
    })
  })

  it('is explained', () => {
    expect(policy.explain({ method: 'POST', headers: CROSS_SITE })).toBe(
      `A CORS request from "https://evil.test": denied, and rejected by enforce
  [origin-not-allowed] the origin "https://evil.test" is not allowed; allowed: "https://app.example.com", "http://lan:8080"; to allow it, add "https://evil.test" to origin
  the response gets
    Vary: Origin, Sec-Fetch-Site`,
    )
  })
})

describe('whatever a request carries', () => {
  const site = fc.option(
    fc.oneof(fc.constantFrom('same-origin', 'none', 'same-site', 'cross-site', ''), fc.string()),
    { nil: undefined },
  )
  const origin = fc.option(
    fc.oneof(fc.constantFrom(APP, OWN, STRANGER, 'null', 'http://lan:8080'), fc.webUrl()),
    { nil: undefined },
  )
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS', 'QUERY', 'DELETE', 'x', undefined),
    headers: fc.record({
      origin,
      host: fc.constantFrom('api.example.com', 'lan:8080', undefined),
      'sec-fetch-site': site,
      'access-control-request-method': fc.constantFrom('PUT', undefined),
    }),
  })

  const unenforced = createPolicy({ origin: [APP, 'http://lan:8080'] })

  it('is never rejected if the policy allows it or the browser calls it same-origin or none', () => {
    const seen = { rejected: 0, allowed: 0, own: 0 }
    const property = fc.property(request, (asked) => {
      const { rejected, allowed, denial } = policy.evaluate(asked)
      const off = unenforced.evaluate(asked)
      const own = ['same-origin', 'none'].includes(asked.headers['sec-fetch-site'] ?? '')
      if (policy.isOriginAllowed(asked.headers.origin)) expect(rejected).toBe(false)
      if (own) expect(rejected).toBe(false)
      if (rejected) expect([allowed, denial === undefined]).toEqual([false, false])
      // If it is not rejected, the decision is the same as without enforce, except the advice on "null".
      else {
        expect([allowed, denial?.code, denial?.values]).toEqual([
          off.allowed,
          off.denial?.code,
          off.denial?.values,
        ])
      }
      seen.rejected += Number(rejected)
      seen.allowed += Number(allowed)
      seen.own += Number(own)
    })
    fc.assert(property, { seed: 20261121, numRuns: 5000 })
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(500)
  })
})
