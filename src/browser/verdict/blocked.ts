import { enumerate, quote } from '../../fetch/quote.js'
import type {
  BlockedCode,
  BlockedFacts,
  ExchangeKind,
  NoAnswerCause,
  ResponseFacts,
} from '../algorithms/blocked-facts.js'

interface Reason<Facts> {
  /** The step that fails, with its anchor in the Fetch standard. */
  readonly step: string
  /** Chromium's name in its `CorsIssue`; `null` where it reports none. */
  readonly chromiumIssue: Readonly<Record<ExchangeKind, string | null>>
  /** One sentence with the values seen, without full stop. */
  readonly problem: (facts: Facts, phase: ExchangeKind) => string
  /** What to change, and where; one sentence without full stop. */
  readonly fix: (facts: Facts) => string
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
    chromiumIssue: inBoth('MissingAllowOriginHeader'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has no Access-Control-Allow-Origin, and the origin ${facts.origin} needs one`,
    fix: (facts) => `${sendOrigin(facts.origin)} with every answer, error answers included`,
  },
  'allow-origin-multiple': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromiumIssue: inBoth('MultipleAllowOriginValues'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has several values in Access-Control-Allow-Origin, ${quote(facts.value)}, where one is allowed`,
    fix: (facts) =>
      `${sendOrigin(facts.origin)} once; a second line often comes from a proxy or a second CORS middleware`,
  },
  'allow-origin-invalid': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromiumIssue: inBoth('InvalidAllowOriginValue'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has Access-Control-Allow-Origin ${quote(facts.value)}, which is no origin`,
    fix: (facts) => sendOrigin(facts.origin),
  },
  'allow-origin-mismatch': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromiumIssue: inBoth('AllowOriginMismatch'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has Access-Control-Allow-Origin ${quote(facts.value)}, which is not the origin ${facts.origin}`,
    fix: (facts) => `${sendOrigin(facts.origin)}; the two are compared character by character`,
  },
  'allow-origin-wildcard-with-credentials': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromiumIssue: inBoth('WildcardOriginNotAllowed'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has Access-Control-Allow-Origin "*", which does not count when credentials are included`,
    fix: (facts) =>
      `${sendOrigin(facts.origin)} and Access-Control-Allow-Credentials: true, or make the request without credentials: 'include'`,
  },
  'allow-credentials-not-true': {
    step: `CORS check, step 8, ${CORS_CHECK}`,
    chromiumIssue: inBoth('InvalidAllowCredentials'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has ${header('Access-Control-Allow-Credentials', facts.value)}, and credentials are included`,
    fix: () =>
      "send Access-Control-Allow-Credentials: true, in lower case, or make the request without credentials: 'include'",
  },
  'preflight-redirected': {
    step: `CORS-preflight fetch, step 8, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('PreflightDisallowedRedirect'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} is a redirect, and a preflight follows none`,
    fix: () =>
      'answer OPTIONS before anything redirects: a log-in page, http to https, a slash at the end of the path',
  },
  'preflight-status-not-ok': {
    step: `CORS-preflight fetch, step 8, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('PreflightInvalidStatus'),
    problem: (facts, phase) => `${answer(facts, phase)} has no ok status, 200 to 299`,
    fix: () => 'answer OPTIONS with 204 on this path, before authentication and before the routes',
  },
  'allow-methods-invalid': {
    step: `CORS-preflight fetch, step 7.3, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('InvalidAllowMethodsPreflightResponse'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has ${header('Access-Control-Allow-Methods', facts.value)}, which is no list of methods`,
    fix: () => 'send method names, with commas between them',
  },
  'allow-headers-invalid': {
    step: `CORS-preflight fetch, step 7.3, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('InvalidAllowHeadersPreflightResponse'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has ${header('Access-Control-Allow-Headers', facts.value)}, which is no list of header names`,
    fix: () => 'send header names, with commas between them',
  },
  'method-not-in-allow-methods': {
    step: `CORS-preflight fetch, step 7.5, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('MethodDisallowedByPreflightResponse'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has ${header('Access-Control-Allow-Methods', facts.value)}, and the method is ${quote(facts.method)}${literalWildcard(facts)}`,
    fix: ({ method, value }) =>
      method !== method.toUpperCase() && value?.includes(method.toUpperCase())
        ? `have the page send ${method.toUpperCase()} in upper case, for methods are compared by case`
        : `add ${method} to Access-Control-Allow-Methods`,
  },
  'header-not-in-allow-headers': {
    step: `CORS-preflight fetch, step 7.7, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('HeaderDisallowedByPreflightResponse'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has ${header('Access-Control-Allow-Headers', facts.value)}, which lacks ${enumerate(facts.names, 'and')}${literalWildcard(facts)}`,
    fix: (facts) => `add ${enumerate(facts.names, 'and')} to Access-Control-Allow-Headers`,
  },
  'authorization-under-wildcard': {
    step: `CORS-preflight fetch, step 7.6, ${PREFLIGHT_FETCH}`,
    // Chromium 156, Firefox 153 and WebKitGTK 2.50 let this pass; Chromium reports the deprecation
    // issue AuthorizationCoveredByWildcard.
    chromiumIssue: inPreflight(null),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has ${header('Access-Control-Allow-Headers', facts.value)}, and "*" does not cover Authorization (Chromium, Firefox and WebKit still let it pass, and announce the change)`,
    fix: () => 'name Authorization in Access-Control-Allow-Headers: *, Authorization',
  },
  'cross-origin-in-same-origin-mode': {
    step: `main fetch, step 12, ${MAIN_FETCH}`,
    chromiumIssue: inRequest('DisallowedByMode'),
    problem: (facts) =>
      `the URL ${facts.url} is cross-origin to ${facts.origin}, and the mode is "same-origin"`,
    fix: () => 'make the request with mode "cors"',
  },
  'redirect-mode-in-no-cors-mode': {
    step: `main fetch, step 12, ${MAIN_FETCH}`,
    chromiumIssue: inRequest('NoCorsRedirectModeNotFollow'),
    problem: (facts) =>
      `the redirect mode is ${quote(facts.redirect)}, and a cross-origin request with mode "no-cors" can only follow redirects`,
    fix: () => 'make the request with redirect "follow" or mode "cors"',
  },
  'redirect-in-error-mode': {
    step: `HTTP fetch, step 6.3, ${HTTP_FETCH}`,
    chromiumIssue: inRequest(null),
    problem: (facts, phase) =>
      `${answer(facts, phase)} is a redirect, and the redirect mode is "error"`,
    fix: () => 'answer without a redirect, or make the request with redirect "follow"',
  },
  'redirect-location-invalid': {
    step: `HTTP-redirect fetch, step 5, ${REDIRECT_FETCH}`,
    chromiumIssue: inRequest(null),
    problem: (facts, phase) =>
      `${answer(facts, phase)} redirects to ${quote(facts.location)}, which is not one URL`,
    fix: () => 'send one Location with a URL, percent-encoded where needed',
  },
  'redirect-scheme-not-http': {
    step: `HTTP-redirect fetch, step 6, ${REDIRECT_FETCH}`,
    // Chromium 156 reports none where the scheme is data: or file:.
    chromiumIssue: inRequest('CorsDisabledScheme'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} redirects to ${quote(facts.location)}, and fetch() follows only http: and https:`,
    fix: () => 'redirect to an http: or https: URL',
  },
  'redirect-with-userinfo': {
    step: `HTTP-redirect fetch, steps 9 and 10, ${REDIRECT_FETCH}`,
    chromiumIssue: inRequest('RedirectContainsCredentials'),
    problem: (facts, phase) =>
      `${answer(facts, phase)} redirects to ${quote(facts.location)}, which has a user name or a password`,
    fix: () => 'redirect to a URL without user name and password',
  },
  'redirect-limit-reached': {
    step: `HTTP-redirect fetch, step 7, ${REDIRECT_FETCH}`,
    chromiumIssue: inRequest(null),
    problem: (facts, phase) => `${answer(facts, phase)} is the 21st redirect in a row`,
    fix: () => 'look for a loop, such as two redirects that lead to each other',
  },
  'cross-origin-resource-policy': {
    step: `HTTP fetch, step 5, ${HTTP_FETCH}`,
    // Chromium reports a BlockedByResponseIssue.
    chromiumIssue: inRequest(null),
    problem: (facts, phase) =>
      `${answer(facts, phase)} has Cross-Origin-Resource-Policy: same-origin, and the origin is ${facts.origin}`,
    fix: () =>
      'send Cross-Origin-Resource-Policy: cross-origin, or make the request with mode "cors"',
  },
  'proxy-authentication-required': {
    step: `HTTP-network-or-cache fetch, step 16, ${NETWORK_OR_CACHE_FETCH}`,
    chromiumIssue: { preflight: null, request: null },
    problem: (facts, phase) =>
      `${answer(facts, phase)} asks for authentication by a proxy, and only a proxy may${phase === 'request' ? ' (Firefox lets the page read it all the same)' : ''}`,
    fix: () => 'answer with 401, or with 403',
  },
  'no-answer': {
    step: `HTTP-network fetch, ${NETWORK_FETCH}`,
    chromiumIssue: { preflight: null, request: null },
    problem: (facts) => `there is no usable answer of ${facts.url}: ${describeCause(facts.cause)}`,
    fix: () => 'check that the server runs at this address and answers in HTTP',
  },
}

function inBoth(name: string): Reason<never>['chromiumIssue'] {
  return { preflight: `Preflight${name}`, request: name }
}

function inPreflight(name: string | null): Reason<never>['chromiumIssue'] {
  return { preflight: name, request: null }
}

function inRequest(name: string | null): Reason<never>['chromiumIssue'] {
  return { preflight: null, request: name }
}

function answer({ url, status }: ResponseFacts, phase: ExchangeKind): string {
  const subject =
    phase === 'preflight' ? 'the answer to the CORS-preflight request for' : 'the answer of'
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

function describeCause(cause: NoAnswerCause): string {
  switch (cause.type) {
    case 'transport':
      return cause.message
    case 'header-name':
      return `the header name ${quote(cause.name)} is no token`
    case 'header-value':
      return `the header ${cause.name} has the forbidden value ${quote(cause.value)}`
  }
}

/** Why a wildcard in the list did not help. */
function literalWildcard(facts: { value: string | null; credentials: boolean }): string {
  return facts.credentials && facts.value?.includes('*')
    ? ' ("*" is no wildcard when credentials are included)'
    : ''
}
