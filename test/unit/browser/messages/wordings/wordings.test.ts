import { describe, expect, it } from 'vitest'
import { explainMessage } from '../../../../../src/browser/messages/explain-message.js'
import type { MessageCode, MessageFacts } from '../../../../../src/browser/messages/explanation.js'

type Row = readonly [text: string, code: MessageCode, facts: MessageFacts]

const URL = 'https://api.example.com/v1'
const ORIGIN = 'https://app.example.com'
const ACCESS = `Access to fetch at '${URL}' from origin '${ORIGIN}' has been blocked by CORS policy:`

const CHROMIUM: readonly Row[] = [
  [
    `${ACCESS} No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    'allow-origin-missing',
    { url: URL, origin: ORIGIN },
  ],
  [
    `Access to font at 'https://h/2' (redirected from 'https://h/1') from origin 'null' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    'allow-origin-missing',
    { url: 'https://h/1', redirectedTo: 'https://h/2', origin: 'null' },
  ],
  [
    `Redirect from 'https://h/1' to 'https://h/2' has been blocked by CORS policy: Request requires preflight, which is disallowed to follow cross-origin redirect.`,
    'redirect-after-preflight',
    { url: 'https://h/1', redirectedTo: 'https://h/2' },
  ],
  [
    "Redirect from 'https://h/1' has been blocked by CORS policy: Invalid response.",
    'unspecific',
    { url: 'https://h/1' },
  ],
  [
    `Redirect at origin 'https://h' has been blocked from loading by Cross-Origin Resource Sharing policy: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin '${ORIGIN}' is therefore not allowed access. The response had HTTP status code 404.`,
    'allow-origin-missing',
    { redirectedTo: 'https://h', origin: ORIGIN, status: 404 },
  ],
  [
    `at '${URL}' from origin '${ORIGIN}' has been blocked by CORS policy`,
    'unspecific',
    { url: URL, origin: ORIGIN },
  ],
  [`from origin '${ORIGIN}' blocked by the CORS policy`, 'unspecific', { origin: ORIGIN }],
  [`'${ORIGIN}' has been blocked by CORS policy`, 'unspecific', { origin: ORIGIN }],
  [
    'The load was stopped by Cross-Origin Resource Sharing policy: CORS error, code 3',
    'unspecific',
    {},
  ],
  [
    `${ACCESS} The 'Access-Control-Allow-Origin' header contains the invalid value ''it's''.`,
    'allow-origin-invalid',
    { url: URL, origin: ORIGIN, headerValue: "'it's'" },
  ],
  [
    `${ACCESS} Response to preflight request doesn't pass access control check: The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.`,
    'allow-credentials-not-true',
    { url: URL, origin: ORIGIN, headerValue: '' },
  ],
  [
    `${ACCESS} Cross origin requests are only supported for protocol schemes: http, https.`,
    'scheme-not-http',
    { url: URL, origin: ORIGIN },
  ],
  [`GET ${URL} net::ERR_FAILED 200 (OK)`, 'unspecific', { url: URL, method: 'GET', status: 200 }],
  ['Cross-Origin Resource Sharing error: SomethingNew', 'unspecific', {}],
  ['Cross-Origin Resource Sharing error: PreflightInvalidStatus', 'preflight-status-not-ok', {}],
  [`net::ERR_SOMETHING_NEW`, 'no-answer', {}],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameSite', 'cross-origin-resource-policy', {}],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep', 'not-cors', {}],
]

const BLOCKED =
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at'

const FIREFOX: readonly Row[] = [
  [
    `${BLOCKED} https://h/it'.. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 404.[Learn More]`,
    'allow-origin-missing',
    { url: "https://h/it'.", status: 404 },
  ],
  [
    `${BLOCKED} https://h/a... (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://x.example, *’).`,
    'allow-origin-multiple',
    { url: 'https://h/a...', headerValue: 'https://x.example, *' },
  ],
  [
    `${BLOCKED} ${URL}. (Reason: CORS preflight response did not succeed). Status code: 302.`,
    'preflight-redirected',
    { url: URL, status: 302 },
  ],
  [
    `${BLOCKED} ${URL}. (Reason: CORS request did not succeed). Status code: (null).`,
    'unspecific',
    { url: URL },
  ],
  [`${BLOCKED} ${URL}`, 'unspecific', { url: URL }],
  [
    `(see ${URL}). ${BLOCKED} http://h/x). Reason: CORS request not http`,
    'scheme-not-http',
    { url: 'http://h/x' },
  ],
  [
    `XHRPOST\n${URL}\nCORS Missing Allow Header`,
    'header-not-in-allow-headers',
    { url: URL, method: 'POST' },
  ],
  [
    'https://developer.mozilla.org/docs/Web/HTTP/CORS/Errors/CORSMethodNotFound',
    'method-not-in-allow-methods',
    {},
  ],
]

const WEBKIT: readonly Row[] = [
  [
    `Request header field X-Id is not allowed by Access-Control-Allow-Headers.\nXMLHttpRequest cannot load ${URL} due to access control checks.`,
    'header-not-in-allow-headers',
    { header: 'X-Id', url: URL },
  ],
  [
    `Cross-origin redirection to http:// denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme`,
    'redirect-location-invalid',
    { redirectedTo: 'http://' },
  ],
  [
    `Cross-origin redirection to app:x denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme`,
    'redirect-scheme-not-http',
    { redirectedTo: 'app:x' },
  ],
  [
    'Header Access-Control-Allow-Methods has an invalid value: GET POST (items, line 0)',
    'allow-methods-invalid',
    { headerValue: 'GET POST' },
  ],
  [
    'Header Access-Control-Allow-Methods has an invalid value: GET (all)',
    'allow-methods-invalid',
    { headerValue: 'GET (all)' },
  ],
  [
    'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
    'allow-origin-wildcard-with-credentials',
    { headerValue: '*' },
  ],
]

const OTHERS: readonly Row[] = [
  ['Error: Not allowed by CORS', 'server-refusal', {}],
  ['{"message":"Network Error","code":"ERR_NETWORK"}', 'unspecific', {}],
  ['What can I do against this CORS error?', 'unspecific', {}],
  [
    `Origin [${ORIGIN}](${ORIGIN}/) is not allowed by Access-Control-Allow-Origin.`,
    'allow-origin-missing-or-mismatch',
    { origin: ORIGIN },
  ],
  [
    'Origin [x is not allowed by Access-Control-Allow-Origin.',
    'allow-origin-missing-or-mismatch',
    {},
  ],
]

describe.each([
  ['Chromium', CHROMIUM],
  ['Firefox', FIREFOX],
  ['WebKit', WEBKIT],
  ['others', OTHERS],
])('the wordings of %s', (_, rows) => {
  it.each(rows)('are explained: %s', (text, code, facts) => {
    const [first] = explainMessage(text)

    expect({ code: first?.code, facts: first?.facts }).toEqual({ code, facts })
  })
})
