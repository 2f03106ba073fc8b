import type { Exchange } from '../../browser/algorithms/exchange.js'
import { enumerate, quote } from '../../fetch/quote.js'
import type { Finding, FindingCode, FindingSeverity } from '../finding.js'
import {
  type FactsByCode,
  type OriginFacts,
  PRIVATE_NETWORK,
  type PreflightFacts,
  type ResponseFacts,
} from './finding-facts.js'

interface Row<Facts> {
  readonly severity: (facts: Facts) => FindingSeverity
  /** What was asked to find it. */
  readonly probe: string
  /** What happens, and what an attacker or a page gets; without a full stop. */
  readonly message: (facts: Facts) => string
  /** What to change; without a capital and a full stop. */
  readonly fix: (facts: Facts) => string
}

const medium = (): FindingSeverity => 'medium'
const low = (): FindingSeverity => 'low'
const info = (): FindingSeverity => 'info'

/** One row per code; a missing row is a type error. */
export const FINDINGS: { readonly [Code in FindingCode]: Row<FactsByCode[Code]> } = {
  'any-origin': {
    severity: byCredentials,
    probe: 'GET, and a preflight for PUT, from two origins that were made up',
    message: (facts) =>
      facts.gets === 'read'
        ? 'Every website can read the response, but without cookies: it is public by design'
        : `Every website ${gets(facts)}: the server allows ${facts.origin}, which was made up`,
    fix: (facts) =>
      facts.gets === 'read'
        ? `nothing, if everybody may know the data; else ${sendFor(facts)}`
        : `compare the Origin of the request with a list: ${sendFor(facts)}`,
  },
  'null-origin': {
    severity: byCredentials,
    probe: 'GET, and a preflight for PUT, with Origin: null',
    message: (facts) =>
      `The origin null ${gets(facts)}. Every website has it in an iframe with the attribute sandbox`,
    fix: (facts) =>
      `do not allow null, and serve the page that needs it from an origin of its own: ${sendFor(facts)}`,
  },
  'insecure-origin': {
    severity: byCredentials,
    probe: 'GET from http: in place of https:',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}. Whoever controls a network on the way, such as a public Wi-Fi, can show a page there`,
    fix: (facts) => `allow the origin with https: only: ${sendFor(facts)}`,
  },
  'prefix-match': {
    severity: byCredentials,
    probe: 'GET from names that begin like an allowed origin',
    message: (facts) => `${resemblance(facts, 'begins with')}. Anybody can register such a name`,
    fix: (facts) =>
      `compare the whole origin; do not use startsWith(), and end a regular expression with $: ${sendFor(facts)}`,
  },
  'suffix-match': {
    severity: byCredentials,
    probe: 'GET from names that end like an allowed origin',
    message: (facts) => `${resemblance(facts, 'ends with')}. Anybody can register such a name`,
    fix: (facts) =>
      `compare the whole origin; do not use endsWith(), and begin a regular expression with ^: ${sendFor(facts)}`,
  },
  'unescaped-dot': {
    severity: byCredentials,
    probe: 'GET from names with another character in place of a dot',
    message: (facts) =>
      `${resemblance(facts, 'differs only in a dot from')}. Anybody can register such a name`,
    fix: (facts) =>
      `write \\. in place of . in the regular expression, or use none: ${sendFor(facts)}`,
  },
  'substring-match': {
    severity: byCredentials,
    probe: 'GET from names that contain an allowed host',
    message: (facts) => `${resemblance(facts, 'contains')}. Anybody can register such a name`,
    fix: (facts) =>
      `compare the whole origin; do not use includes() or indexOf(), and write a regular expression between ^ and $: ${sendFor(facts)}`,
  },
  'truncated-match': {
    severity: byCredentials,
    probe: 'GET from an allowed origin without its last character',
    message: (facts) =>
      `${resemblance(facts, 'is the beginning of')}. Anybody can register such a name`,
    fix: (facts) =>
      `split the list before you compare, as in ORIGINS.split(',').includes(origin); a string that includes() or startsWith() the origin also lets in its parts: ${sendFor(facts)}`,
  },
  'any-subdomain': {
    severity: byCredentials,
    probe: 'GET from a subdomain that was made up',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}, and so does every other subdomain. One that is taken over, or has a hole of its own, is enough for an attacker`,
    fix: (facts) => `list the subdomains that need it: ${sendFor(facts)}`,
  },
  'any-port': {
    severity: byCredentials,
    probe: 'GET from another port',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}, and so does every other port of this host, whoever runs a server there`,
    fix: (facts) => `allow the port that needs it: ${sendFor(facts)}`,
  },
  'localhost-origin': {
    severity: byCredentials,
    probe: 'GET from localhost, with ports of development servers, and from a private network',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}. ${facts.resembles === PRIVATE_NETWORK ? "Every device in the visitor's network, at home or in a café, can have this address" : "Every program on the visitor's machine can serve a page there"}`,
    fix: (facts) =>
      `allow ${facts.resembles === PRIVATE_NETWORK ? `addresses of ${PRIVATE_NETWORK}` : 'localhost'} in development only: ${sendFor(facts)}`,
  },
  'shared-suffix-origin': {
    severity: byCredentials,
    probe: 'GET from names under domains where anybody can register one, such as github.io',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}. Anybody can register a name under ${facts.resembles}`,
    fix: (facts) => `list the exact origins: ${sendFor(facts)}`,
  },
  'odd-host-origin': {
    severity: byCredentials,
    probe: 'GET from names with _, - or ! behind an allowed host',
    message: (facts) =>
      `${resemblance(facts, 'begins with')}. Anybody can make such a name under a domain of their own, and at least one browser loads it`,
    fix: (facts) =>
      `compare the whole origin, and end a regular expression with $: ${sendFor(facts)}`,
  },
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

/** A finding as people and programs get it. */
export function createFinding<Code extends FindingCode>(
  code: Code,
  facts: FactsByCode[Code],
  exchanges: readonly Exchange[],
): Finding {
  const { severity, message, fix } = FINDINGS[code]
  const { origin } = facts
  return Object.freeze({
    code,
    severity: severity(facts),
    message: `${message(facts)}.`,
    ...(origin === null ? {} : { origin }),
    fix: fix(facts),
    exchanges: Object.freeze([...exchanges]),
  })
}

function byCredentials(facts: OriginFacts): FindingSeverity {
  return facts.gets === 'read' ? 'info' : 'high'
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

function gets(facts: OriginFacts): string {
  switch (facts.gets) {
    case 'read-with-credentials':
      return "can read the response with the visitor's cookies"
    case 'write-with-credentials':
      return "can send PUT and an Authorization header with the visitor's cookies, because the preflight is allowed"
    case 'read':
      return 'can read the response, but without cookies'
  }
}

function resemblance(facts: OriginFacts, how: string): string {
  return `${facts.origin} ${gets(facts)}, because it ${how} ${facts.resembles}`
}

/** The headers and the options that let in only the right origins. */
function sendFor({ meant, gets }: { meant: readonly string[]; gets?: OriginFacts['gets'] }) {
  const credentials = gets === undefined || gets === 'read' ? '' : ', credentials: true'
  const options = `origin: [${meant.map((origin) => `'${origin}'`).join(', ')}]${credentials}`
  return `send Access-Control-Allow-Origin only to ${enumerate(meant, 'and')}, as cors({ ${options} }) does`
}

function response({ kind, url, status }: ResponseFacts): string {
  return kind === 'preflight'
    ? `The response to the preflight for ${url} (status ${status})`
    : `The response from ${url} (status ${status})`
}
