import { describe, expect, it, onTestFinished } from 'vitest'
import cors, { type Decision } from '../../../src/index.js'
import { SERVERS, type ServerKind } from './servers.js'
import { type SeenResponse, seen, type WireRequest } from './wire.js'

const ORIGIN = 'https://app.example.com'
const REFLECTING = { origin: [ORIGIN, 'https://*.example.org'], methods: 'GET' }
const PREFLIGHT_VARY = 'Origin, Access-Control-Request-Headers'

const PERMISSION = {
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-methods': 'GET',
  vary: PREFLIGHT_VARY,
}

type Lines = NonNullable<WireRequest['headers']>

interface Outcome {
  readonly response: SeenResponse
  readonly decisions: readonly Decision[]
}

async function sendTo({ start }: ServerKind, request: WireRequest): Promise<Outcome> {
  const decisions: Decision[] = []
  const onDecision = (decision: Decision) => {
    decisions.push(decision)
  }
  const server = await start(cors({ ...REFLECTING, onDecision }))
  onTestFinished(() => server.close())
  return { response: seen(await server.send(request)), decisions }
}

function preflight(...headers: Lines): WireRequest {
  const lines: Lines = [
    ['origin', ORIGIN],
    ['access-control-request-method', 'GET'],
  ]
  return { method: 'OPTIONS', headers: [...lines, ...headers] }
}

const app = (headers: Readonly<Record<string, string>>) => ({
  status: 200,
  headers: { ...headers, 'content-length': '3' },
  body: 'app',
})
const noContent = (headers: Readonly<Record<string, string>>) => ({
  status: 204,
  headers,
  body: '',
})

describe.each(SERVERS)('$name', (kind) => {
  it('refuses two Origin lines, though both are allowed', async () => {
    const headers: Lines = [
      ['origin', ORIGIN],
      ['origin', ORIGIN],
    ]
    const { response, decisions } = await sendTo(kind, { headers })
    expect(response).toEqual(app({ vary: 'Origin' }))
    expect(decisions.map(({ denial }) => denial)).toEqual([
      {
        code: 'origin-invalid',
        message: `the Origin "${ORIGIN}, ${ORIGIN}" is not a serialized origin such as "https://app.example.com"; look at the client that sends it`,
        values: [`${ORIGIN}, ${ORIGIN}`],
      },
    ])
  })

  it('reads two Access-Control-Request-Headers lines as one list', async () => {
    const request = preflight(
      ['access-control-request-headers', 'x-a'],
      ['access-control-request-headers', 'x-b,x-c'],
    )
    const { response, decisions } = await sendTo(kind, request)
    expect(response).toEqual(
      noContent({ ...PERMISSION, 'access-control-allow-headers': 'x-a, x-b,x-c' }),
    )
    expect(decisions.map(({ allowed }) => allowed)).toEqual([true])
  })

  it('does not copy the Vary of the request', async () => {
    const headers: Lines = [
      ['origin', ORIGIN],
      ['vary', 'X-Secret'],
    ]
    const { response } = await sendTo(kind, { headers })
    expect(response).toEqual(app({ 'access-control-allow-origin': ORIGIN, vary: 'Origin' }))
  })

  it('reads header names in any case', async () => {
    const { response } = await sendTo(kind, { headers: [['oRIGIN', ORIGIN]] })
    expect(response).toEqual(app({ 'access-control-allow-origin': ORIGIN, vary: 'Origin' }))
  })
})

const [, , , NODE_HTTP] = SERVERS
if (NODE_HTTP === undefined) throw new Error('no node:http')

const STRANGE_ORIGINS = [
  ['an empty one', ''],
  ['one in upper case', 'HTTPS://APP.EXAMPLE.COM'],
  ['one with a slash', `${ORIGIN}/`],
  ['one with its default port', `${ORIGIN}:443`],
  ['one with a byte behind it', `${ORIGIN}\x80`],
  ['one with a tab in it', 'https://app.\texample.com'],
  ['one with a byte in front of an allowed domain', 'https://\xff.example.org'],
  ['one with an empty label', 'https://.example.org'],
  ['one with a comma', `${ORIGIN},https://evil.test`],
  ['one of more than 300 bytes', `https://${'a.'.repeat(150)}example.org`],
] as const

const STRANGE_LISTS = [
  ['a name that is no token', 'x-a, x(b)'],
  ['names without a comma between them', 'x-a x-b'],
  ['bytes outside ASCII', 'x-a, x-\xe9'],
  ['more than 4,096 bytes', `x-${'a'.repeat(4095)}`],
  ['more than 128 names', Array(129).fill('x').join(',')],
] as const

const BOUNDARY_LISTS = [
  ['exactly 4,096 bytes', `x-${'a'.repeat(4094)}`],
  ['exactly 128 names', Array(128).fill('x').join(',')],
  ['optional white space and empty elements', 'x-a ,,\t x-b'],
] as const

describe('over a raw socket', () => {
  it.each(STRANGE_ORIGINS)('never reflects an Origin: %s', async (_what, origin) => {
    const { response, decisions } = await sendTo(NODE_HTTP, { headers: [['Origin', origin]] })
    expect(response).toEqual(app({ vary: 'Origin' }))
    expect(decisions.map(({ denial }) => denial?.code)).toEqual(['origin-invalid'])
  })

  it.each(STRANGE_LISTS)('never reflects a list of headers with %s', async (_what, list) => {
    const request = preflight(['Access-Control-Request-Headers', list])
    const { response, decisions } = await sendTo(NODE_HTTP, request)
    expect(response).toEqual(noContent(PERMISSION))
    expect(decisions.map(({ denial }) => denial?.code)).toEqual(['request-headers-invalid'])
  })

  it.each(BOUNDARY_LISTS)('reflects a list of headers with %s', async (_what, list) => {
    const request = preflight(['Access-Control-Request-Headers', list])
    const { response, decisions } = await sendTo(NODE_HTTP, request)
    expect(response).toEqual(noContent({ ...PERMISSION, 'access-control-allow-headers': list }))
    expect(decisions.map(({ allowed }) => allowed)).toEqual([true])
  })

  it('denies two Access-Control-Request-Method lines', async () => {
    const request = preflight(['Access-Control-Request-Method', 'GET'])
    const { response, decisions } = await sendTo(NODE_HTTP, request)
    expect(response).toEqual(noContent(PERMISSION))
    expect(decisions.map(({ denial }) => denial?.code)).toEqual(['method-not-allowed'])
  })

  it('writes header names as the standard does', async () => {
    const server = await NODE_HTTP.start(
      cors({ origin: ORIGIN, credentials: true, maxAge: 600, optionsSuccessStatus: 200 }),
    )
    onTestFinished(() => server.close())
    const request = preflight(['Access-Control-Request-Headers', 'x-a'])
    const { headers } = await server.send(request)
    expect(headers.map(([name]) => name)).toEqual([
      'Access-Control-Allow-Origin',
      'Access-Control-Allow-Credentials',
      'Access-Control-Allow-Methods',
      'Access-Control-Allow-Headers',
      'Access-Control-Max-Age',
      'Vary',
      'Content-Length',
      'Date',
      'Connection',
    ])
  })
})
