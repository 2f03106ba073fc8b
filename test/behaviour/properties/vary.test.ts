import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { type RunningServer, startHttp1 } from '../servers/servers.js'

const ORIGIN = 'https://app.example.com'

const CASES = [
  { what: 'a CORS request', options: {}, method: 'GET', names: ['Origin'] },
  {
    what: 'a CORS-preflight request',
    options: {},
    method: 'OPTIONS',
    names: ['Origin', 'Access-Control-Request-Headers'],
  },
  {
    what: 'a CORS-preflight request that is continued',
    options: { preflightContinue: true },
    method: 'OPTIONS',
    names: ['Origin', 'Access-Control-Request-Headers'],
  },
  {
    what: 'a CORS-preflight request whose method is reflected too',
    options: { credentials: true, methods: '*' },
    method: 'OPTIONS',
    names: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
  },
]

const element = fc.oneof(
  fc.constantFrom('*', '', 'Origin', 'origin', 'ORIGIN', 'Accept-Encoding', 'X-Origin'),
  fc.constantFrom('Access-Control-Request-Headers', 'access-control-request-method'),
  // Whatever a header value may carry.
  fc
    .array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 8 })
    .map((codes) => String.fromCharCode(...codes.filter((code) => code !== 0x7f))),
)
const list = fc
  .tuple(fc.array(element, { maxLength: 5 }), fc.constantFrom(',', ', ', ' , ', ',\t', ',,'))
  .map(([elements, comma]) => elements.join(comma))

/** What an app may have set before the middleware runs. */
const anyVary = fc.option(fc.oneof(list, list, fc.array(list, { maxLength: 3 })), {
  nil: undefined,
})

let middleware = cors()
let existing: string | string[] | undefined
let server: RunningServer

beforeAll(async () => {
  server = await startHttp1((req, res) => {
    if (existing !== undefined) res.setHeader('Vary', existing)
    middleware(req, res, () => res.end())
  })
})
afterAll(() => server.close())

async function varyOf(method: string): Promise<string[]> {
  const { headers } = await server.send({
    method,
    headers: [
      ['Origin', ORIGIN],
      ['Access-Control-Request-Method', 'PUT'],
    ],
  })
  return headers.filter(([name]) => name === 'Vary').map(([, value]) => value)
}

/**
 * The elements of a list without the spaces around them, as field names compare. A tab is part of
 * an element here, as in the package vary, although RFC 9110 §5.6.3 counts it as white space.
 */
function namesIn(value: string): readonly string[] {
  return value.split(',').map((name) => name.replace(/^ +| +$/g, '').toLowerCase())
}

/**
 * What a value should become: `*` already names every field; otherwise each name that is missing is
 * added at the end, and the rest is unchanged. RFC 9110 §12.5.5
 */
function extended(present: string, names: readonly string[]): string {
  if (namesIn(present).includes('*')) return '*'
  const missing = names.filter((name) => !namesIn(present).includes(name.toLowerCase()))
  return [...(present === '' ? [] : [present]), ...missing].join(', ')
}

describe('Vary', () => {
  it.each(CASES)('keeps what the app has set and has every name, for $what', async (row) => {
    middleware = cors({ ...row.options, origin: ORIGIN })
    const seen = { star: 0, kept: 0, added: 0 }
    const property = fc.asyncProperty(anyVary, async (value) => {
      existing = value
      const present = [value ?? ''].flat().join(', ')
      const expected = extended(present, row.names)
      const sent = await varyOf(row.method)
      expect(sent).toEqual([expected])
      seen[expected === '*' ? 'star' : expected === present ? 'kept' : 'added']++
    })
    await fc.assert(property, { seed: 20261120, numRuns: 200 })
    expect(Math.min(seen.star, seen.added)).toBeGreaterThan(10)
  })

  it.each([
    ['a name in another case', 'ORIGIN', 'ORIGIN'],
    ['a name among others', 'Accept-Encoding,oRiGiN , Accept', 'Accept-Encoding,oRiGiN , Accept'],
    ['other names', 'Accept-Encoding,  Accept', 'Accept-Encoding,  Accept, Origin'],
    ['a name that ends with one', 'X-Origin', 'X-Origin, Origin'],
    ['a name twice', 'Accept, Accept', 'Accept, Accept, Origin'],
    ['several lines', ['Accept', 'Accept-Encoding'], 'Accept, Accept-Encoding, Origin'],
    ['*', '*', '*'],
    ['* among names', 'Accept, *', '*'],
    ['nothing', undefined, 'Origin'],
  ])('keeps or extends what an app has set: %s', async (_what, value, expected) => {
    middleware = cors({ origin: ORIGIN })
    existing = value
    expect(await varyOf('GET')).toEqual([expected])
  })
})
