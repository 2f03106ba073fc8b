import { enumerate, quote } from '../../fetch/quote.js'
import { isOkStatus } from '../../fetch/status.js'
import type { BlockedCode, BlockedFacts, ExchangeKind } from '../algorithms/blocked-facts.js'
import { describeCause, fixCause } from './no-answer.js'
import { header, literalWildcard, response, sendOrigin } from './phrases.js'

interface Reason<Facts> {
  /** The step that fails, as of 2 July 2026, with its anchor in the Fetch standard. */
  readonly step: string
  /** Chromium's name in its `CorsIssue`; `null` if it reports none. */
  readonly chromiumIssue: Readonly<Record<ExchangeKind, string | null>>
  /** One sentence with the values that came, without a capital and a full stop. */
  readonly problem: (facts: Facts, phase: ExchangeKind) => string
  /** What to change, and where; one sentence without a capital and a full stop. */
  readonly fix: (facts: Facts, phase: ExchangeKind) => string
}

const STANDARD = 'https://fetch.spec.whatwg.org/'
const CORS_CHECK = `${STANDARD}#concept-cors-check`
const PREFLIGHT_FETCH = `${STANDARD}#cors-preflight-fetch-0`
const MAIN_FETCH = `${STANDARD}#concept-main-fetch`
const HTTP_FETCH = `${STANDARD}#concept-http-fetch`
const REDIRECT_FETCH = `${STANDARD}#concept-http-redirect-fetch`
const NETWORK_OR_CACHE_FETCH = `${STANDARD}#concept-http-network-or-cache-fetch`
const NETWORK_FETCH = `${STANDARD}#concept-http-network-fetch`

/** Every reason why a browser hides a response from the page, with its sentences. */
export const BLOCKED: { readonly [Code in BlockedCode]: Reason<BlockedFacts[Code]> } = {
  'allow-origin-missing': {
    step: `CORS check, step 2, ${CORS_CHECK}`,
    chromiumIssue: inBoth('MissingAllowOriginHeader'),
    problem(facts, phase) {
      const what = response(facts, phase)
      if (isUnhandledPreflight(facts, phase)) {
        return `${what} has no CORS header at all, probably because the server's CORS middleware did not run for OPTIONS`
      }
      return isRejection(facts)
        ? `${what} has no Access-Control-Allow-Origin, probably because the server rejects such requests from the origin ${facts.origin} before they run, as enforce of strict-cors does`
        : `${what} has no Access-Control-Allow-Origin, but the origin ${facts.origin} needs one`
    },
    fix(facts, phase) {
      if (isUnhandledPreflight(facts, phase)) {
        return `run the CORS middleware for OPTIONS, too, and before the routes, as app.use(cors(…)) does, so that it can ${sendOrigin(facts.origin)}`
      }
      if (isRejection(facts)) {
        return facts.origin === 'null'
          ? 'make the request from a page with an origin of its own; nothing is wrong with the server'
          : `if pages of ${facts.origin} are meant to send it, allow that origin on the server; if not, nothing is wrong`
      }
      // The header alone is not enough: the next reason would be the status.
      return phase === 'preflight' && !isOkStatus(facts.status)
        ? `respond to OPTIONS with 204 on this path, before authentication and before the routes, and ${sendOrigin(facts.origin)}`
        : `${sendOrigin(facts.origin)} with every response, error responses included`
    },
  },
  'allow-origin-multiple': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromiumIssue: inBoth('MultipleAllowOriginValues'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has several values in Access-Control-Allow-Origin, ${quote(facts.value)}, but only one is allowed`,
    fix: (facts) =>
      `${sendOrigin(facts.origin)} once; a second line often comes from a proxy or a second CORS middleware`,
  },
  'allow-origin-invalid': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromiumIssue: inBoth('InvalidAllowOriginValue'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has Access-Control-Allow-Origin ${quote(facts.value)}, which is not an origin`,
    fix: (facts) => sendOrigin(facts.origin),
  },
  'allow-origin-mismatch': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromiumIssue: inBoth('AllowOriginMismatch'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has Access-Control-Allow-Origin ${quote(facts.value)}, which is not the origin ${facts.origin}`,
    fix: (facts) => `${sendOrigin(facts.origin)}; the two are compared character by character`,
  },
  'allow-origin-wildcard-with-credentials': {
    step: `CORS check, step 4, ${CORS_CHECK}`,
    chromiumIssue: inBoth('WildcardOriginNotAllowed'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has Access-Control-Allow-Origin "*", which does not count when credentials are included`,
    fix: (facts) =>
      `${sendOrigin(facts.origin)} and Access-Control-Allow-Credentials: true, or make the request without credentials: 'include'`,
  },
  'allow-credentials-not-true': {
    step: `CORS check, step 8, ${CORS_CHECK}`,
    chromiumIssue: inBoth('InvalidAllowCredentials'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has ${header('Access-Control-Allow-Credentials', facts.value)}, but credentials are included`,
    fix: () =>
      "send Access-Control-Allow-Credentials: true, in lower case, or make the request without credentials: 'include'",
  },
  'preflight-redirected': {
    step: `CORS-preflight fetch, step 8, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('PreflightDisallowedRedirect'),
    problem: (facts, phase) =>
      `${response(facts, phase)} is a redirect, and browsers do not follow redirects of a preflight`,
    fix: () =>
      'respond to OPTIONS before anything redirects, such as a log-in page, a rule from http to https, or one that adds a slash to the path',
  },
  'preflight-status-not-ok': {
    step: `CORS-preflight fetch, step 8, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('PreflightInvalidStatus'),
    problem: (facts, phase) => `${response(facts, phase)} does not have an ok status (200 to 299)`,
    fix: () =>
      'respond to OPTIONS with 204 on this path, before authentication and before the routes',
  },
  'allow-methods-invalid': {
    step: `CORS-preflight fetch, step 7.3, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('InvalidAllowMethodsPreflightResponse'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has ${header('Access-Control-Allow-Methods', facts.value)}, which is not a list of methods`,
    fix: () => 'send method names, separated by commas',
  },
  'allow-headers-invalid': {
    step: `CORS-preflight fetch, step 7.3, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('InvalidAllowHeadersPreflightResponse'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has ${header('Access-Control-Allow-Headers', facts.value)}, which is not a list of header names`,
    fix: () => 'send header names, separated by commas',
  },
  'method-not-in-allow-methods': {
    step: `CORS-preflight fetch, step 7.5, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('MethodDisallowedByPreflightResponse'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has ${header('Access-Control-Allow-Methods', facts.value)}, but the method is ${quote(facts.method)}${literalWildcard(facts)}`,
    fix: ({ method, value }) =>
      method !== method.toUpperCase() && value?.includes(method.toUpperCase())
        ? `have the page send ${method.toUpperCase()} in upper case, because method names are case-sensitive`
        : `add ${method} to Access-Control-Allow-Methods`,
  },
  'header-not-in-allow-headers': {
    step: `CORS-preflight fetch, step 7.7, ${PREFLIGHT_FETCH}`,
    chromiumIssue: inPreflight('HeaderDisallowedByPreflightResponse'),
    problem: (facts, phase) =>
      `${response(facts, phase)} has ${header('Access-Control-Allow-Headers', facts.value)}, but the request has ${enumerate(facts.names, 'and')}${literalWildcard(facts)}`,
    fix: (facts) => `add ${enumerate(facts.names, 'and')} to Access-Control-Allow-Headers`,
  },
  'authorization-under-wildcard': {
    step: `CORS-preflight fetch, step 7.6, ${PREFLIGHT_FETCH}`,
    // Chromium 156, Firefox 153 and WebKitGTK 2.50 allow this; Chromium reports the deprecation
    // issue AuthorizationCoveredByWildcard.
    chromiumIssue: inPreflight(null),
    problem: (facts, phase) =>
      `${response(facts, phase)} has ${header('Access-Control-Allow-Headers', facts.value)}, but "*" does not cover Authorization (Chromium, Firefox and WebKit still allow it, and announce the change)`,
    fix: () => 'name Authorization as well: send Access-Control-Allow-Headers: *, Authorization',
  },
  'cross-origin-in-same-origin-mode': {
    step: `main fetch, step 12, ${MAIN_FETCH}`,
    chromiumIssue: inRequest('DisallowedByMode'),
    problem: (facts) =>
      `the URL ${facts.url} is cross-origin to ${facts.origin}, but the mode is "same-origin"`,
    fix: () => 'make the request with mode "cors"',
  },
  'redirect-mode-in-no-cors-mode': {
    step: `main fetch, step 12, ${MAIN_FETCH}`,
    chromiumIssue: inRequest('NoCorsRedirectModeNotFollow'),
    problem: (facts) =>
      `the redirect mode is ${quote(facts.redirect)}, but a cross-origin request with mode "no-cors" can only follow redirects`,
    fix: () => 'make the request with redirect "follow" or mode "cors"',
  },
  'redirect-in-error-mode': {
    step: `HTTP fetch, step 6.3, ${HTTP_FETCH}`,
    chromiumIssue: inRequest(null),
    problem: (facts, phase) =>
      `${response(facts, phase)} is a redirect, but the redirect mode is "error"`,
    fix: () => 'respond without a redirect, or make the request with redirect "follow"',
  },
  'redirect-location-invalid': {
    step: `HTTP-redirect fetch, step 5, ${REDIRECT_FETCH}`,
    chromiumIssue: inRequest(null),
    problem: (facts, phase) =>
      `${response(facts, phase)} redirects to ${quote(facts.location)}, which is not a single valid URL`,
    fix: () => 'send one Location with one URL, percent-encoded if necessary',
  },
  'redirect-scheme-not-http': {
    step: `HTTP-redirect fetch, step 6, ${REDIRECT_FETCH}`,
    // Chromium 156 reports none if the scheme is data: or file:.
    chromiumIssue: inRequest('CorsDisabledScheme'),
    problem: (facts, phase) =>
      `${response(facts, phase)} redirects to ${quote(facts.location)}, but fetch() follows only http: and https:`,
    fix: () => 'redirect to an http: or https: URL',
  },
  'redirect-with-userinfo': {
    step: `HTTP-redirect fetch, steps 9 and 10, ${REDIRECT_FETCH}`,
    chromiumIssue: inRequest('RedirectContainsCredentials'),
    problem: (facts, phase) =>
      `${response(facts, phase)} redirects to ${quote(facts.location)}, which has a user name or a password`,
    fix: () => 'redirect to a URL without a user name and a password',
  },
  'redirect-limit-reached': {
    step: `HTTP-redirect fetch, step 7, ${REDIRECT_FETCH}`,
    chromiumIssue: inRequest(null),
    problem: (facts, phase) => `${response(facts, phase)} is the 21st redirect in a row`,
    fix: () => 'look for a loop, such as two redirects that lead to each other',
  },
  'cross-origin-resource-policy': {
    step: `HTTP fetch, step 5, ${HTTP_FETCH}`,
    // Chromium reports a BlockedByResponseIssue.
    chromiumIssue: inRequest(null),
    problem: (facts, phase) =>
      `${response(facts, phase)} has Cross-Origin-Resource-Policy: same-origin, but the page is at ${facts.origin}`,
    fix: () =>
      'send Cross-Origin-Resource-Policy: cross-origin, or make the request with mode "cors"',
  },
  'proxy-authentication-required': {
    step: `HTTP-network-or-cache fetch, step 16, ${NETWORK_OR_CACHE_FETCH}`,
    chromiumIssue: { preflight: null, request: null },
    problem: (facts, phase) =>
      `${response(facts, phase)} asks for proxy authentication, which only a proxy may do${phase === 'request' ? ' (Firefox lets the page read it anyway)' : ''}`,
    fix: () => 'respond with 401 or 403',
  },
  'no-answer': {
    step: `HTTP-network fetch, ${NETWORK_FETCH}`,
    chromiumIssue: { preflight: null, request: null },
    problem: (facts) =>
      `there is no usable response from ${facts.url}: ${describeCause(facts.cause)}`,
    fix: (facts) => fixCause(facts.cause),
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

/** Express responds to OPTIONS by itself, with 200 and no CORS header, if only routes have CORS. */
function isUnhandledPreflight(
  { status, knowsCors }: BlockedFacts['allow-origin-missing'],
  phase: ExchangeKind,
): boolean {
  return phase === 'preflight' && isOkStatus(status) && !knowsCors
}

/** A 403 that depends on where the request comes from. */
function isRejection({ status, judgesSite }: BlockedFacts['allow-origin-missing']): boolean {
  return status === 403 && judgesSite
}
