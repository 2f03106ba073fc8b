import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import cors from '../../../src/index.js'
import { startHttp1 } from '../servers/servers.js'
import { REFLECTING_POLICIES } from './reflecting-policies.js'
import { isValidResponseHeader } from './response-header-grammar.js'

const SEED = 20261120

/** Parts that pass a validator, so that bytes next to them have a chance to pass as well. */
const goodPart = fc.constantFrom(
  'https://',
  'http://',
  'app.example.com',
  'localhost',
  ':8443',
  'null',
  'x-a',
  'PUT',
  '*',
  ',',
  ', ',
  '\t',
  'x,'.repeat(64),
  'x'.repeat(2048),
)
const latin1 = fc.nat(0xff).map((code) => String.fromCharCode(code))
const utf16 = fc.string({ unit: 'binary', maxLength: 1 })

/** A header value: one of those given, good parts with odd characters in between, or these only. */
function near(values: readonly string[], character: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const part = fc.oneof({ weight: 4, arbitrary: goodPart }, { weight: 1, arbitrary: character })
  return fc.oneof(
    fc.constantFrom(...values),
    fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
    fc.array(character, { maxLength: 50 }).map((characters) => characters.join('')),
  )
}

const ORIGINS = ['https://app.example.com', 'http://localhost:8443', 'null']
const METHODS = ['GET', 'PUT', 'x']
/** Some of them a little over the limits. */
const LISTS = [
  'x-a',
  'x-a, x-b',
  'x-a,,\tx-b ,',
  ...[128, 129].map((names) => 'x,'.repeat(names)),
  ...[4096, 4097].map((length) => 'x'.repeat(length)),
]

const method = fc.constantFrom('OPTIONS', 'OPTIONS', 'GET')

function invalid(headers: readonly (readonly [name: string, value: string])[]) {
  return headers.filter(([name, value]) => !isValidResponseHeader(name, value))
}

describe('arbitrary request headers', () => {
  const header = (values: readonly string[]) => {
    const value = fc.oneof(near(values, latin1), near(values, utf16))
    const lines = fc.array(value, { maxLength: 3 })
    return fc.option(fc.oneof(value, value, value, lines), { nil: undefined, freq: 8 })
  }
  const request = fc.record({
    method: fc.oneof(method, method, near(METHODS, utf16)),
    headers: fc.record({
      origin: header(ORIGINS),
      'access-control-request-method': header(METHODS),
      'access-control-request-headers': header(LISTS),
    }),
  })

  it('throw nothing, and no part of them comes back unvalidated', async () => {
    const seen = { allowed: 0, denied: 0, reflectedHeaders: 0 }
    const property = fc.asyncProperty(
      fc.constantFrom(...REFLECTING_POLICIES),
      request,
      async (policy, asked) => {
        const { allowed, denial, headers, vary } = await policy.evaluate(asked)
        expect(invalid(Object.entries(headers))).toEqual([])
        expect(invalid(vary.map((name) => ['Vary', name]))).toEqual([])
        // The one character outside ASCII says where a value was cut.
        expect(denial?.message ?? 'allowed').toMatch(/^[\x20-\x7e…]+$/)
        expect(await policy.explain(asked)).toMatch(allowed ? /: allowed\n/ : /: denied\n/)
        seen[allowed ? 'allowed' : 'denied']++
        if (
          headers['Access-Control-Allow-Headers'] ===
          String(asked.headers['access-control-request-headers'])
        ) {
          seen.reflectedHeaders++
        }
      },
    )
    await fc.assert(property, { seed: SEED, numRuns: 5000 })
    // Each side of the claim has been seen often.
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(100)
  })
})

describe('arbitrary bytes over a raw socket', () => {
  const lines = (name: string, values: readonly string[]) => {
    // A line break in a value would begin another header line.
    const value = near(values, latin1).map((text) => text.replaceAll(/[\r\n]/g, ''))
    const line = value.map((text): [string, string] => [name, text])
    return fc.array(line, { minLength: 1, maxLength: 2 })
  }
  const request = fc.record({
    method,
    headers: fc
      .tuple(
        lines('Origin', ORIGINS),
        lines('Access-Control-Request-Method', METHODS),
        lines('Access-Control-Request-Headers', LISTS),
      )
      .map((headers) => headers.flat()),
  })
  const policies = REFLECTING_POLICIES.map((policy, index) => ({ policy, index }))

  it.each(policies)('never come back unvalidated: policy $index', async ({ policy }) => {
    const middleware = cors(policy)
    const server = await startHttp1((req, res) => {
      middleware(req, res, (error) => res.writeHead(error === undefined ? 200 : 500).end())
    })
    onTestFinished(() => server.close())
    const statuses = new Set<number>()
    const property = fc.asyncProperty(request, async (asked) => {
      const { status, headers } = await server.send(asked)
      statuses.add(status)
      const ofCors = headers.filter(([name]) => /^(?:access-control-.*|vary)$/i.test(name))
      expect(invalid(ofCors)).toEqual([])
    })
    await fc.assert(property, { seed: SEED, numRuns: 150 })
    // node:http itself responds with 400 to control characters.
    expect([...statuses].sort()).toEqual([200, 204, 400])
  })
})
