import { describe, expect, it } from 'vitest'
import { explainMessage } from '../../../../src/browser/messages/explain-message.js'
import { chromiumMessage } from '../../../../src/browser/verdict/chromium-message.js'
import type { PageRequestInit, Transport, WireResponse } from '../../../../src/testing.js'
import { createPage } from '../../../../src/testing.js'
import { API, PAGE, reply, responding, routes, shared } from '../transports.js'

const PUT: PageRequestInit = { method: 'PUT' }
const INCLUDE: PageRequestInit = { credentials: 'include' }
const START = `Access to fetch at '${API}/x' from origin '${PAGE}' has been blocked by CORS policy: `
const PREFLIGHT = "Response to preflight request doesn't pass access control check: "

function allowing(value: string, ...others: (readonly [string, string])[]): WireResponse {
  return reply(200, [['Access-Control-Allow-Origin', value], ...others])
}

async function messageOf(transport: Transport, init?: PageRequestInit): Promise<string | null> {
  const verdict = await createPage(transport, { origin: PAGE }).check(`${API}/x`, init)
  if (verdict.outcome !== 'blocked') throw new Error(String(verdict))
  const message = chromiumMessage(verdict, PAGE)
  if (message?.startsWith('Access to fetch')) {
    expect(explainMessage(message)).toMatchObject([
      { code: verdict.code, browser: 'chromium', facts: { origin: PAGE } },
    ])
  }
  return message
}

describe('chromiumMessage', () => {
  it.each<readonly [Transport, PageRequestInit, string]>([
    [
      responding(reply(200)),
      {},
      "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    [
      responding(reply(404)),
      PUT,
      `${PREFLIGHT}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    ],
    [
      responding(allowing(PAGE, ['Access-Control-Allow-Origin', '*'])),
      {},
      `The 'Access-Control-Allow-Origin' header contains multiple values '${PAGE}, *', but only one is allowed. Have the server send the header with a valid value.`,
    ],
    [
      responding(allowing('app.example.com')),
      {},
      "The 'Access-Control-Allow-Origin' header contains the invalid value 'app.example.com'. Have the server send the header with a valid value.",
    ],
    [
      responding(allowing('http://localhost:3000')),
      PUT,
      `${PREFLIGHT}The 'Access-Control-Allow-Origin' header has a value 'http://localhost:3000' that is not equal to the supplied origin. Have the server send the header with a valid value.`,
    ],
    [
      responding(allowing('*')),
      INCLUDE,
      "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    [
      responding(reply(200, shared())),
      INCLUDE,
      "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
    ],
    [
      responding(reply(200, shared(['Access-Control-Allow-Credentials', 'True']))),
      INCLUDE,
      "The value of the 'Access-Control-Allow-Credentials' header in the response is 'True' which must be 'true' when the request's credentials mode is 'include'.",
    ],
    [
      responding(reply(301, shared(['Location', '/y']))),
      PUT,
      `${PREFLIGHT}Redirect is not allowed for a preflight request.`,
    ],
    [responding(reply(404, shared())), PUT, `${PREFLIGHT}It does not have HTTP ok status.`],
    [
      responding(reply(200, shared(['Access-Control-Allow-Methods', '[PUT]']))),
      PUT,
      'Cannot parse Access-Control-Allow-Methods response header field in preflight response.',
    ],
    [
      responding(reply(200, shared(['Access-Control-Allow-Headers', '"X-A"']))),
      { headers: { 'X-A': '1' } },
      'Cannot parse Access-Control-Allow-Headers response header field in preflight response.',
    ],
    [
      responding(reply(200, shared())),
      PUT,
      'Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.',
    ],
    [
      responding(reply(200, shared(['Access-Control-Allow-Headers', 'X-A, x-c']))),
      { headers: { 'X-C': '1', 'X-B': '1', 'X-A': '1', 'X-D': '1' } },
      'Request header field x-b is not allowed by Access-Control-Allow-Headers in preflight response.',
    ],
    [
      responding(reply(302, shared(['Location', 'https://me:s3cret@api.example.com/']))),
      {},
      "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
    ],
  ])('is what Chromium prints (%#)', async (transport, init, reason) => {
    expect(await messageOf(transport, init)).toBe(`${START}${reason}`)
  })

  it('names both URLs of a redirect, and the page as the origin', async () => {
    const transport = routes({
      '/x': reply(302, shared(['Location', 'https://other.example/y'])),
      '/y': reply(200, [['Access-Control-Allow-Origin', PAGE]]),
    })
    expect(await messageOf(transport)).toBe(
      `Access to fetch at 'https://other.example/y' (redirected from '${API}/x') from origin '${PAGE}' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value '${PAGE}' that is not equal to the supplied origin. Have the server send the header with a valid value.`,
    )
  })

  it.each([
    [reply(302, shared(['Location', 'http://['])), 'net::ERR_INVALID_REDIRECT'],
    [reply(302, shared(['Location', '/x'])), 'net::ERR_TOO_MANY_REDIRECTS'],
    [reply(407, shared()), 'net::ERR_UNEXPECTED_PROXY_AUTH'],
  ])(
    'is an error of the network panel if Chromium prints nothing else (%#)',
    async (response, name) => {
      expect(await messageOf(() => response)).toBe(`Failed to load resource: ${name}`)
    },
  )

  it.each<readonly [string, Transport, PageRequestInit]>([
    ['nothing was sent', responding(reply(200)), { mode: 'same-origin' }],
    [
      'Chromium still lets it pass',
      responding(reply(200, shared(['Access-Control-Allow-Headers', '*']))),
      { headers: { Authorization: 'Bearer x' } },
    ],
    ['the network decides on the words', () => Promise.reject(new Error('offline')), {}],
  ])('is unknown if %s', async (_, transport, init) => {
    expect(await messageOf(transport, init)).toBeNull()
  })
})
