import type { AnswerFacts, BlockedCode, BlockedFacts, ExchangeKind } from '../algorithms/blocked-facts.js'
import { enumerate, quote } from '../quote.js'

interface Reason<Facts> {
  /** The step that fails, with its anchor in the Fetch standard. */
  readonly step: string
  /** Chromium's name in its `CorsIssue`; `null` where it reports none. */
  readonly chromium: Readonly<Record<ExchangeKind, string | null>>
  /** One sentence with the values seen, without full stop. */
  readonly problem: (facts: Facts, during: ExchangeKind) => string
  /** What to change, and where; one sentence without full stop. */
  readonly repair: (facts: Facts) => string
}

const STANDARD = 'https://fetch.spec.whatwg.org/'
const CORS_CHECK = `${STANDARD}#concept-cors-check`
const PREFLIGHT_FETCH = `${STANDARD}#cors-preflight-fetch-0`
const MAIN_FETCH = `${STANDARD}#concept-main-fetch`
const HTTP_FETCH = `${STANDARD}#concept-http-fetch`
const REDIRECT_FETCH = `${STANDARD}#concept-http-redirect-fetch`
const NETWORK_OR_CACHE_FETCH = `${STANDARD}#concept-http-network-or-cache-fetch`
const NETWORK_FETCH = `${STANDARD}#concept-http-network-fetch`

/** Every reason for which a browser keeps an answer from the page. */
export const BLOCKED: { readonly [Code in BlockedCode]: Reason<BlockedFacts[Code]> } = {
  'allow-origin-missing': {
    step: `CORS check, step 2, ${CORS_CHECK}`,
    chromium: inBoth('MissingAllowOriginHeader'),
    problem: (facts, during) =>
      `${answer(facts, during)} has no Access-Control-Allow-Origin, and the origin ${facts.origin} needs one`,
    repair: (facts) => `${sendOrigin(facts.origin)} with every answer, error answers included`,
  },
  'allow-origin-multiple': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromium: inBoth('MultipleAllowOriginValues'),
    problem: (facts, during) =>
      `${answer(facts, during)} has several values in Access-Control-Allow-Origin, ${quote(facts.value)}, where one is allowed`,
    repair: (facts) =>
      `${sendOrigin(facts.origin)} once; a second line often comes from a proxy or a second CORS middleware`,
  },
  'allow-origin-invalid': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromium: inBoth('InvalidAllowOriginValue'),
    problem: (facts, during) =>
      `${answer(facts, during)} has Access-Control-Allow-Origin ${quote(facts.value)}, which is no origin`,
    repair: (facts) => sendOrigin(facts.origin),
  },
  'allow-origin-mismatch': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromium: inBoth('AllowOriginMismatch'),
    problem: (facts, during) =>
      `${answer(facts, during)} has Access-Control-Allow-Origin ${quote(facts.value)}, which is not the origin ${facts.origin}`,
    repair: (facts) => `${sendOrigin(facts.origin)}; the two are compared character by character`,
  },
  'allow-origin-wildcard-with-credentials': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromium: inBoth('WildcardOriginNotAllowed'),
    problem: (facts, during) =>
      `${answer(facts, during)} has Access-Control-Allow-Origin "*", which does not count when credentials are included`,
    repair: (facts) =>
      `${sendOrigin(facts.origin)} and Access-Control-Allow-Credentials: true, or make the request without credentials: 'include'`,
  },
  'allow-credentials-not-true': {
    step: `CORS check, step 8, ${CORS_CHECK}`,
    chromium: inBoth('InvalidAllowCredentials'),
    problem: (facts, during) =>
      `${answer(facts, during)} has ${header('Access-Control-Allow-Credentials', facts.value)}, and credentials are included`,
    repair: () =>
      "send Access-Control-Allow-Credentials: true, in lower case, or make the request without credentials: 'include'",
  },
  'preflight-redirected': {
    step: `CORS-preflight fetch, step 8, ${PREFLIGHT_FETCH}`,
    chromium: inPreflight('PreflightDisallowedRedirect'),
    problem: (facts, during) =>
      `${answer(facts, during)} is a redirect, and a preflight follows none`,
    repair: () =>
      'answer OPTIONS before anything redirects: a log-in page, http to https, a slash at the end of the path',
  },
  'preflight-status-not-ok': {
    step: `CORS-preflight fetch, step 8, ${PREFLIGHT_FETCH}`,
    chromium: inPreflight('PreflightInvalidStatus'),
    problem: (facts, during) => `${answer(facts, during)} has no ok status, 200 to 299`,
    repair: () =>
      'answer OPTIONS with 204 on this path, before authentication and before the routes',
  },
  'allow-methods-invalid': {
    step: `CORS-preflight fetch, step 7.3, ${PREFLIGHT_FETCH}`,
    chromium: inPreflight('InvalidAllowMethodsPreflightResponse'),
    problem: (facts, during) =>
      `${answer(facts, during)} has ${header('Access-Control-Allow-Methods', facts.value)}, which is no list of methods`,
    repair: () => 'send method names, with commas between them',
  },
  'allow-headers-invalid': {
    step: `CORS-preflight fetch, step 7.3, ${PREFLIGHT_FETCH}`,
    chromium: inPreflight('InvalidAllowHeadersPreflightResponse'),
    problem: (facts, during) =>
      `${answer(facts, during)} has ${header('Access-Control-Allow-Headers', facts.value)}, which is no list of header names`,
    repair: () => 'send header names, with commas between them',
  },
  'method-not-in-allow-methods': {
    step: `CORS-preflight fetch, step 7.5, ${PREFLIGHT_FETCH}`,
    chromium: inPreflight('MethodDisallowedByPreflightResponse'),
    problem: (facts, during) =>
      `${answer(facts, during)} has ${header('Access-Control-Allow-Methods', facts.value)}, and the method is ${quote(facts.method)}${literalWildcard(facts)}`,
    repair: ({ method, value }) =>
      method !== method.toUpperCase() && value?.includes(method.toUpperCase())
        ? `have the page send ${method.toUpperCase()} in upper case, for methods are compared by case`
        : `add ${method} to Access-Control-Allow-Methods`,
  },
  'header-not-in-allow-headers': {
    step: `CORS-preflight fetch, step 7.7, ${PREFLIGHT_FETCH}`,
    chromium: inPreflight('HeaderDisallowedByPreflightResponse'),
    problem: (facts, during) =>
      `${answer(facts, during)} has ${header('Access-Control-Allow-Headers', facts.value)}, which lacks ${enumerate(facts.names, 'and')}${literalWildcard(facts)}`,
    repair: (facts) => `add ${enumerate(facts.names, 'and')} to Access-Control-Allow-Headers`,
  },
  'authorization-under-wildcard': {
    step: `CORS-preflight fetch, step 7.6, ${PREFLIGHT_FETCH}`,
    // Chromium 156, Firefox 153 and WebKitGTK 2.50 let this pass; Chromium reports the deprecation
    // issue AuthorizationCoveredByWildcard.
    chromium: inPreflight(null),
    problem: (facts, during) =>
      `${answer(facts, during)} has ${header('Access-Control-Allow-Headers', facts.value)}, and "*" does not cover Authorization (Chromium, Firefox and WebKit still let it pass, and announce the change)`,
    repair: () => 'name Authorization in Access-Control-Allow-Headers: *, Authorization',
  },
  'cross-origin-in-same-origin-mode': {
    step: `main fetch, step 12, ${MAIN_FETCH}`,
    chromium: inRequest('DisallowedByMode'),
    problem: (facts) =>
      `the URL ${facts.url} is cross-origin to ${facts.origin}, and the mode is "same-origin"`,
    repair: () => 'make the request with mode "cors"',
  },
  'redirect-mode-in-no-cors-mode': {
    step: `main fetch, step 12, ${MAIN_FETCH}`,
    chromium: inRequest('NoCorsRedirectModeNotFollow'),
    problem: (facts) =>
      `the redirect mode is ${quote(facts.redirect)}, and a cross-origin request with mode "no-cors" can only follow redirects`,
    repair: () => 'make the request with redirect "follow" or mode "cors"',
  },
  'redirect-in-error-mode': {
    step: `HTTP fetch, step 6.3, ${HTTP_FETCH}`,
    chromium: inRequest(null),
    problem: (facts, during) =>
      `${answer(facts, during)} is a redirect, and the redirect mode is "error"`,
    repair: () => 'answer without a redirect, or make the request with redirect "follow"',
  },
  'redirect-location-invalid': {
    step: `HTTP-redirect fetch, step 5, ${REDIRECT_FETCH}`,
    chromium: inRequest(null),
    problem: (facts, during) =>
      `${answer(facts, during)} redirects to ${quote(facts.location)}, which is not one URL`,
    repair: () => 'send one Location with a URL, percent-encoded where needed',
  },
  'redirect-scheme-not-http': {
    step: `HTTP-redirect fetch, step 6, ${REDIRECT_FETCH}`,
    // Chromium 156 reports none where the scheme is data: or file:.
    chromium: inRequest('CorsDisabledScheme'),
    problem: (facts, during) =>
      `${answer(facts, during)} redirects to ${quote(facts.location)}, and fetch() follows only http: and https:`,
    repair: () => 'redirect to an http: or https: URL',
  },
  'redirect-with-userinfo': {
    step: `HTTP-redirect fetch, steps 9 and 10, ${REDIRECT_FETCH}`,
    chromium: inRequest('RedirectContainsCredentials'),
    problem: (facts, during) =>
      `${answer(facts, during)} redirects to ${quote(facts.location)}, which has a user name or a password`,
    repair: () => 'redirect to a URL without user name and password',
  },
  'redirect-limit-reached': {
    step: `HTTP-redirect fetch, step 7, ${REDIRECT_FETCH}`,
    chromium: inRequest(null),
    problem: (facts, during) => `${answer(facts, during)} is the 21st redirect in a row`,
    repair: () => 'look for a loop, such as two redirects that lead to each other',
  },
  'cross-origin-resource-policy': {
    step: `HTTP fetch, step 5, ${HTTP_FETCH}`,
    // Chromium reports a BlockedByResponseIssue.
    chromium: inRequest(null),
    problem: (facts, during) =>
      `${answer(facts, during)} has Cross-Origin-Resource-Policy: same-origin, and the origin is ${facts.origin}`,
    repair: () =>
      'send Cross-Origin-Resource-Policy: cross-origin, or make the request with mode "cors"',
  },
  'proxy-authentication-required': {
    step: `HTTP-network-or-cache fetch, step 16, ${NETWORK_OR_CACHE_FETCH}`,
    chromium: { preflight: null, request: null },
    problem: (facts, during) =>
      `${answer(facts, during)} asks for authentication by a proxy, and only a proxy may${during === 'request' ? ' (Firefox lets the page read it all the same)' : ''}`,
    repair: () => 'answer with 401, or with 403',
  },
  'no-answer': {
    step: `HTTP-network fetch, ${NETWORK_FETCH}`,
    chromium: { preflight: null, request: null },
    problem: (facts) => `there is no usable answer of ${facts.url}: ${facts.reason}`,
    repair: () => 'check that the server runs at this address and answers in HTTP',
  },
}

function inBoth(name: string): Reason<never>['chromium'] {
  return { preflight: `Preflight${name}`, request: name }
}

function inPreflight(name: string | null): Reason<never>['chromium'] {
  return { preflight: name, request: null }
}

function inRequest(name: string | null): Reason<never>['chromium'] {
  return { preflight: null, request: name }
}

function answer({ url, status }: AnswerFacts, during: ExchangeKind): string {
  const subject =
    during === 'preflight' ? 'the answer to the CORS-preflight request for' : 'the answer of'
  return `${subject} ${url} (status ${status})`
}

function header(name: string, value: string | null): string {
  return value === null ? `no ${name}` : `${name} ${quote(value)}`
}

function sendOrigin(origin: string): string {
  const caution =
    origin === 'null'
      ? ' (which lets in every sandboxed page; better call from a page with an origin of its own)'
      : ''
  return `send Access-Control-Allow-Origin: ${origin}${caution}`
}

/** Why a wildcard in the list did not help. */
function literalWildcard(facts: { value: string | null; credentials: boolean }): string {
  return facts.credentials && facts.value?.includes('*')
    ? ' ("*" is no wildcard when credentials are included)'
    : ''
}
