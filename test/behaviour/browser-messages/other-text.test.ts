import { describe, expect, it } from 'vitest'
import { explainMessage } from '../../../src/browser/messages/explain-message.js'

const ORDINARY: readonly string[] = [
  '',
  'Listening on http://localhost:3000',
  'GET /api/users 200 12.345 ms - 512',
  '127.0.0.1 - - [21/Nov/2026:14:22:01 +0000] "OPTIONS /api HTTP/1.1" 204 0 "https://app.example.com/"',
  '[cors] enabled for https://app.example.com, https://www.example.com',
  'res.setHeader("Access-Control-Allow-Origin", "https://app.example.com")',
  'Access-Control-Allow-Origin: https://app.example.com\nVary: Origin\nStatus: 204',
  'Access-Control-Allow-Methods: GET, PUT\nAccess-Control-Allow-Headers: Content-Type',
  "app.use(cors({ origin: 'https://app.example.com', credentials: true }))",
  'Failed to fetch the list of users from the cache, retrying',
  'Failed to load config from /etc/app.json',
  'Failed to load https://registry.example.com/x, retrying in 5 s',
  'TypeError: fetch failed\n    at node:internal/deps/undici/undici:13510:13\n  [cause]: Error: connect ECONNREFUSED 127.0.0.1:8080',
  "TypeError: Cannot read properties of undefined (reading 'headers')\n    at Server.handle (/srv/app/index.js:12:7)",
  'Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client',
  'Error: ERR_SSL_WRONG_VERSION_NUMBER',
  'npm error code ERR_INVALID_ARG_TYPE',
  'HTTP 431 Request Header Fields Too Large',
  'Redirect from /old to /new is permanent',
  'The field has a value that is too long',
  'Method PUT is not allowed for this account',
  'The header is not allowed here',
  'This environment is not supported.',
  'TypeScript error. See above.',
  'error TS2345: Argument of type string is not assignable',
  'Origin of the request: https://app.example.com',
  'Status code: 404. The page was not found.',
  'Cross-origin isolation is on',
  'Das Laden der Datei ist fehlgeschlagen. Statuscode: 500',
  '値が期待と異なる',
  'The certificate was renewed; the connection was closed by the peer.',
  'WARN slow query: SELECT * FROM origins WHERE allowed = true (512 ms)',
]

describe('text that is not a message of a browser', () => {
  it.each(ORDINARY)('gets no explanation: %s', (text) => {
    expect(explainMessage(text)).toEqual([])
  })

  it('hides no message around it', () => {
    const message = 'Request header field x-id is not allowed by Access-Control-Allow-Headers.'
    const log = [...ORDINARY, message, ...ORDINARY].join('\n')

    expect(explainMessage(log).map(({ code, facts }) => ({ code, facts }))).toEqual([
      { code: 'header-not-in-allow-headers', facts: { header: 'x-id' } },
    ])
  })
})
