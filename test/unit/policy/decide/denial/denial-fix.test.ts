import { describe, expect, it } from 'vitest'
import { type CorsOptions, createPolicy } from '../../../../../src/index.js'

const APP = 'https://app.example.com'

interface FixCase {
  readonly what: string
  readonly options: CorsOptions
  readonly origin: string
  readonly fix: string
  /** The options as the fix says. */
  readonly fixed?: CorsOptions
}

const NO_NULL =
  'every site can send "null", so serve the page from an origin of its own, not from a file or a sandboxed frame'

const ORIGIN_FIXES: readonly FixCase[] = [
  {
    what: 'http: without credentials',
    options: { origin: [APP] },
    origin: 'http://b.example',
    fix: 'to allow it, add "http://b.example" to origin',
    fixed: { origin: [APP, 'http://b.example'] },
  },
  {
    what: 'http: with credentials',
    options: { origin: [APP], credentials: true },
    origin: 'http://b.example',
    fix: 'serve the page over https, and allow "https://b.example"',
    fixed: { origin: [APP, 'https://b.example'], credentials: true },
  },
  {
    what: 'http: with credentials if https: is allowed',
    options: { origin: [APP], credentials: true },
    origin: 'http://app.example.com',
    fix: 'serve the page over https',
  },
  {
    what: 'http: with credentials if the risk is accepted',
    options: {
      origin: [APP, 'http://a.example'],
      credentials: true,
      dangerouslyAllow: ['insecure-origin'],
    },
    origin: 'http://b.example',
    fix: 'to allow it, add "http://b.example" to origin',
    fixed: {
      origin: [APP, 'http://b.example'],
      credentials: true,
      dangerouslyAllow: ['insecure-origin'],
    },
  },
  {
    what: 'http: on this machine with credentials',
    options: { origin: [APP], credentials: true },
    origin: 'http://localhost:3000',
    fix: 'to allow it, add "http://localhost:3000" to origin',
    fixed: { origin: [APP, 'http://localhost:3000'], credentials: true },
  },
  {
    what: 'null without credentials',
    options: { origin: [APP] },
    origin: 'null',
    fix: 'to allow it, add "null" to origin',
    fixed: { origin: [APP, 'null'] },
  },
  {
    what: 'null with credentials',
    options: { origin: [APP], credentials: true },
    origin: 'null',
    fix: NO_NULL,
  },
  {
    what: 'null with credentials if the risk is accepted',
    options: { origin: [APP], credentials: true, dangerouslyAllow: ['null-origin'] },
    origin: 'null',
    fix: 'to allow it, add "null" to origin',
    fixed: { origin: [APP, 'null'], credentials: true, dangerouslyAllow: ['null-origin'] },
  },
  {
    what: 'null if every other origin is reflected with credentials',
    options: { origin: true, credentials: true, dangerouslyAllow: ['any-origin'] },
    origin: 'null',
    fix: NO_NULL,
  },
  {
    what: 'null if every other origin is reflected and the risks are accepted',
    options: {
      origin: true,
      credentials: true,
      dangerouslyAllow: ['any-origin', 'null-origin'],
    },
    origin: 'null',
    fix: 'to allow it, list the origins, "null" among them',
    fixed: { origin: [APP, 'null'], credentials: true, dangerouslyAllow: ['null-origin'] },
  },
  {
    what: 'null if the origin function denies it',
    options: { origin: () => false },
    origin: 'null',
    fix: 'to allow it, have the function answer "null"',
    fixed: { origin: () => 'null' },
  },
  {
    what: 'http: with credentials if the origin function denies it',
    options: { origin: () => false, credentials: true },
    origin: 'http://b.example',
    fix: 'serve the page over https, and allow "https://b.example"',
    fixed: { origin: [APP, 'https://b.example'], credentials: true },
  },
  {
    what: 'http: with credentials if CORS is off',
    options: { origin: false, credentials: true },
    origin: 'http://b.example',
    fix: 'serve the page over https, and allow "https://b.example"',
  },
]

describe('the fix of a denied origin', () => {
  it.each(ORIGIN_FIXES)('leads to options that start: $what', async ({ options, origin, fix }) => {
    const request = { method: 'GET', headers: { origin } }
    const { denial } = await createPolicy(options).evaluate(request)
    expect(denial?.code).toBe('origin-not-allowed')
    expect(denial?.message.split('; ').at(-1)).toBe(fix)
  })

  it.each(ORIGIN_FIXES.filter(({ fixed }) => fixed))(
    'lets the page read once it is done: $what',
    async ({ fixed, origin, fix }) => {
      const served = fix.startsWith('serve') ? origin.replace('http:', 'https:') : origin
      const request = { method: 'GET', headers: { origin: served } }
      expect((await createPolicy(fixed ?? {}).evaluate(request)).allowed).toBe(true)
    },
  )
})

const WITH_COOKIE = { cookie: 'session=1', 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' }

const CREDENTIALS_FIXES: readonly Omit<FixCase, 'origin'>[] = [
  {
    what: 'a list of https: origins',
    options: { origin: [APP, 'http://localhost:*'] },
    fix: 'to allow them, write credentials: true',
    fixed: { origin: [APP, 'http://localhost:*'], credentials: true },
  },
  {
    what: 'a function',
    options: { origin: () => true },
    fix: 'to allow them, write credentials: true',
    fixed: { origin: () => true, credentials: true },
  },
  {
    what: 'every origin',
    options: {},
    fix: 'to allow them, write credentials: true, with https: origins listed one by one',
    fixed: { origin: [APP], credentials: true },
  },
  {
    what: 'every origin, reflected',
    options: { origin: true },
    fix: 'to allow them, write credentials: true, with https: origins listed one by one',
    fixed: { origin: [APP], credentials: true },
  },
  {
    what: 'an http: origin in the list',
    options: { origin: [APP, 'http://b.example:*'] },
    fix: 'to allow them, write credentials: true, with https: origins listed one by one',
  },
  {
    what: 'the opaque origin in the list',
    options: { origin: [APP, 'null'] },
    fix: 'to allow them, write credentials: true, with https: origins listed one by one',
  },
  {
    what: 'a pattern in the list, since strangers may register names under it',
    options: { origin: [APP, 'https://*.vercel.app'] },
    fix: 'to allow them, write credentials: true, with https: origins listed one by one',
  },
  {
    what: 'a regular expression',
    options: { origin: /app\.example\.com$/ },
    fix: 'to allow them, write credentials: true, with https: origins listed one by one',
  },
  {
    what: 'a list that takes long to judge',
    options: { origin: [APP, ...Array.from({ length: 1000 }, (_, i) => `https://a${i}.example`)] },
    fix: 'to allow them, write credentials: true, with https: origins listed one by one',
  },
  {
    what: 'all headers exposed',
    options: { origin: [APP], exposedHeaders: '*' },
    fix: 'to allow them, write credentials: true, with exposedHeaders listed by name',
    fixed: { origin: [APP], exposedHeaders: ['ETag'], credentials: true },
  },
  {
    what: 'all headers exposed to everybody',
    options: { exposedHeaders: '*' },
    fix: 'to allow them, write credentials: true, with https: origins listed one by one and exposedHeaders listed by name',
    fixed: { origin: [APP], exposedHeaders: ['ETag'], credentials: true },
  },
]

describe('a cookie that the policy does not allow', () => {
  it.each(CREDENTIALS_FIXES)('is denied, with a fix that starts: $what', async (row) => {
    const policy = createPolicy(row.options)
    const plain = await policy.evaluate({ method: 'GET', headers: { origin: APP } })
    const request = { method: 'GET', headers: { ...WITH_COOKIE, origin: APP } }
    expect(await policy.evaluate(request)).toEqual({
      ...plain,
      allowed: false,
      denial: {
        code: 'credentials-not-allowed',
        message: `the request from "${APP}" carries a cookie, and credentials are not allowed, so the browser hides the response from the page; ${row.fix}, or leave out credentials: "include" in the page`,
        values: [APP],
      },
    })
    if (row.fixed === undefined) return
    expect((await createPolicy(row.fixed).evaluate(request)).allowed).toBe(true)
  })

  it.each([
    ['with credentials', { credentials: true }, WITH_COOKIE],
    [
      'of a form, whose response no page reads',
      {},
      { ...WITH_COOKIE, 'sec-fetch-mode': 'navigate' },
    ],
    ['of an image', {}, { ...WITH_COOKIE, 'sec-fetch-mode': 'no-cors' }],
    ['of a client that does not say its mode', {}, { cookie: 'session=1' }],
    ['of a page of the server itself', {}, { ...WITH_COOKIE, 'sec-fetch-site': 'same-origin' }],
  ])('is not denied %s', (_what, options, headers) => {
    const policy = createPolicy({ origin: APP, ...options })
    const decision = policy.evaluate({ method: 'POST', headers: { ...headers, origin: APP } })
    expect(decision).toMatchObject({ allowed: true, rejected: false })
  })

  it('is not denied on a request without a cookie', () => {
    const headers = { origin: APP, 'sec-fetch-mode': 'cors' }
    expect(createPolicy().evaluate({ method: 'GET', headers }).allowed).toBe(true)
  })

  it('does not hide that the origin is not allowed', () => {
    const headers = { ...WITH_COOKIE, origin: 'https://evil.test' }
    const { denial } = createPolicy({ origin: APP }).evaluate({ method: 'GET', headers })
    expect(denial?.code).toBe('origin-not-allowed')
  })
})
