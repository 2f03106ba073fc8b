import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openLog } from '../../../src/connect/open-log.js'

const CHILD = fileURLToPath(new URL('debug-log-child.ts', import.meta.url))

const STRANGER =
  '"https://evil.test" is not allowed; allowed: "https://app.example.com"; to allow it, add "https://evil.test" to origin'

/** What the child writes to stderr, by line, without its process id. */
async function logOf(nodeDebug: string): Promise<string[]> {
  const env = { ...process.env, NODE_DEBUG: nodeDebug }
  const run = promisify(execFile)
  const { stderr } = await run(process.execPath, ['--import', 'tsx', CHILD], { env })
  return stderr
    .trimEnd()
    .replaceAll(/^STRICT-CORS \d+: /gm, '')
    .split('\n')
}

describe('NODE_DEBUG=strict-cors', { timeout: 30_000 }, () => {
  it('writes advice on the options and every denial that was not replaced to stderr, a line each', async () => {
    expect(await logOf('strict-cors')).toEqual([
      'exposedHeaders: a CORS-safelisted response-header name: every page that may read the response can read this header [exposed-header-redundant] → []',
      'maxAge: Firefox keeps a preflight for 86400 seconds at most, Chromium for 7200 [max-age-capped] → 86400',
      `GET /orders?page=2 [origin-not-allowed] the origin ${STRANGER}`,
      `GET /api/orders [origin-not-allowed] the origin ${STRANGER}`,
      'GET /api/strict [origin-not-allowed] the origin "https://evil.test" is not allowed; allowed: "https://b.example"; to allow it, add "https://evil.test" to origin',
      `GET /${'x'.repeat(199)}… [origin-not-allowed] the origin ${STRANGER}`,
      'OPTIONS /api/orders [method-not-allowed] the method "DELETE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; to allow it, add "DELETE" to methods',
      'GET /cookie [credentials-not-allowed] the request from "https://app.example.com" carries a cookie, and credentials are not allowed, so the browser hides the response from the page; to allow them, write credentials: true, or leave out credentials: "include" in the page',
      'allowedHeaders: a forbidden request-header: no page can set it, so allowing it has no effect [header-forbidden] → []',
      'exposedHeaders: a forbidden response-header name: browsers never let a page read it [exposed-header-forbidden] → []',
      'allowedHeaders: a forbidden request-header: no page can set it, so allowing it has no effect [header-forbidden] → []',
      'origin: the function given to cors() answered [], so no origin is allowed for this request [origin-missing] → false',
      '1 problem in the options from the function given to cors()',
      '  origin  "app.example.com"  an origin starts with a scheme  [origin-invalid]',
      '          → "https://app.example.com"',
      'to learn this at start-up, make the policies beforehand with createPolicy(), and answer with one of them',
      '  https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md#origin-invalid',
    ])
  })

  it('is necessary: nothing is written without it', async () => {
    expect(await logOf('http2')).toEqual([''])
  })
})

it('the debug log is off in a process that does not ask for it', () => {
  expect(openLog().enabled).toBe(false)
})
