import type { MessageCode } from '../../../src/browser/messages/explanation.js'
import { SENTENCES } from '../../../src/browser/messages/sentences.js'

type Browser = 'Chromium' | 'Firefox' | 'Safari'

/** What the browsers print, for a page and a URL of the documentation. */
type Wordings = { readonly [Name in Browser]?: string | readonly string[] }

const URL_ASKED = 'https://api.example.com/orders'
const PAGE = 'https://app.example.com'

const chromium = (reason: string) =>
  `Access to fetch at '${URL_ASKED}' from origin '${PAGE}' has been blocked by CORS policy: ${reason}`
const preflight = (reason: string) =>
  chromium(`Response to preflight request doesn't pass access control check: ${reason}`)
const firefox = (reason: string, url = URL_ASKED) =>
  `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: ${reason}`

/** In the order of the page. Chromium 156, Firefox 153 and WebKitGTK 2.50 printed them. */
export const BROWSER_MESSAGES: { readonly [Code in Exclude<MessageCode, 'not-cors'>]: Wordings } = {
  'allow-origin-missing': {
    Chromium: [
      chromium("No 'Access-Control-Allow-Origin' header is present on the requested resource."),
      preflight("No 'Access-Control-Allow-Origin' header is present on the requested resource."),
    ],
    Firefox: firefox('CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.'),
  },
  'allow-origin-missing-or-mismatch': {
    Safari: `Origin ${PAGE} is not allowed by Access-Control-Allow-Origin. Status code: 200`,
  },
  'allow-origin-multiple': {
    Chromium: chromium(
      `The 'Access-Control-Allow-Origin' header contains multiple values '${PAGE}, ${PAGE}', but only one is allowed. Have the server send the header with a valid value.`,
    ),
    Firefox: firefox('Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).'),
    Safari: 'Access-Control-Allow-Origin cannot contain more than one origin.',
  },
  'allow-origin-invalid': {
    Chromium: chromium(
      "The 'Access-Control-Allow-Origin' header contains the invalid value 'app.example.com'. Have the server send the header with a valid value.",
    ),
  },
  'allow-origin-mismatch': {
    Chromium: chromium(
      "The 'Access-Control-Allow-Origin' header has a value 'https://www.example.com' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ),
    Firefox: firefox(
      'CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://www.example.com’).',
    ),
  },
  'allow-origin-wildcard-with-credentials': {
    Chromium: chromium(
      "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ),
    Firefox: firefox(
      'Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
      `‘${URL_ASKED}’`,
    ),
    Safari: 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
  },
  'allow-credentials-not-true': {
    Chromium: chromium(
      "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
    ),
    Firefox: firefox('expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).'),
    Safari: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
  },
  'preflight-status-not-ok': {
    Chromium: preflight('It does not have HTTP ok status.'),
    Firefox: firefox('CORS preflight response did not succeed). Status code: 404.'),
    Safari: 'Preflight response is not successful. Status code: 404',
  },
  'preflight-redirected': {
    Chromium: preflight('Redirect is not allowed for a preflight request.'),
    Firefox: firefox('CORS request external redirect not allowed).'),
  },
  'method-not-in-allow-methods': {
    Chromium: chromium(
      'Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.',
    ),
    Firefox: firefox('Did not find method in CORS header ‘Access-Control-Allow-Methods’).'),
    Safari: 'Method PUT is not allowed by Access-Control-Allow-Methods.',
  },
  'header-not-in-allow-headers': {
    Chromium: chromium(
      'Request header field x-id is not allowed by Access-Control-Allow-Headers in preflight response.',
    ),
    Firefox: firefox(
      'header ‘x-id’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).',
    ),
    Safari: 'Request header field X-Id is not allowed by Access-Control-Allow-Headers.',
  },
  'authorization-under-wildcard': {
    Chromium:
      'Authorization will not be covered by the wildcard symbol (*) in CORS `Access-Control-Allow-Headers` handling.',
    Firefox: `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${URL_ASKED} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`Access-Control-Allow-Headers\`).`,
  },
  'allow-methods-invalid': {
    Chromium: chromium(
      'Cannot parse Access-Control-Allow-Methods response header field in preflight response.',
    ),
    Firefox: firefox('invalid token ‘[GET]’ in CORS header ‘Access-Control-Allow-Methods’).'),
    Safari: 'Header Access-Control-Allow-Methods has an invalid value: [GET]',
  },
  'allow-headers-invalid': {
    Chromium: chromium(
      'Cannot parse Access-Control-Allow-Headers response header field in preflight response.',
    ),
    Firefox: firefox('invalid token ‘[X-Id]’ in CORS header ‘Access-Control-Allow-Headers’).'),
    Safari: 'Header Access-Control-Allow-Headers has an invalid value: [X-Id]',
  },
  unspecific: {
    Chromium: [
      'Uncaught (in promise) TypeError: Failed to fetch',
      'Failed to load resource: net::ERR_FAILED',
    ],
    Firefox: [
      'TypeError: NetworkError when attempting to fetch resource.',
      firefox('CORS request did not succeed). Status code: (null).'),
    ],
    Safari: [
      'TypeError: Load failed',
      `Fetch API cannot load ${URL_ASKED} due to access control checks.`,
    ],
  },
  'no-answer': {
    Chromium: `GET ${URL_ASKED} net::ERR_CONNECTION_REFUSED`,
    Safari: 'Could not connect to api.example.com: Connection refused',
  },
  'redirect-location-invalid': {
    Chromium: 'Failed to load resource: net::ERR_INVALID_REDIRECT',
  },
  'redirect-scheme-not-http': {
    Chromium: 'Failed to load resource: net::ERR_UNSAFE_REDIRECT',
    Safari:
      'Cross-origin redirection to myapp://done denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme',
  },
  'redirect-with-userinfo': {
    Chromium: chromium(
      "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
    ),
    Safari:
      'Cross-origin redirection to https://user:secret@api.example.com/ denied by Cross-Origin Resource Sharing policy: redirection URL https://user:secret@api.example.com/ has credentials',
  },
  'redirect-limit-reached': {
    Chromium: 'Failed to load resource: net::ERR_TOO_MANY_REDIRECTS',
    Safari: 'Load cannot follow more than 20 redirections',
  },
  'redirect-in-error-mode': {
    Safari: `Not allowed to follow a redirection while loading ${URL_ASKED}`,
  },
  'redirect-after-preflight': {
    Chromium: `XMLHttpRequest cannot load ${URL_ASKED}. The request was redirected to 'https://www.example.com/orders', which is disallowed for cross-origin requests that require preflight.`,
  },
  'redirect-mode-in-no-cors-mode': {
    Chromium: `Fetch API cannot load ${URL_ASKED}. Request mode is "no-cors" but the redirect mode is not "follow".`,
    Safari: 'No-Cors mode requires follow redirect mode',
  },
  'cross-origin-in-same-origin-mode': {
    Chromium: `Fetch API cannot load ${URL_ASKED}. Request mode is "same-origin" but the URL's origin is not same as the request origin ${PAGE}.`,
    Firefox: `Security Error: Content at ${PAGE}/ may not load data from ${URL_ASKED}.`,
  },
  'cross-origin-resource-policy': {
    Chromium: 'Failed to load resource: net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin',
    Firefox: `The resource at “${URL_ASKED}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`,
    Safari: `Cancelled load to ${URL_ASKED} because it violates the resource's Cross-Origin-Resource-Policy response header.`,
  },
  'opaque-response-blocking': {
    Chromium: 'Failed to load resource: net::ERR_BLOCKED_BY_ORB',
    Firefox:
      'A resource is blocked by OpaqueResponseBlocking, please check browser console for details.',
  },
  'scheme-not-http': {
    Chromium:
      'Fetch API cannot load localhost:3000/orders. URL scheme "localhost" is not supported.',
    Firefox: firefox('CORS request not http).', 'file:///home/user/orders.json'),
    Safari: 'Cross origin requests are only supported for HTTP.',
  },
  'local-network-access': {
    Chromium: chromium(
      'Permission was denied for this request to access the `loopback` address space.',
    ),
  },
  'proxy-authentication-required': {},
  'server-refusal': {
    Chromium: 'Error: Not allowed by CORS',
  },
}

const INTRODUCTION = `# Browser messages

What browsers print when they block a response, what it means, and what to type. Search this page for a piece of your message that has no
address in it, or paste it into the command, as one message or a whole log:

\`\`\`sh
npx strict-cors explain               # paste, then press Ctrl-D
npx strict-cors explain < console.txt
\`\`\`

If the message hides the reason, ask the server yourself: \`npx strict-cors check <url> --origin <origin>\`. It works with any server.

Only the console has the reason. The script of the page gets the same \`TypeError\` for every failure. Each heading below is a \`code\` of
\`explainMessage()\` and of the verdicts of [\`strict-cors/testing\`](testing.md). The options are those of this package. Most people meet one
of the first eleven.
`

/** The text of docs/browser-messages.md. */
export function renderBrowserMessages(): string {
  const sections = codes().map((code) => {
    const { meaning, fix } = SENTENCES[code]
    const wordings = messagesOf(code).map(
      ([browser, text]) => `${browser}\n\n\`\`\`text\n${text}\n\`\`\`\n`,
    )
    return [
      `## ${code}\n`,
      ...wordings,
      `${meaning({})}\n`,
      `**Fix.** ${fix({})}\n`,
      ...(code === 'allow-origin-missing' ? [ofPreflight()] : []),
    ].join('\n')
  })
  return [INTRODUCTION, ...sections].join('\n')
}

/** Chromium says when it was the response to the preflight. */
function ofPreflight(): string {
  const { meaning, fix } = SENTENCES['preflight-allow-origin-missing']
  return `If the message has \`Response to preflight request\`: ${meaning({})}\n\n**Fix.** ${fix({})}\n`
}

/** Pairs of a browser and a message. */
export function messagesOf(code: keyof typeof BROWSER_MESSAGES): [string, string][] {
  return Object.entries(BROWSER_MESSAGES[code]).flatMap(([browser, texts]) =>
    [texts].flat().map((text): [string, string] => [browser, text]),
  )
}

export function codes() {
  return Object.keys(BROWSER_MESSAGES).filter((name) => isCode(name))
}

function isCode(name: string): name is keyof typeof BROWSER_MESSAGES {
  return Object.hasOwn(BROWSER_MESSAGES, name)
}
