import { describe, expect, it } from 'vitest'
import { type CorsOptions, createPolicy, type DenialCode } from '../../../../../src/index.js'

const ORIGIN = 'https://app.example.com'
const NO_BROWSER = 'no browser sends it, so look at the client or proxy that does'

const MANY_NAMES = Array.from({ length: 22 }, (_, i) => `x-${i}`)

interface DenialCase {
  readonly what: string
  readonly options: CorsOptions
  /** @default ORIGIN */
  readonly origin?: string
  /** The request is a preflight if one of these is there. */
  readonly method?: string
  readonly headers?: string
  readonly code: DenialCode
  readonly message: string
  /** @default the origin, the method or the headers, as received */
  readonly values?: readonly string[]
}

const CASES: readonly DenialCase[] = [
  {
    what: 'an Origin that is not an origin',
    options: { origin: ORIGIN },
    origin: 'https://app.example.com/',
    code: 'origin-invalid',
    message: `the Origin "https://app.example.com/" is not a serialized origin such as "https://app.example.com"; "https://app.example.com" is allowed, and only the slash at the end differs; look at the client that sends it`,
  },
  {
    what: 'an empty Origin',
    options: { origin: ORIGIN },
    origin: '',
    code: 'origin-invalid',
    message: `the Origin "" is not a serialized origin such as "https://app.example.com"; look at the client that sends it`,
  },
  {
    what: 'an Origin with a line break, a quotation mark and bytes beyond ASCII',
    options: { origin: ORIGIN },
    origin: 'a"\\\r\n\0\x7f\xa0\u2028',
    code: 'origin-invalid',
    message: `the Origin "a\\"\\\\\\u000d\\u000a\\u0000\\u007f\\u00a0\\u2028" is not a serialized origin such as "https://app.example.com"; look at the client that sends it`,
  },
  {
    what: 'an Origin of 101 characters',
    options: { origin: ORIGIN },
    origin: '/'.repeat(101),
    code: 'origin-invalid',
    message: `the Origin "${'/'.repeat(100)}…" is not a serialized origin such as "https://app.example.com"; look at the client that sends it`,
  },
  {
    what: 'an Origin of 100 characters',
    options: { origin: ORIGIN },
    origin: '/'.repeat(100),
    code: 'origin-invalid',
    message: `the Origin "${'/'.repeat(100)}" is not a serialized origin such as "https://app.example.com"; look at the client that sends it`,
  },
  ...[
    ['an empty label', 'https://a..example.com', 'no DNS name has an empty label'],
    ['an empty first label', 'http://.example.com:3000', 'no DNS name has an empty label'],
    ['odd characters', 'https://a+b.example.com', 'no registered name has such characters'],
    ['an escape', 'https://a%2Ab.example.com', 'no registered name has such characters'],
    ['files', 'file://', 'it means every file on every machine'],
  ].map(
    ([what = '', origin = '', why = '']): DenialCase => ({
      what: `an Origin that is not read though browsers send it: ${what}`,
      options: { origin: ORIGIN },
      origin,
      code: 'origin-invalid',
      message: `the Origin "${origin}" is not read: ${why}; if a browser sends it, serve the page from another origin`,
    }),
  ),
  {
    what: 'an Origin of 301 characters',
    options: { origin: ORIGIN },
    origin: `https://${'a'.repeat(293)}`,
    code: 'origin-invalid',
    message: `the Origin "https://${'a'.repeat(92)}…" is not read: it has more than 300 bytes; if a browser sends it, serve the page from another origin`,
  },
  ...[
    'https://a*b.example.com',
    'https://App.example.com:80',
    'https://a.example:443',
    'https://u@a.example',
    'capacitor://a..b',
  ].map(
    (origin): DenialCase => ({
      what: `an Origin that no browser sends: ${origin}`,
      options: { origin: ORIGIN },
      origin,
      code: 'origin-invalid',
      message: `the Origin "${origin}" is not a serialized origin such as "https://app.example.com"; look at the client that sends it`,
    }),
  ),
  {
    what: 'another origin',
    options: { origin: ORIGIN },
    origin: 'http://app.example.com',
    code: 'origin-not-allowed',
    message:
      'the origin "http://app.example.com" is not allowed; "https://app.example.com" is allowed, and only the scheme differs; to allow it, add "http://app.example.com" to origin',
  },
  {
    what: 'an origin that is not in a long list',
    options: {
      origin: [
        ORIGIN,
        'https://*.example.org',
        'http://localhost:*',
        /^https:\/\/a$/,
        'null',
        'https://b',
      ],
    },
    origin: 'https://c',
    code: 'origin-not-allowed',
    message:
      'the origin "https://c" is not allowed; allowed: "https://app.example.com", "https://*.example.org", "http://localhost:*", /^https:\\/\\/a$/, "null" and 1 more; to allow it, add "https://c" to origin',
  },
  {
    what: 'the opaque origin',
    options: { origin: [ORIGIN] },
    origin: 'null',
    code: 'origin-not-allowed',
    message:
      'the origin "null" is not allowed; allowed: "https://app.example.com"; to allow it, add "null" to origin',
  },
  {
    what: 'the opaque origin if every other is reflected',
    options: { origin: true, credentials: true, dangerouslyAllow: ['any-origin'] },
    origin: 'null',
    code: 'origin-not-allowed',
    message:
      'the origin "null" is not allowed; origin: true allows every origin but "null"; every site can send "null", so serve the page from an origin of its own, not from a file or a sandboxed frame',
  },
  {
    what: 'the opaque origin with enforce, which listing it would undo',
    options: { origin: [ORIGIN], enforce: true },
    origin: 'null',
    code: 'origin-not-allowed',
    message:
      'the origin "null" is not allowed; allowed: "https://app.example.com"; every site can send "null", so serve the page from an origin of its own, not from a file or a sandboxed frame or with Referrer-Policy: no-referrer',
  },
  {
    what: 'any origin if CORS is off',
    options: { origin: false },
    code: 'origin-not-allowed',
    message:
      'the origin "https://app.example.com" is not allowed; origin: false turns CORS off; to allow it, write origin: ["https://app.example.com"]',
  },
  {
    what: 'an origin that the function denies',
    options: { origin: () => false },
    code: 'origin-not-allowed',
    message:
      'the origin "https://app.example.com" is not allowed; the origin function decides; to allow it, have the function answer true',
  },
  {
    what: 'another method',
    options: { methods: ['PUT'] },
    method: 'DELETE',
    code: 'method-not-allowed',
    message:
      'the method "DELETE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; to allow it, add "DELETE" to methods',
  },
  {
    what: 'a method that is not among the default ones',
    options: {},
    method: 'PROPFIND',
    code: 'method-not-allowed',
    message:
      'the method "PROPFIND" is not allowed; allowed: "PUT", "PATCH", "DELETE" besides GET, HEAD and POST; to allow it, add "PROPFIND" to methods',
  },
  {
    what: 'a method if only the CORS-safelisted ones are allowed',
    options: { methods: ['GET', 'POST'] },
    method: 'PUT',
    code: 'method-not-allowed',
    message:
      'the method "PUT" is not allowed; only GET, HEAD and POST are allowed; to allow it, add "PUT" to methods',
  },
  {
    what: 'patch, which pages mean as PATCH',
    options: {},
    method: 'patch',
    code: 'method-not-allowed',
    message:
      'the method "patch" is not allowed; allowed: "PUT", "PATCH", "DELETE" besides GET, HEAD and POST; methods are case-sensitive, so write "PATCH" in the page',
  },
  {
    what: 'put, which no browser sends',
    options: {},
    method: 'put',
    code: 'method-not-allowed',
    message:
      'the method "put" is not allowed; allowed: "PUT", "PATCH", "DELETE" besides GET, HEAD and POST; methods are case-sensitive, so write "PUT" in the page',
  },
  {
    what: 'a forbidden method',
    options: { methods: ['PUT'] },
    method: 'TRACE',
    code: 'method-not-allowed',
    message: `the method "TRACE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; ${NO_BROWSER}`,
  },
  {
    what: 'an invalid method, although any is allowed',
    options: { methods: '*' },
    method: 'PUT\n',
    code: 'method-not-allowed',
    message: `the method "PUT\\u000a" is not allowed; allowed: "*" besides GET, HEAD and POST; ${NO_BROWSER}`,
  },
  {
    what: 'an empty method',
    options: { methods: ['PUT'] },
    method: '',
    code: 'method-not-allowed',
    message: `the method "" is not allowed; allowed: "PUT" besides GET, HEAD and POST; ${NO_BROWSER}`,
  },
  {
    what: 'another header',
    options: { allowedHeaders: ['X-A'] },
    headers: 'x-a,x-b',
    code: 'header-not-allowed',
    values: ['x-b'],
    message:
      'the request header "x-b" is not allowed; allowed: "X-A"; to allow it, add "x-b" to allowedHeaders',
  },
  {
    what: 'several headers, each once',
    options: { allowedHeaders: ['X-A'] },
    headers: 'x-a, X-C, x-b, x-c',
    code: 'header-not-allowed',
    values: ['x-c', 'x-b'],
    message:
      'the request headers "x-c" and "x-b" are not allowed; allowed: "X-A"; to allow them, add them to allowedHeaders',
  },
  {
    what: 'more headers than a person reads',
    options: { allowedHeaders: [] },
    headers: MANY_NAMES.join(),
    code: 'header-not-allowed',
    values: MANY_NAMES,
    message: `the request headers ${MANY_NAMES.slice(0, 20)
      .map((name) => `"${name}"`)
      .join(
        ', ',
      )} and 2 more are not allowed; allowedHeaders is empty; to allow them, add them to allowedHeaders`,
  },
  {
    what: 'a header if none is allowed',
    options: { allowedHeaders: [] },
    headers: 'x-b',
    code: 'header-not-allowed',
    message:
      'the request header "x-b" is not allowed; allowedHeaders is empty; to allow it, add "x-b" to allowedHeaders',
  },
  {
    what: 'Authorization, which * does not cover',
    options: { allowedHeaders: '*' },
    headers: 'authorization,x-a',
    code: 'header-not-allowed',
    values: ['authorization'],
    message:
      'the request header "authorization" is not allowed; "*" does not cover it; write allowedHeaders: ["*", "Authorization"]',
  },
  {
    what: 'headers that are not a list of names',
    options: {},
    headers: 'x-a;x-b',
    code: 'request-headers-invalid',
    message: `Access-Control-Request-Headers "x-a;x-b" is not a list of at most 128 header names in 4096 bytes; ${NO_BROWSER}`,
  },
  {
    what: 'too many headers',
    options: { allowedHeaders: '*' },
    headers: 'a,'.repeat(129),
    code: 'request-headers-invalid',
    message: `Access-Control-Request-Headers "${'a,'.repeat(50)}…" is not a list of at most 128 header names in 4096 bytes; ${NO_BROWSER}`,
  },
  {
    what: 'the origin before the method and the headers',
    options: { origin: ORIGIN, methods: ['PUT'] },
    origin: 'https://evil.test',
    method: 'DELETE',
    headers: 'not a token',
    code: 'origin-not-allowed',
    message:
      'the origin "https://evil.test" is not allowed; allowed: "https://app.example.com"; to allow it, add "https://evil.test" to origin',
  },
  {
    what: 'the method before the headers',
    options: { methods: ['PUT'] },
    method: 'DELETE',
    headers: 'not a token',
    code: 'method-not-allowed',
    message:
      'the method "DELETE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; to allow it, add "DELETE" to methods',
  },
]

function requestOf({ origin = ORIGIN, method, headers }: DenialCase) {
  if (method === undefined && headers === undefined) return { method: 'GET', headers: { origin } }
  const asked = {
    'access-control-request-method': method ?? 'PUT',
    'access-control-request-headers': headers,
  }
  return { method: 'OPTIONS', headers: { origin, ...asked } }
}

const VALUE_OF: Readonly<Record<DenialCode, (denied: DenialCase) => string | undefined>> = {
  'origin-invalid': ({ origin = ORIGIN }) => origin,
  'origin-not-allowed': ({ origin = ORIGIN }) => origin,
  'cross-site': () => undefined,
  'credentials-not-allowed': ({ origin = ORIGIN }) => origin,
  'method-not-allowed': ({ method }) => method,
  'header-not-allowed': ({ headers }) => headers,
  'request-headers-invalid': ({ headers }) => headers,
}

describe('a denial', () => {
  it.each(CASES)('names what was received, what is allowed and the fix: $what', async (c) => {
    const { allowed, denial } = await createPolicy(c.options).evaluate(requestOf(c))
    expect(allowed).toBe(false)
    const received = VALUE_OF[c.code](c)
    expect(denial).toEqual({ code: c.code, message: c.message, values: c.values ?? [received] })
  })

  it.each(CASES)('is one printable line: $what', async (c) => {
    const { denial } = await createPolicy(c.options).evaluate(requestOf(c))
    expect(denial?.message).toMatch(/^[ -~…]+$/)
  })
})

interface PermissionCase {
  readonly what: string
  readonly options: CorsOptions
  readonly method?: string
  readonly headers?: string
}

const PERMISSIONS: readonly PermissionCase[] = [
  { what: 'GET, whatever methods says', options: { methods: [] }, method: 'GET' },
  { what: 'HEAD, whatever methods says', options: { methods: ['PUT'] }, method: 'HEAD' },
  { what: 'POST, whatever methods says', options: { methods: 'PUT' }, method: 'POST' },
  { what: 'PATCH by default', options: {}, method: 'PATCH' },
  { what: 'a method of the list', options: { methods: 'PUT,PROPFIND' }, method: 'PROPFIND' },
  { what: "every method with '*'", options: { methods: '*' }, method: 'patch' },
  {
    what: "every method with '*' and credentials",
    options: { origin: ORIGIN, credentials: true, methods: '*' },
    method: 'patch',
  },
  { what: 'headers without regard to case', options: { allowedHeaders: 'X-a' }, headers: 'x-A' },
  { what: 'every header by default', options: {}, headers: 'authorization,x-a' },
  {
    what: "every header but Authorization with '*'",
    options: { allowedHeaders: '*' },
    headers: 'x-a',
  },
  {
    what: "Authorization listed with '*'",
    options: { allowedHeaders: ['*', 'AUTHORIZATION'] },
    headers: 'authorization,x-a',
  },
  {
    what: "Authorization with '*' and credentials, since it is named then",
    options: { origin: ORIGIN, credentials: true, allowedHeaders: '*' },
    headers: 'authorization,x-a',
  },
  { what: 'no headers', options: { allowedHeaders: [] }, headers: '' },
  {
    what: 'empty elements and white space',
    options: { allowedHeaders: 'a,b' },
    headers: ',\t a ,, b ,',
  },
  { what: 'a preflight that asks for no headers', options: { allowedHeaders: [] }, method: 'PUT' },
]

describe('a preflight may ask for', () => {
  it.each(PERMISSIONS)('$what', async ({ options, method = 'PUT', headers }) => {
    const decision = await createPolicy(options).evaluate({
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': method,
        'access-control-request-headers': headers,
      },
    })
    expect(decision).toMatchObject({ kind: 'preflight', allowed: true })
  })
})
