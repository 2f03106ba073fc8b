import fc from 'fast-check'
import vary from 'vary'
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
let names: readonly string[] = []
let existing: string | string[] | undefined
let server: RunningServer

beforeAll(async () => {
  server = await startHttp1((req, res) => {
    if (existing !== undefined) res.setHeader('Vary', existing)
    if (req.url === '/middleware') {
      middleware(req, res, () => res.end())
    } else {
      vary(res, [...names])
      res.end()
    }
  })
})
afterAll(() => server.close())

async function varyOf(path: string, method: string): Promise<string[]> {
  const { headers } = await server.send({
    method,
    path,
    headers: [
      ['Origin', ORIGIN],
      ['Access-Control-Request-Method', 'PUT'],
    ],
  })
  return headers.filter(([name]) => name === 'Vary').map(([, value]) => value)
}

describe('Vary', () => {
  it.each(CASES)('is what the package vary makes of it, for $what', async (row) => {
    middleware = cors({ ...row.options, origin: ORIGIN })
    names = row.names
    const property = fc.asyncProperty(anyVary, async (value) => {
      existing = value
      const ours = await varyOf('/middleware', row.method)
      expect(ours).toEqual(await varyOf('/package', row.method))
      expect(ours).toHaveLength(1)
    })
    await fc.assert(property, { seed: 20261120, numRuns: 200 })
  })
})
