import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleFile, runExample, TIMEOUT } from './run-example.js'

/** What each example prints; those of `node:test` are tested apart. */
const PRINTED = {
  'database-allowlist.js': `before: /asking blocked, /updated blocked
inserted: /asking shared, /updated blocked
inserted and updated: /asking shared, /updated shared
CorsConfigError: 1 problem in the CORS options
  origin[2]  "https://third.example/"  an origin has no path, not even a slash at its end  [origin-invalid]
             → "https://third.example"
wrong row: /asking shared, /updated shared
deleted and updated: /asking blocked, /updated blocked
`,
  'per-route.js': `https://app.example.com
  GET /orders: shared
  GET /news: shared
  PUT /report: blocked
https://reports.example.com
  GET /orders: blocked
  GET /news: shared
  PUT /report: shared
`,
  'policy-per-request.js': `https://app.example.com /public/news: shared
https://app.example.com /orders: shared
https://anybody.example /public/news: shared
https://anybody.example /orders: blocked
`,
  'quick-start.js': `https://app.example.com: [{"id":1}]
http://localhost:5173: [{"id":1}]
https://evil.example: The response from http://server.test/orders (status 200) has no Access-Control-Allow-Origin, but the origin https://evil.example needs one. Fix: send Access-Control-Allow-Origin: https://evil.example with every response, error responses included.
`,
  'websocket-upgrade.js': `https://app.example.com: welcome
https://evil.example: Unexpected server response: 403
`,
}

const TESTS = ['cors-in-tests.test.js', 'policy-in-a-unit-test.test.js']
const FAILING_TEST = 'failing-on-purpose.js'

/** The default reporter differs between versions of Node. */
const REPORTER = ['--test-reporter=tap']

describe('the examples', { timeout: TIMEOUT }, () => {
  it('are all known here', () => {
    const files = readdirSync(exampleFile('')).filter((name) => name.endsWith('.js'))
    expect(new Set(files)).toEqual(new Set([...Object.keys(PRINTED), ...TESTS, FAILING_TEST]))
  })

  it.each(Object.entries(PRINTED))('%s runs and prints what it shows', async (name, stdout) => {
    expect(await runExample(name)).toEqual({ code: 0, stdout, stderr: '' })
  })

  it.each(TESTS)('%s passes', async (name) => {
    const { code, stdout } = await runExample(name, REPORTER)
    expect(stdout).toContain('# tests 3\n')
    expect(stdout).toContain('# pass 3\n')
    expect(code).toBe(0)
  })

  it('failing-on-purpose.js fails and says why', async () => {
    const { code, stdout } = await runExample(FAILING_TEST, REPORTER)
    expect(stdout).toContain('not ok 1 - our page may send X-Trace\n')
    expect(stdout).toContain(
      [
        'blocked: header-not-in-allow-headers',
        'The response to the CORS-preflight request for http://server.test/orders (status 204) has Access-Control-Allow-Headers "X-Id", but the request has x-trace. Fix: add x-trace to Access-Control-Allow-Headers.',
      ].join('\n    '),
    )
    expect(code).toBe(1)
  })
})
