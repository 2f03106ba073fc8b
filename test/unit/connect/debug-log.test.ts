import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const CHILD = fileURLToPath(new URL('debug-log-child.ts', import.meta.url))

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
  it('writes advice on the options and every denial to stderr, a line each', async () => {
    expect(await logOf('strict-cors')).toEqual([
      'exposedHeaders: a CORS-safelisted response-header name: every page that may read the response can read this header [exposed-header-redundant] → remove it',
      'maxAge: Firefox keeps a preflight for 86400 seconds at most, Chromium for 7200 [max-age-capped] → 86400',
      '[origin-not-allowed] the origin "https://evil.test" is not allowed; allowed: "https://app.example.com"; to allow it, add "https://evil.test" to origin',
      '[origin-invalid] the Origin "https://evil.test\\u000aSTRICT-CORS 1: all is well" is not a serialized origin such as "https://app.example.com"; look at the client or proxy that sends it',
      '[method-not-allowed] the method "DELETE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; to allow it, add "DELETE" to methods',
      'allowedHeaders: a forbidden request-header: no page can set it, so allowing it has no effect [header-forbidden] → remove it',
      'exposedHeaders: a forbidden response-header name: browsers never let a page read it [exposed-header-forbidden] → remove it',
      'allowedHeaders: a forbidden request-header: no page can set it, so allowing it has no effect [header-forbidden] → remove it',
      'origin: the function given to cors() answered [], so CORS is off for this request [origin-missing] → false',
      '[origin-not-allowed] the origin "https://app.example.com" is not allowed; origin: false turns CORS off; to allow it, write origin: ["https://app.example.com"]',
      '[origin-not-allowed] the origin "https://app.example.com" is not allowed; origin: false turns CORS off; to allow it, write origin: ["https://app.example.com"]',
      '1 problem in the options that the function given to cors() answered',
      '  origin  "app.example.com"  an origin starts with a scheme  [origin-invalid]',
      '          → "https://app.example.com"',
      'to learn this at start-up, make the policies beforehand with createPolicy(), and answer with one of them',
    ])
  })

  it('is what it takes: nothing is written without it', async () => {
    expect(await logOf('http2')).toEqual([''])
  })
})
