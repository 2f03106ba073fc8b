import { describe, expect, it } from 'vitest'
import { BLOCKED } from '../../../../src/browser/verdict/blocked.js'
import { createPage, type PageRequestInit, type Transport } from '../../../../src/testing.js'
import { API, PAGE, reply, responding, routes, shared } from '../transports.js'

interface BlockedCase {
  readonly code: string
  readonly because: string
  readonly transport: Transport
  readonly init?: PageRequestInit
  readonly origin?: string
  readonly url?: string
  readonly message: string
  readonly phase?: 'preflight'
  readonly chromiumIssue: string | null
}

const ORDERS = `${API}/orders`
const preflightOk = reply(204, shared(['Access-Control-Allow-Headers', 'x-a']))
const include: PageRequestInit = { credentials: 'include' }
const put: PageRequestInit = { method: 'PUT' }
const xa: PageRequestInit = { headers: { 'X-A': '1' } }

function allowOrigin(...values: string[]): Transport {
  return responding(
    reply(
      200,
      values.map((value) => ['Access-Control-Allow-Origin', value]),
    ),
  )
}

function redirect(...locations: string[]): Transport {
  return responding(
    preflightOk,
    reply(302, shared(...locations.map((location) => ['Location', location] as const))),
  )
}

const cases: readonly BlockedCase[] = [
  {
    code: 'allow-origin-missing',
    because: 'the response has no Access-Control-Allow-Origin',
    transport: responding(reply(404)),
    message:
      'The response from https://api.example.com/orders (status 404) has no Access-Control-Allow-Origin, but the origin https://app.example.com needs one. Fix: send Access-Control-Allow-Origin: https://app.example.com with every response, error responses included.',
    chromiumIssue: 'MissingAllowOriginHeader',
  },
  {
    code: 'allow-origin-missing',
    because: 'the response to the preflight has no Access-Control-Allow-Origin',
    transport: responding(reply(404), reply(200, shared())),
    init: put,
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 404) has no Access-Control-Allow-Origin, but the origin https://app.example.com needs one. Fix: respond to OPTIONS with 204 on this path, before authentication and before the routes, and send Access-Control-Allow-Origin: https://app.example.com.',
    chromiumIssue: 'PreflightMissingAllowOriginHeader',
  },
  {
    code: 'allow-origin-missing',
    because: 'no CORS middleware ran for OPTIONS',
    transport: responding(reply(200, [['Allow', 'PUT']]), reply(200, shared())),
    init: put,
    phase: 'preflight',
    message:
      "The response to the CORS-preflight request for https://api.example.com/orders (status 200) has no CORS header at all, probably because the server's CORS middleware did not run for OPTIONS. Fix: run the CORS middleware for OPTIONS, too, and before the routes, as app.use(cors(…)) does, so that it can send Access-Control-Allow-Origin: https://app.example.com.",
    chromiumIssue: 'PreflightMissingAllowOriginHeader',
  },
  ...[
    ['Vary', 'Accept-Encoding, Origin'] as const,
    ['Access-Control-Allow-Methods', 'PUT'] as const,
  ].map(
    (line): BlockedCase => ({
      code: 'allow-origin-missing',
      because: `a server with CORS refuses the origin, as its ${line[0]} shows`,
      transport: responding(reply(204, [line])),
      init: put,
      phase: 'preflight',
      message:
        'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has no Access-Control-Allow-Origin, but the origin https://app.example.com needs one. Fix: send Access-Control-Allow-Origin: https://app.example.com with every response, error responses included.',
      chromiumIssue: 'PreflightMissingAllowOriginHeader',
    }),
  ),
  {
    code: 'allow-origin-missing',
    because: 'a sandboxed page gets no Access-Control-Allow-Origin',
    transport: responding(reply(200)),
    origin: 'null',
    message:
      'The response from https://api.example.com/orders (status 200) has no Access-Control-Allow-Origin, but the origin null needs one. Fix: send Access-Control-Allow-Origin: null (which lets in every sandboxed page; it is better to call from a page with an origin of its own) with every response, error responses included.',
    chromiumIssue: 'MissingAllowOriginHeader',
  },
  {
    code: 'allow-origin-missing',
    because: 'the server rejects the write, as enforce does',
    transport: responding(reply(403, [['Vary', 'Origin, Sec-Fetch-Site']])),
    init: { method: 'POST' },
    message:
      'The response from https://api.example.com/orders (status 403) has no Access-Control-Allow-Origin, probably because the server rejects such requests from the origin https://app.example.com before they run, as enforce of strict-cors does. Fix: if pages of https://app.example.com are meant to send it, allow that origin on the server; if not, nothing is wrong.',
    chromiumIssue: 'MissingAllowOriginHeader',
  },
  {
    code: 'allow-origin-missing',
    because: 'the server rejects the write of a sandboxed page',
    transport: responding(reply(403, [['Vary', 'Origin, Sec-Fetch-Site']])),
    init: { method: 'POST' },
    origin: 'null',
    message:
      'The response from https://api.example.com/orders (status 403) has no Access-Control-Allow-Origin, probably because the server rejects such requests from the origin null before they run, as enforce of strict-cors does. Fix: make the request from a page with an origin of its own; nothing is wrong with the server.',
    chromiumIssue: 'MissingAllowOriginHeader',
  },
  {
    code: 'allow-origin-missing',
    because: 'a 403 that is the same for everybody has no Access-Control-Allow-Origin',
    transport: responding(reply(403, [['Vary', 'Origin, X-Sec-Fetch-Site']])),
    message:
      'The response from https://api.example.com/orders (status 403) has no Access-Control-Allow-Origin, but the origin https://app.example.com needs one. Fix: send Access-Control-Allow-Origin: https://app.example.com with every response, error responses included.',
    chromiumIssue: 'MissingAllowOriginHeader',
  },
  {
    code: 'allow-origin-multiple',
    because: 'two lines allow the same origin',
    transport: allowOrigin(PAGE, PAGE),
    message:
      'The response from https://api.example.com/orders (status 200) has several values in Access-Control-Allow-Origin, "https://app.example.com, https://app.example.com", but only one is allowed. Fix: send Access-Control-Allow-Origin: https://app.example.com once; a second line often comes from a proxy or a second CORS middleware.',
    chromiumIssue: 'MultipleAllowOriginValues',
  },
  {
    code: 'allow-origin-invalid',
    because: 'the value is not an origin, and its control characters are shown escaped',
    transport: allowOrigin('\x1b[31m*'),
    message:
      'The response from https://api.example.com/orders (status 200) has Access-Control-Allow-Origin "\\u001b[31m*", which is not an origin. Fix: send Access-Control-Allow-Origin: https://app.example.com.',
    chromiumIssue: 'InvalidAllowOriginValue',
  },
  {
    code: 'allow-origin-mismatch',
    because: 'the value has a slash at its end',
    transport: allowOrigin(`${PAGE}/`),
    message:
      'The response from https://api.example.com/orders (status 200) has Access-Control-Allow-Origin "https://app.example.com/", which is not the origin https://app.example.com. Fix: send Access-Control-Allow-Origin: https://app.example.com; the two are compared character by character.',
    chromiumIssue: 'AllowOriginMismatch',
  },
  {
    code: 'allow-origin-mismatch',
    because: 'a long value is another origin, and the message cuts it',
    transport: allowOrigin(`https://${'a'.repeat(200)}`),
    message: `The response from https://api.example.com/orders (status 200) has Access-Control-Allow-Origin "https://${'a'.repeat(92)}…", which is not the origin https://app.example.com. Fix: send Access-Control-Allow-Origin: https://app.example.com; the two are compared character by character.`,
    chromiumIssue: 'AllowOriginMismatch',
  },
  {
    code: 'allow-origin-mismatch',
    because: 'only sandboxed pages are allowed',
    transport: allowOrigin('null'),
    message:
      'The response from https://api.example.com/orders (status 200) has Access-Control-Allow-Origin "null", which is not the origin https://app.example.com. Fix: send Access-Control-Allow-Origin: https://app.example.com; the two are compared character by character.',
    chromiumIssue: 'AllowOriginMismatch',
  },
  {
    code: 'allow-origin-wildcard-with-credentials',
    because: '* does not count with credentials',
    transport: allowOrigin('*'),
    init: include,
    message:
      'The response from https://api.example.com/orders (status 200) has Access-Control-Allow-Origin "*", which does not count when credentials are included. Fix: send Access-Control-Allow-Origin: https://app.example.com and Access-Control-Allow-Credentials: true, or make the request without credentials: \'include\'.',
    chromiumIssue: 'WildcardOriginNotAllowed',
  },
  {
    code: 'allow-credentials-not-true',
    because: 'credentials are not allowed at all',
    transport: allowOrigin(PAGE),
    init: include,
    message:
      "The response from https://api.example.com/orders (status 200) has no Access-Control-Allow-Credentials, but credentials are included. Fix: send Access-Control-Allow-Credentials: true, in lower case, or make the request without credentials: 'include'.",
    chromiumIssue: 'InvalidAllowCredentials',
  },
  {
    code: 'allow-credentials-not-true',
    because: 'the response to the preflight says True',
    transport: responding(reply(204, shared(['Access-Control-Allow-Credentials', 'True']))),
    init: { ...include, ...put },
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Credentials "True", but credentials are included. Fix: send Access-Control-Allow-Credentials: true, in lower case, or make the request without credentials: \'include\'.',
    chromiumIssue: 'PreflightInvalidAllowCredentials',
  },
  {
    code: 'preflight-redirected',
    because: 'a log-in page gets in the way of OPTIONS',
    transport: responding(reply(302, [['Location', '/login']])),
    init: put,
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 302) is a redirect, and browsers do not follow redirects of a preflight. Fix: respond to OPTIONS before anything redirects, such as a log-in page, a rule from http to https, or one that adds a slash to the path.',
    chromiumIssue: 'PreflightDisallowedRedirect',
  },
  {
    code: 'preflight-status-not-ok',
    because: 'OPTIONS has no route',
    transport: responding(reply(404, shared())),
    init: put,
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 404) does not have an ok status (200 to 299). Fix: respond to OPTIONS with 204 on this path, before authentication and before the routes.',
    chromiumIssue: 'PreflightInvalidStatus',
  },
  {
    code: 'allow-methods-invalid',
    because: 'a method name has a space',
    transport: responding(reply(204, shared(['Access-Control-Allow-Methods', 'GET PUT']))),
    init: put,
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Methods "GET PUT", which is not a list of methods. Fix: send method names, separated by commas.',
    chromiumIssue: 'InvalidAllowMethodsPreflightResponse',
  },
  {
    code: 'allow-headers-invalid',
    because: 'a header name has a space',
    transport: responding(reply(204, shared(['Access-Control-Allow-Headers', 'x a']))),
    init: xa,
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Headers "x a", which is not a list of header names. Fix: send header names, separated by commas.',
    chromiumIssue: 'InvalidAllowHeadersPreflightResponse',
  },
  {
    code: 'method-not-in-allow-methods',
    because: 'the list lacks the method',
    transport: responding(reply(204, shared(['Access-Control-Allow-Methods', 'GET,HEAD']))),
    init: put,
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Methods "GET,HEAD", but the method is "PUT". Fix: add PUT to Access-Control-Allow-Methods.',
    chromiumIssue: 'MethodDisallowedByPreflightResponse',
  },
  {
    code: 'method-not-in-allow-methods',
    because: 'there is no list',
    transport: responding(reply(204, shared())),
    init: { method: 'patch' },
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has no Access-Control-Allow-Methods, but the method is "patch". Fix: add patch to Access-Control-Allow-Methods.',
    chromiumIssue: 'MethodDisallowedByPreflightResponse',
  },
  {
    code: 'method-not-in-allow-methods',
    because: 'the list has the method in upper case',
    transport: responding(reply(204, shared(['Access-Control-Allow-Methods', 'PATCH']))),
    init: { method: 'patch' },
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Methods "PATCH", but the method is "patch". Fix: have the page send PATCH in upper case, because method names are case-sensitive.',
    chromiumIssue: 'MethodDisallowedByPreflightResponse',
  },
  {
    code: 'method-not-in-allow-methods',
    because: '* is not a wildcard with credentials',
    transport: responding(
      reply(
        204,
        shared(['Access-Control-Allow-Credentials', 'true'], ['Access-Control-Allow-Methods', '*']),
      ),
    ),
    init: { ...put, ...include },
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Methods "*", but the method is "PUT" ("*" is not a wildcard when credentials are included). Fix: add PUT to Access-Control-Allow-Methods.',
    chromiumIssue: 'MethodDisallowedByPreflightResponse',
  },
  {
    code: 'header-not-in-allow-headers',
    because: 'the list lacks three headers',
    transport: responding(reply(204, shared(['Access-Control-Allow-Headers', 'x-a']))),
    init: { headers: { 'X-D': '1', 'X-C': '1', 'X-B': '1', 'X-A': '1' } },
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Headers "x-a", but the request has x-b, x-c and x-d. Fix: add x-b, x-c and x-d to Access-Control-Allow-Headers.',
    chromiumIssue: 'HeaderDisallowedByPreflightResponse',
  },
  {
    code: 'header-not-in-allow-headers',
    because: '* is not a wildcard with credentials',
    transport: responding(
      reply(
        204,
        shared(['Access-Control-Allow-Credentials', 'true'], ['Access-Control-Allow-Headers', '*']),
      ),
    ),
    init: { ...xa, ...include },
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Headers "*", but the request has x-a ("*" is not a wildcard when credentials are included). Fix: add x-a to Access-Control-Allow-Headers.',
    chromiumIssue: 'HeaderDisallowedByPreflightResponse',
  },
  {
    code: 'authorization-under-wildcard',
    because: '* does not cover Authorization',
    transport: responding(reply(204, shared(['Access-Control-Allow-Headers', '*']))),
    init: { headers: { Authorization: 'Bearer x', 'X-A': '1' } },
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 204) has Access-Control-Allow-Headers "*", but "*" does not cover Authorization (Chromium, Firefox and WebKit still allow it, and announce the change). Fix: name Authorization as well: send Access-Control-Allow-Headers: *, Authorization.',
    chromiumIssue: null,
  },
  {
    code: 'cross-origin-in-same-origin-mode',
    because: 'the mode is "same-origin"',
    transport: responding(reply(200)),
    init: { mode: 'same-origin' },
    message:
      'The URL https://api.example.com/orders is cross-origin to https://app.example.com, but the mode is "same-origin". Fix: make the request with mode "cors".',
    chromiumIssue: 'DisallowedByMode',
  },
  {
    code: 'redirect-mode-in-no-cors-mode',
    because: 'a no-cors request must follow redirects',
    transport: responding(reply(200)),
    init: { mode: 'no-cors', redirect: 'manual' },
    message:
      'The redirect mode is "manual", but a cross-origin request with mode "no-cors" can only follow redirects. Fix: make the request with redirect "follow" or mode "cors".',
    chromiumIssue: 'NoCorsRedirectModeNotFollow',
  },
  {
    code: 'redirect-in-error-mode',
    because: 'the redirect mode is "error"',
    transport: redirect('/elsewhere'),
    init: { redirect: 'error' },
    message:
      'The response from https://api.example.com/orders (status 302) is a redirect, but the redirect mode is "error". Fix: respond without a redirect, or make the request with redirect "follow".',
    chromiumIssue: null,
  },
  {
    code: 'redirect-location-invalid',
    because: 'the Location does not parse',
    transport: redirect('http://['),
    message:
      'The response from https://api.example.com/orders (status 302) redirects to "http://[", which is not a single valid URL. Fix: send one Location with one URL, percent-encoded if necessary.',
    chromiumIssue: null,
  },
  {
    code: 'redirect-location-invalid',
    because: 'there are two Location lines',
    transport: redirect('/a', '/b'),
    message:
      'The response from https://api.example.com/orders (status 302) redirects to "/a, /b", which is not a single valid URL. Fix: send one Location with one URL, percent-encoded if necessary.',
    chromiumIssue: null,
  },
  {
    code: 'redirect-scheme-not-http',
    because: 'the redirect leads to an app',
    transport: redirect('myapp://orders'),
    message:
      'The response from https://api.example.com/orders (status 302) redirects to "myapp://orders", but fetch() follows only http: and https:. Fix: redirect to an http: or https: URL.',
    chromiumIssue: 'CorsDisabledScheme',
  },
  {
    code: 'redirect-with-userinfo',
    because: 'the redirect leads to a URL with a password',
    transport: redirect('https://u:p@api.example.com/'),
    message:
      'The response from https://api.example.com/orders (status 302) redirects to "https://u:p@api.example.com/", which has a user name or a password. Fix: redirect to a URL without a user name and a password.',
    chromiumIssue: 'RedirectContainsCredentials',
  },
  {
    code: 'redirect-limit-reached',
    because: 'the redirect leads to itself',
    transport: redirect('/orders'),
    message:
      'The response from https://api.example.com/orders (status 302) is the 21st redirect in a row. Fix: look for a loop, such as two redirects that lead to each other.',
    chromiumIssue: null,
  },
  {
    code: 'cross-origin-resource-policy',
    because: 'the resource policy is "same-origin"',
    transport: responding(reply(200, [['Cross-Origin-Resource-Policy', 'same-origin']])),
    init: { mode: 'no-cors' },
    message:
      'The response from https://api.example.com/orders (status 200) has Cross-Origin-Resource-Policy: same-origin, but the page is at https://app.example.com. Fix: send Cross-Origin-Resource-Policy: cross-origin, or make the request with mode "cors".',
    chromiumIssue: null,
  },
  {
    code: 'proxy-authentication-required',
    because: 'a server asks for what only a proxy may',
    transport: responding(reply(407, shared())),
    message:
      'The response from https://api.example.com/orders (status 407) asks for proxy authentication, which only a proxy may do (Firefox lets the page read it anyway). Fix: respond with 401 or 403.',
    chromiumIssue: null,
  },
  {
    code: 'proxy-authentication-required',
    because: 'the response to a preflight asks for proxy authentication',
    transport: responding(reply(407, shared())),
    init: put,
    phase: 'preflight',
    message:
      'The response to the CORS-preflight request for https://api.example.com/orders (status 407) asks for proxy authentication, which only a proxy may do. Fix: respond with 401 or 403.',
    chromiumIssue: null,
  },
  {
    code: 'no-answer',
    because: 'the transport throws',
    transport: () => {
      throw new Error('connect ECONNREFUSED')
    },
    message:
      'There is no usable response from https://api.example.com/orders: connect ECONNREFUSED. Fix: check that the server runs at this address and responds over HTTP.',
    chromiumIssue: null,
  },
  {
    code: 'no-answer',
    because: 'the transport rejects with something other than an error',
    transport: () => Promise.reject('offline'),
    message:
      'There is no usable response from https://api.example.com/orders: offline. Fix: check that the server runs at this address and responds over HTTP.',
    chromiumIssue: null,
  },
  {
    code: 'no-answer',
    because: 'the transport rejects with what has no text',
    transport: () => Promise.reject(Object.create(null)),
    message:
      'There is no usable response from https://api.example.com/orders: a value that has no text (object). Fix: check that the server runs at this address and responds over HTTP.',
    chromiumIssue: null,
  },
  {
    code: 'no-answer',
    because: 'the response of the transport fails when it is read',
    transport: () => ({
      headers: [],
      get status(): number {
        throw new Error('the response is closed')
      },
    }),
    message:
      'There is no usable response from https://api.example.com/orders: the response is closed. Fix: check that the server runs at this address and responds over HTTP.',
    chromiumIssue: null,
  },
  {
    code: 'no-answer',
    because: 'a header value has a NUL',
    transport: allowOrigin('*\0'),
    message:
      'There is no usable response from https://api.example.com/orders: the header Access-Control-Allow-Origin has the forbidden value "*\\u0000". Fix: send only headers that HTTP allows: the name is a token, and the value has no NUL, CR or LF.',
    chromiumIssue: null,
  },
  {
    code: 'no-answer',
    because: 'a header name has a space',
    transport: responding(reply(200, [['Access Control', '*']])),
    message:
      'There is no usable response from https://api.example.com/orders: the header name "Access Control" is not a token. Fix: send only headers that HTTP allows: the name is a token, and the value has no NUL, CR or LF.',
    chromiumIssue: null,
  },
]

describe('a blocked verdict', () => {
  it.each(cases)('$code: $because', async (item) => {
    const page = createPage(item.transport, { origin: item.origin ?? PAGE })
    const verdict = await page.check(ORDERS, item.init)
    expect(verdict).toMatchObject({
      outcome: 'blocked',
      code: item.code,
      message: item.message,
      phase: item.phase ?? 'request',
      chromiumIssue: item.chromiumIssue,
    })
  })

  it('exists for every code of the table', () => {
    expect(new Set(cases.map(({ code }) => code))).toEqual(new Set(Object.keys(BLOCKED)))
  })

  it('names a step with its anchor in the standard, for every code', () => {
    for (const { step } of Object.values(BLOCKED)) {
      expect(step).toMatch(/^[a-zA-Z -]+ fetch|^CORS check/)
      expect(step).toMatch(/, https:\/\/fetch\.spec\.whatwg\.org\/#[a-z0-9-]+$/)
    }
  })

  it('carries the step and the fix apart from the message', async () => {
    const verdict = await createPage(responding(reply(200)), { origin: PAGE }).check(ORDERS)
    expect(verdict).toMatchObject({
      step: 'CORS check, step 2, https://fetch.spec.whatwg.org/#concept-cors-check',
      fix: 'send Access-Control-Allow-Origin: https://app.example.com with every response, error responses included',
    })
  })

  it('has no response', async () => {
    const verdict = await createPage(responding(reply(200)), { origin: PAGE }).check(ORDERS)
    expect(verdict.response).toBeUndefined()
    expect(Object.keys(verdict)).toEqual([
      'outcome',
      'code',
      'message',
      'phase',
      'step',
      'fix',
      'chromiumIssue',
      'exchanges',
    ])
  })

  it('is frozen with its exchanges', async () => {
    const verdict = await createPage(routes({ '/orders': reply(200) }), { origin: PAGE }).check(
      ORDERS,
    )
    const parts = [
      verdict,
      verdict.exchanges,
      ...verdict.exchanges.flatMap((exchange) => {
        const { request, response } = exchange
        return [exchange, request, request.headers, response, response?.headers]
      }),
    ]
    expect(parts).toHaveLength(7)
    expect(parts.filter((part) => typeof part !== 'object' || part === null)).toEqual([])
    expect(parts.every(Object.isFrozen)).toBe(true)
  })
})
