import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleFile, runExample, TIMEOUT } from './run-example.js'

/** What each example prints; those of `node:test` are tested separately. */
const PRINTED = {
  'development-and-production.js': `https://app.example.com: blocked
http://localhost:5173: shared
`,
  'logs-and-metrics/open-telemetry.js': `{"cors.kind":"cors","cors.code":"allowed"} 1
{"cors.kind":"cors","cors.code":"origin-not-allowed"} 1
`,
  'logs-and-metrics/prom-client.js': `# HELP cors_decisions_total Requests with an Origin header, by what the policy said of them
# TYPE cors_decisions_total counter
cors_decisions_total{kind="preflight",code="allowed"} 1
cors_decisions_total{kind="cors",code="allowed"} 1
cors_decisions_total{kind="cors",code="origin-not-allowed"} 1
cors_decisions_total{kind="same-origin",code="allowed"} 1
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
  'preview-deployments.js': `public-suffix-wildcard: it lets in "https://myapp-evil.vercel.app"; anyone can register a name under vercel.app, and credentials are on
https://pr-7.preview.example.com: with cookies shared, with a token blocked
https://myapp-8f3c.vercel.app: with cookies blocked, with a token shared
https://myapp-evil.vercel.app: with cookies blocked, with a token shared
`,
  'quick-start.js': `https://app.example.com: [{"id":1}]
http://localhost:5173: [{"id":1}]
https://evil.example: The response from http://server.test/orders (status 200) has no Access-Control-Allow-Origin, but the origin https://evil.example needs one. Fix: send Access-Control-Allow-Origin: https://evil.example with every response, error responses included.
`,
  'sessions.js': `credentials: 'include': {"user":"ada"}
credentials: 'same-origin': {"user":"nobody"}
`,
  'websocket-upgrade.js': `https://app.example.com: welcome
https://evil.example: Unexpected server response: 403
`,
}

/** Tested in test/real-servers/, since they need PostgreSQL and nginx, or in a file of their own. */
const SERVERS = [
  'behind-nginx/app.js',
  'many-servers/look-ups/customer-origins.js',
  'many-servers/look-ups/server.js',
  'many-servers/whole-list/follow-table.js',
  'many-servers/whole-list/server.js',
]

const LOG = 'logs-and-metrics/pino.js'

const TESTS = ['cors-in-tests.test.js', 'policy-in-a-unit-test.test.js']
const FAILING_TEST = 'failing-on-purpose.js'

/** The default reporter differs between versions of Node. */
const REPORTER = ['--test-reporter=tap']

describe('the examples', { timeout: TIMEOUT }, () => {
  it('are all known here, or in test/package/consumers/ if they need other test runners', () => {
    const files = readdirSync(exampleFile(''), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.js') && !/^(?:server|testing)\//.test(name),
    )
    const known = [...Object.keys(PRINTED), ...SERVERS, ...TESTS, LOG, FAILING_TEST]
    expect(new Set(files)).toEqual(new Set(known))
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

describe('logs-and-metrics/pino.js', { timeout: TIMEOUT }, () => {
  it('logs a refusal as data, and no more than twenty a minute', async () => {
    const { code, stdout, stderr } = await runExample(LOG)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([code, stderr, lines.length]).toEqual([0, '', 20])
    expect(lines[0]).toEqual({
      level: 40,
      cors: { kind: 'preflight', code: 'method-not-allowed', values: ['DELETE'] },
      method: 'OPTIONS',
      url: '/orders',
      msg: 'the method "DELETE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; to allow it, add "DELETE" to methods',
    })
  })
})

describe('development-and-production.js', { timeout: TIMEOUT }, () => {
  const run = (environment: Readonly<Record<string, string>>) =>
    runExample('development-and-production.js', [], environment)

  it.each([
    ['a list with spaces and a comma at its end', ' https://app.example.com, https://b.example, '],
    ['one origin', 'https://app.example.com'],
  ])('reads %s', async (_what, CORS_ORIGINS) => {
    const { stdout } = await run({ CORS_ORIGINS, NODE_ENV: 'production' })
    expect(stdout).toBe('https://app.example.com: shared\nhttp://localhost:5173: blocked\n')
  })

  it('reads * as everybody, without credentials', async () => {
    const { stdout } = await run({ CORS_ORIGINS: '*', NODE_ENV: 'production' })
    expect(stdout).toBe('https://app.example.com: shared\nhttp://localhost:5173: shared\n')
  })

  it.each(['', ' , '])('does not start in production with the list "%s"', async (CORS_ORIGINS) => {
    const { code, stdout, stderr } = await run({ CORS_ORIGINS, NODE_ENV: 'production' })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('origin  []  no origin is named  [origin-missing]\n')
  })
})

describe('sessions.js in production', { timeout: TIMEOUT }, () => {
  it('still recognizes the user, whose cookie is now Secure', async () => {
    const { stdout } = await runExample('sessions.js', [], { NODE_ENV: 'production' })
    expect(stdout).toContain(`credentials: 'include': {"user":"ada"}\n`)
  })
})
