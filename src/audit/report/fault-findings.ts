import { quote } from '../../fetch/quote.js'
import type { FindingCode, FindingSeverity } from './finding.js'
import type {
  FactsByCode,
  OriginFindingCode,
  PreflightFacts,
  ResponseFacts,
} from './finding-facts.js'
import type { FindingRow } from './finding-row.js'
import { sendFor } from './send-for.js'

const medium = (): FindingSeverity => 'medium'
const low = (): FindingSeverity => 'low'
const info = (): FindingSeverity => 'info'

/** What breaks for the pages that should work. */
export const FAULT_FINDINGS: {
  readonly [Code in Exclude<FindingCode, OriginFindingCode>]: FindingRow<FactsByCode[Code]>
} = {
  'wildcard-with-credentials': {
    severity: medium,
    probe: 'GET and a preflight, with credentials',
    message: (facts) =>
      `${response(facts)} has ${facts.header} "*" and allows credentials. Browsers then do not treat "*" as a wildcard, so pages that include credentials are blocked`,
    fix: ({ header, meant }) =>
      header === 'Access-Control-Allow-Origin'
        ? `if pages need cookies, ${sendFor({ meant, gets: 'read-with-credentials' })}; if not, leave out Access-Control-Allow-Credentials, as cors() does`
        : `list what pages send in ${header}; cors() sends what the preflight asks for if methods and allowedHeaders are '*' and credentials are on`,
  },
  'allow-origin-multiple': {
    severity: medium,
    probe: 'GET and a preflight',
    message: (facts) =>
      `${response(facts)} has several values in Access-Control-Allow-Origin, ${quote(facts.value)}. Browsers accept one, so no page can read it`,
    fix: () =>
      'send it once; a second line often comes from a proxy in front of the app (in nginx: remove add_header, or hide the line of the app with proxy_hide_header) or from a second CORS middleware; a list of origins belongs in the options: origin: [...]',
  },
  'allow-origin-invalid': {
    severity: medium,
    probe: 'GET and a preflight',
    message: (facts) =>
      `${response(facts)} has Access-Control-Allow-Origin ${quote(facts.value)}, which is not an origin, so no page can read it`,
    fix: (facts) => `send an origin as browsers do, without a slash at the end: ${sendFor(facts)}`,
  },
  'allow-credentials-invalid': {
    severity: medium,
    probe: 'GET and a preflight, with credentials',
    message: (facts) =>
      `${response(facts)} has ${facts.value === null ? 'no Access-Control-Allow-Credentials, but the response to GET has it' : `Access-Control-Allow-Credentials ${quote(facts.value)}, and only "true" counts`}, so pages that include credentials get nothing`,
    fix: () =>
      'send Access-Control-Allow-Credentials: true once, in lower case, with responses and with preflights: credentials: true',
  },
  'vary-missing': {
    severity: medium,
    probe: 'GET without Origin, from an origin that was made up, and from allowed ones',
    message: ({ origin, cached }) =>
      cached
        ? `A cache gives the page at ${origin} the response to a request without Origin, so the page is blocked until the cache has forgotten it`
        : `The response differs by Origin, but ${origin === null ? 'the one to a request without Origin' : `the one to ${origin}`} has no Vary: Origin. A cache gives it to other origins, whose pages are then blocked`,
    fix: ({ cached }) =>
      cached
        ? 'make Origin a part of the key of the cache (in nginx: proxy_cache_key "$uri$is_args$args$http_origin"; do not ignore Vary), or send Cache-Control: no-store'
        : 'send Vary: Origin with every response of this URL, also if the request has no Origin, as cors() does',
  },
  'preflight-status': {
    severity: byPublicity,
    probe: 'preflights for PUT and GET with Authorization, and for GET with a JSON content type',
    message: (facts) =>
      `${response(facts)} has a status other than 200 to 299${withoutPreflights(facts)}`,
    fix: (facts) =>
      `${unlessPublic(facts)}respond to OPTIONS with 204 before the routes and before anything that may reject the request: app.use(cors(options)) first, not app.get(path, cors(options))`,
  },
  'preflight-redirected': {
    severity: medium,
    probe: 'preflights for PUT and GET with Authorization, and for GET with a JSON content type',
    message: (facts) =>
      `${response(facts)} is a redirect${facts.location === null ? '' : ` to ${quote(facts.location)}`}. Browsers do not follow it, so pages cannot send PUT, PATCH, DELETE, JSON or an Authorization header`,
    fix: () =>
      'respond to OPTIONS before anything that redirects, such as a log-in page or a rule from http to https: app.use(cors(options)) first; or have pages use the URL that it leads to',
  },
  'preflight-unauthorized': {
    severity: medium,
    probe: 'preflights for PUT and GET with Authorization, and for GET with a JSON content type',
    message: (facts) =>
      `${response(facts)} asks for authentication. Browsers send no cookies and no Authorization header with a preflight, so it always fails`,
    fix: () =>
      'respond to OPTIONS before authentication: app.use(cors(options)) first, then the middleware that asks who the user is',
  },
  'preflight-without-cors': {
    severity: byPublicity,
    probe: 'preflights for PUT and GET with Authorization, and for GET with a JSON content type',
    message: (facts) =>
      facts.isPublic
        ? `${response(facts)} has no Access-Control-Allow-Origin${withoutPreflights(facts)}`
        : `${response(facts)} has no Access-Control-Allow-Origin, although the response to GET allows the origin. Usually the CORS middleware did not run for OPTIONS`,
    fix: (facts) =>
      `${unlessPublic(facts)}run the middleware for every method: app.use(cors(options)), not app.get(path, cors(options))`,
  },
  'error-without-cors': {
    severity: low,
    probe: 'GET, also of a path that does not exist',
    message: (facts) =>
      `${response(facts)} has no Access-Control-Allow-Origin, so the page at ${facts.origin} gets a CORS error and cannot see what went wrong`,
    fix: () =>
      'send the CORS headers with error responses too: app.use(cors(options)) before the routes; in nginx, add_header … always',
  },
  'authorization-under-wildcard': {
    severity: low,
    probe: 'a preflight with Authorization',
    message: (facts) =>
      `${response(facts)} has Access-Control-Allow-Headers ${quote(facts.value)}, which does not cover Authorization by the Fetch standard. Browsers still allow it, and announce the change`,
    fix: () => "name it as well: allowedHeaders: ['*', 'Authorization']",
  },
  'max-age-capped': {
    severity: info,
    probe: 'a preflight',
    message: (facts) =>
      `${response(facts)} has Access-Control-Max-Age ${quote(facts.value)}, but Firefox uses at most 86400 (a day) and Chromium 7200 (two hours)`,
    fix: () =>
      'set maxAge: 7200, the longest that Chromium uses, or 86400, the longest that Firefox uses',
  },
}

/** A server of public files needs no preflights. */
function byPublicity({ isPublic }: PreflightFacts): FindingSeverity {
  return isPublic ? 'info' : 'medium'
}

function withoutPreflights({ isPublic }: PreflightFacts): string {
  const lost = 'cannot send PUT, PATCH, DELETE, JSON or an Authorization header'
  return isPublic ? `. Pages read the data without one, but ${lost}` : `, so pages ${lost}`
}

function unlessPublic({ isPublic }: PreflightFacts): string {
  return isPublic ? 'nothing, if pages only read; else ' : ''
}

function response({ kind, url, status }: ResponseFacts): string {
  return kind === 'preflight'
    ? `The response to the preflight for ${url} (status ${status})`
    : `The response from ${url} (status ${status})`
}
