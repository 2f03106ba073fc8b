import { isSerializedOrigin } from '../../fetch/origin.js'
import { quote } from '../../fetch/quote.js'
import { checkCommand } from './check-command.js'
import type { MeaningAndFix } from './meaning-and-fix.js'
import { NOT_CORS_SENTENCES } from './not-cors-sentences.js'
import { quoteFact } from './quote-fact.js'
import type { Facts } from './reading/read-fact.js'
import type { NotCorsTopic, Topic } from './topics.js'

const TO_PREFLIGHT = ' to the preflight'

/** Every topic, with its sentences. */
export const SENTENCES: { readonly [About in Topic]: MeaningAndFix } = {
  ...(NOT_CORS_SENTENCES satisfies { readonly [About in NotCorsTopic]: MeaningAndFix }),
  'allow-origin-missing': {
    meaning: (facts) =>
      `${response(facts)} has no Access-Control-Allow-Origin header, so the page may not read it.`,
    fix: (facts) =>
      `${sendOrigin(facts)} If \`origin\` covers it already, the middleware did not handle this request: mount it before authentication and before the routes, and look at the status of the response in the Network tab. A 404, a redirect, a 500 or an error of a proxy comes without the header, and so does the response to an OPTIONS request that nothing handles. To see which of them it is, run \`${checkCommand(facts)}\`.`,
  },
  'preflight-allow-origin-missing': {
    meaning: (facts) =>
      `The browser asked first with an OPTIONS request (the preflight), and ${response(facts, 'the')} has no Access-Control-Allow-Origin header.`,
    fix: (facts) =>
      `${sendOrigin(facts)} If \`origin\` covers it already, the middleware did not handle the OPTIONS request: mount it with \`app.use\`, before authentication and before the routes, or on the route with \`.all\` instead of \`.put\`. ${askWithPreflight(facts)}`,
  },
  'allow-origin-missing-or-mismatch': {
    meaning: (facts) =>
      `${response(facts)} has no Access-Control-Allow-Origin header, or one with another value than ${originOf(facts)}. The browser has one sentence for both.`,
    fix: (facts) =>
      `Look at the response in the Network tab. ${sendOrigin(facts)} If the header is missing although \`origin\` covers the page, the middleware did not handle this request: mount it before authentication and before the routes, or look for a redirect, an error or a proxy. If its value differs, compare scheme, host and port character by character. To see which of them it is, run \`${checkCommand(facts)}\`.`,
  },
  'allow-origin-multiple': {
    meaning: (facts) =>
      `${response(facts)} has more than one value in Access-Control-Allow-Origin${showValue(facts)}, and only one is allowed.`,
    fix: (facts) =>
      `Set the header in one place. Usually two do it: this middleware and a proxy (nginx, an API gateway), or two CORS middleware. Remove the other one. To allow several origins, list them in \`origin\`: the response then has ${originOf(facts)}.`,
  },
  'allow-origin-invalid': {
    meaning: (facts) =>
      `${response(facts)} has an Access-Control-Allow-Origin that is not an origin${showValue(facts)}.`,
    fix: (facts) =>
      `Send a scheme, a host and a port, if it is not the default one: no path, no quotes, no wildcard inside. ${sendOrigin(facts)} Patterns such as \`https://*.example.com\` work in \`origin\`, not in the header.`,
  },
  'allow-origin-mismatch': {
    meaning: (facts) =>
      `${response(facts)} allows another origin${showValue(facts)} than ${originOf(facts)}.`,
    fix: (facts) =>
      `${sendOrigin(facts)} Scheme, host and port must be equal, without a slash at the end; localhost and 127.0.0.1 differ. If the origin is already listed, a fixed header of a proxy or a cached response may be the cause: the response needs \`Vary: Origin\`, which this package sends.`,
  },
  'allow-origin-wildcard-with-credentials': {
    meaning: (facts) =>
      `${response(facts)} has Access-Control-Allow-Origin: *, which does not count if the request includes credentials (cookies, HTTP authentication).`,
    fix: (facts) =>
      `If the page needs the credentials, list its origin and set \`credentials: true\`: \`cors({ origin: ${example(facts)}, credentials: true })\`. If it does not, drop \`credentials: 'include'\` or \`withCredentials\` in the page.`,
  },
  'allow-credentials-not-true': {
    meaning: (facts) =>
      `The request includes credentials, and ${response(facts, 'the')} does not have Access-Control-Allow-Credentials: true${showValue(facts)}.`,
    fix: () =>
      "Set `credentials: true`, with the allowed origins in `origin`. The value is `true` in lower case, once. If the page needs no cookies, drop `credentials: 'include'` or `withCredentials` there.",
  },
  'preflight-redirected': {
    meaning: (facts) =>
      `The browser asked first with an OPTIONS request (the preflight), and ${response(facts, 'the')} redirects. A preflight may not be redirected.`,
    fix: () =>
      'Respond to OPTIONS before anything redirects: http to https, a slash at the end of the path, www, a log-in page. Mount the middleware before those, or have the page use the final URL.',
  },
  'preflight-status-not-ok': {
    meaning: (facts) =>
      `The browser asked first with an OPTIONS request (the preflight), and ${response(facts, 'the')} does not have an ok status, 200 to 299.`,
    fix: (facts) =>
      `Respond to OPTIONS with 204 on this path: mount the middleware with \`app.use\`, before authentication (401, 403) and before the routes (404, 405). With \`preflightContinue: true\` the app must respond itself. A preflight never carries cookies or Authorization. ${askWithPreflight(facts)}`,
  },
  'allow-methods-invalid': {
    meaning: (facts) =>
      `${response(facts, 'The', TO_PREFLIGHT)} has an Access-Control-Allow-Methods that is not a list of methods${showValue(facts)}.`,
    fix: () =>
      "Send method names with commas between them, without quotes or brackets: `methods: ['GET', 'PUT']`.",
  },
  'allow-headers-invalid': {
    meaning: (facts) =>
      `${response(facts, 'The', TO_PREFLIGHT)} has an Access-Control-Allow-Headers that is not a list of header names${showValue(facts)}.`,
    fix: () =>
      "Send header names with commas between them, without quotes or brackets: `allowedHeaders: ['Content-Type', 'Authorization']`.",
  },
  'method-not-in-allow-methods': {
    meaning: ({ method, ...facts }) =>
      `${response(facts, 'The', TO_PREFLIGHT)} does not list the method ${quoteFact(method, 'of the request')} in Access-Control-Allow-Methods.`,
    fix: ({ method }) =>
      `Add ${quoteFact(method, 'the method that the page uses')} to \`methods\`. Methods are case-sensitive: \`patch\` is not \`PATCH\`, so write it in upper case in the page too. With credentials, browsers do not treat \`*\` as a wildcard.`,
  },
  'header-not-in-allow-headers': {
    meaning: ({ header, ...facts }) =>
      `${response(facts, 'The', TO_PREFLIGHT)} does not list the header ${quoteFact(header, 'of the request')} in Access-Control-Allow-Headers.`,
    fix: ({ header }) =>
      isResponseHeader(header)
        ? `${quote(header)} is a header of responses: remove it from the request in the page.`
        : `Add ${quoteFact(header, 'the name')} to \`allowedHeaders\`, or omit that option: then every header is allowed. The message names one header; the page may send more that are missing. With credentials, browsers do not treat \`*\` as a wildcard, and \`*\` never covers Authorization.`,
  },
  'authorization-under-wildcard': {
    meaning: (facts) =>
      `${response(facts, 'The', TO_PREFLIGHT)} has Access-Control-Allow-Headers: *, and \`*\` does not cover Authorization. Browsers still let it pass and announce the change.`,
    fix: () => "Name it: `allowedHeaders: ['*', 'Authorization']`.",
  },
  'cross-origin-in-same-origin-mode': {
    meaning: ({ url }) =>
      `The page may load ${quoteFact(url, 'the URL')} only from its own origin: the request has the mode "same-origin", or it is for a worker, an SVG \`use\` or a similar kind of load that knows no CORS.`,
    fix: () =>
      'No header helps. Serve the file from the origin of the page, or have the page fetch it with the mode "cors" and use it as a blob.',
  },
  'redirect-mode-in-no-cors-mode': {
    meaning: () =>
      'The page made a request with mode "no-cors" and a redirect mode other than "follow", which is not allowed across origins.',
    fix: () =>
      "The server is not the cause. Use `mode: 'cors'` or `redirect: 'follow'` in the page.",
  },
  'redirect-in-error-mode': {
    meaning: (facts) =>
      `${response(facts)} is a redirect, and the page made the request with \`redirect: 'error'\`.`,
    fix: () => 'Respond without a redirect, or have the page use the final URL.',
  },
  'redirect-location-invalid': {
    meaning: (facts) =>
      `${response(facts)} redirects${target(facts)} with a Location that is not one valid URL.`,
    fix: () => 'Send one Location header with a complete, percent-encoded URL.',
  },
  'redirect-scheme-not-http': {
    meaning: (facts) =>
      `${response(facts)} redirects${target(facts)}, and a request may only be redirected to http: and https: URLs.`,
    fix: () =>
      'Redirect to an http: or https: URL; to open an app, navigate to it instead of using fetch().',
  },
  'redirect-with-userinfo': {
    meaning: (facts) =>
      `${response(facts)} redirects${target(facts)} with a user name or a password in the URL, which is not allowed across origins.`,
    fix: () => 'Redirect to a URL without user name and password.',
  },
  'redirect-limit-reached': {
    meaning: (facts) => `${response(facts)} leads to more than 20 redirects.`,
    fix: () =>
      'Look for a loop: two redirects that lead to each other, such as http to https behind a proxy that ends TLS.',
  },
  'redirect-after-preflight': {
    meaning: (facts) =>
      `${response(facts)} redirects${target(facts)} after a good preflight. Chrome until version 63 did not allow that; current browsers do.`,
    fix: () =>
      'Have the page use the final URL, or update the browser. Each response on the way needs CORS headers.',
  },
  'cross-origin-resource-policy': {
    meaning: (facts) =>
      `${response(facts)} has a Cross-Origin-Resource-Policy header that keeps other origins out (or the page requires one, and it is missing).`,
    fix: () =>
      'Send Cross-Origin-Resource-Policy: cross-origin (helmet sends same-origin by default), or load it with CORS: `crossorigin` or mode "cors".',
  },
  'proxy-authentication-required': {
    meaning: (facts) => `${response(facts)} has the status 407, which only a proxy may use.`,
    fix: () =>
      'Respond with 401 or 403. If there is a proxy, it wants credentials before the request reaches the server.',
  },
  'no-answer': {
    meaning: ({ url }) =>
      `The browser got no usable response from ${quoteFact(url, 'the server')}. This is not about CORS headers.`,
    fix: (facts) =>
      `Check that the server runs at this address and port, that its certificate is trusted, and that it does not crash or close the connection. Try \`${checkCommand(facts)}\`.`,
  },
  'scheme-not-http': {
    meaning: ({ url }) =>
      `CORS works only for http: and https: URLs, and the request goes to ${quoteFact(url, 'another one')}.`,
    fix: () =>
      'The server is not the cause. Write the URL with its scheme (`http://localhost:3000/x`, not `localhost:3000/x`), and open the page from a local web server, not as a file.',
  },
  'local-network-access': {
    meaning: ({ url }) =>
      `A page from a public address asks for ${quoteFact(url, 'an address')} in the local network or on this machine. Chromium wants a secure page (https) and the user's permission for that, whatever the CORS headers say.`,
    fix: () =>
      'Serve the page over https, or from the same network, and let the user allow local network access. Versions until about 137 asked for Access-Control-Allow-Private-Network: true in the response to the preflight.',
  },
  'opaque-response-blocking': {
    meaning: (facts) =>
      `${response(facts)} was requested without CORS and is not an image, script or style, so the browser hid it from the page. If it comes together with another message, that one is the cause.`,
    fix: () =>
      'Request it with CORS (mode "cors", `crossorigin`) and allow the origin, or send the right Content-Type and status.',
  },
  'server-refusal': {
    meaning: (facts) =>
      `A server wrote this, not a browser: its CORS middleware refused ${originOf(facts)}, or a method or a header of the request.`,
    fix: (facts) =>
      `Allow it in that middleware. ${sendOrigin(facts)} A refused request should get a response without CORS headers, not an error: an exception in the origin function becomes a 500.`,
  },
  unspecific: {
    meaning: (facts) =>
      `${request(facts)} failed, and this message does not say why, because browsers do not tell pages. CORS is one cause among several, such as a server that does not run, a certificate, or a blocker.`,
    fix: (facts) =>
      `Run \`${checkCommand(facts)}\`: it makes the request and says what a browser does with the response. In the browser, the lines next to this one in the console and the Network tab (status, response headers, the OPTIONS request) tell more.`,
  },
}

function response({ url, status }: Facts, article = 'The', to = ''): string {
  const place = url === undefined ? '' : ` ${to === '' ? 'from' : 'for'} ${quote(url)}`
  const number = status === undefined ? '' : ` (status ${status})`
  return `${article} response${to}${place}${number}`
}

function request({ url }: Facts): string {
  return url === undefined ? 'A request' : `The request to ${quote(url)}`
}

function originOf({ origin }: Facts): string {
  return quoteFact(origin, 'the origin of the page')
}

/** The origin in code, if a page can have it; the origin `null` must not be allowed. */
function example({ origin = 'null' }: Facts): string {
  return `'${isSerializedOrigin(origin) ? origin : 'https://app.example.com'}'`
}

function sendOrigin(facts: Facts): string {
  return facts.origin === 'null'
    ? 'The origin `null` is every file, sandboxed frame and redirected request: serve the page from a web server and allow its origin instead.'
    : `Allow ${originOf(facts)}: \`cors({ origin: ${example(facts)} })\`.`
}

/** A preflight is only made for some methods. Messages about preflights do not name the method. */
function askWithPreflight(facts: Facts): string {
  return `To see the response to the preflight, run \`${checkCommand({ method: 'PUT', ...facts })}\`, with the method of the page.`
}

function showValue({ headerValue }: Facts): string {
  return headerValue === undefined ? '' : ` (its value is ${quote(headerValue)})`
}

function target({ redirectedTo }: Facts): string {
  return redirectedTo === undefined ? '' : ` to ${quote(redirectedTo)}`
}

/** Pages that set `Access-Control-Allow-Origin` on the request are common. */
function isResponseHeader(header: string | undefined): header is string {
  return header !== undefined && /^access-control-(?:allow|expose|max)-/i.test(header)
}
