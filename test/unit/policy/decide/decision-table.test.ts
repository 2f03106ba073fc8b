import { describe, expect, it } from 'vitest'
import {
  type CorsOptions,
  type CorsRequest,
  createPolicy,
  type OriginOption,
} from '../../../../src/index.js'

const ORIGIN = 'https://app.example.com'
const STRANGER = 'https://evil.test'

const OPTIONS = {
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['X-A', 'X-B'],
  exposedHeaders: ['ETag', 'X-Id'],
  maxAge: 600,
} as const

const EXPOSED = { 'Access-Control-Expose-Headers': 'ETag,X-Id' }
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'PUT,DELETE',
  'Access-Control-Allow-Headers': 'X-A,X-B',
  'Access-Control-Max-Age': '600',
}

const nonCors: CorsRequest = { method: 'GET', headers: { host: 'api.example.com' } }
const cors = (origin: string): CorsRequest => ({ method: 'PUT', headers: { origin } })
const preflight = (origin: string, asked: CorsRequest['headers'] = {}): CorsRequest => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'x-a',
    ...asked,
  },
})

describe("a policy with origin '*'", () => {
  const policy = createPolicy(OPTIONS)
  const reader = { 'Access-Control-Allow-Origin': '*', ...EXPOSED }

  it('lets everybody read the response to a request without Origin', () => {
    expect(policy.evaluate(nonCors)).toEqual({
      kind: 'non-cors',
      allowed: true,
      rejected: false,
      headers: reader,
      vary: [],
    })
  })

  it.each([ORIGIN, STRANGER, 'null', 'no origin at all', ''])(
    'lets everybody read the response to a CORS request: %j',
    (origin) => {
      expect(policy.evaluate(cors(origin))).toEqual({
        kind: 'cors',
        allowed: true,
        rejected: false,
        headers: reader,
        vary: [],
      })
    },
  )

  it.each([ORIGIN, STRANGER, 'null', 'no origin at all', ''])(
    'responds to the preflight of everybody: %j',
    (origin) => {
      expect(policy.evaluate(preflight(origin))).toEqual({
        kind: 'preflight',
        allowed: true,
        rejected: false,
        headers: { 'Access-Control-Allow-Origin': '*', ...PREFLIGHT },
        vary: [],
      })
    },
  )
})

const OTHER_POLICIES: readonly (readonly [what: string, origin: OriginOption])[] = [
  ['an exact origin', ORIGIN],
  ['a subdomain pattern', 'https://*.example.com'],
  ['a port pattern', 'https://app.example.com:*'],
  ['a regular expression', /^https:\/\/app\.example\.com$/],
  ['a list', [ORIGIN, 'http://localhost:*']],
  ['a function', (origin) => origin === ORIGIN],
  ['a function that promises', async (origin) => origin === ORIGIN],
]

describe.each(OTHER_POLICIES)('a policy with %s', (_what, origin) => {
  describe.each([
    { mode: 'without credentials', credentials: false, granted: {} },
    {
      mode: 'with credentials',
      credentials: true,
      granted: { 'Access-Control-Allow-Credentials': 'true' },
    },
  ])('$mode', ({ credentials, granted }) => {
    const options: CorsOptions = { ...OPTIONS, origin, credentials }
    const policy = createPolicy(options)
    const reader = { 'Access-Control-Allow-Origin': ORIGIN, ...granted }

    it('sets nothing on the response to a request without Origin', async () => {
      expect(await policy.evaluate(nonCors)).toEqual({
        kind: 'non-cors',
        allowed: true,
        rejected: false,
        headers: {},
        vary: ['Origin'],
      })
    })

    it('lets an allowed origin read', async () => {
      expect(await policy.evaluate(cors(ORIGIN))).toEqual({
        kind: 'cors',
        allowed: true,
        rejected: false,
        headers: { ...reader, ...EXPOSED },
        vary: ['Origin'],
      })
    })

    it('sets nothing for a denied origin', async () => {
      expect(await policy.evaluate(cors(STRANGER))).toEqual({
        kind: 'cors',
        allowed: false,
        rejected: false,
        headers: {},
        vary: ['Origin'],
        denial: expect.objectContaining({ code: 'origin-not-allowed' }),
      })
    })

    it('responds to the preflight of an allowed origin', async () => {
      expect(await policy.evaluate(preflight(ORIGIN))).toEqual({
        kind: 'preflight',
        allowed: true,
        rejected: false,
        headers: { ...reader, ...PREFLIGHT },
        vary: ['Origin'],
      })
    })

    it('sends its whole lists even if the preflight asks for something else', async () => {
      const asked = { 'access-control-request-method': 'PATCH' }
      expect(await policy.evaluate(preflight(ORIGIN, asked))).toEqual({
        kind: 'preflight',
        allowed: false,
        rejected: false,
        headers: { ...reader, ...PREFLIGHT },
        vary: ['Origin'],
        denial: expect.objectContaining({ code: 'method-not-allowed' }),
      })
    })

    it('sets nothing for the preflight of a denied origin', async () => {
      expect(await policy.evaluate(preflight(STRANGER))).toEqual({
        kind: 'preflight',
        allowed: false,
        rejected: false,
        headers: {},
        vary: ['Origin'],
        denial: expect.objectContaining({ code: 'origin-not-allowed' }),
      })
    })
  })
})

describe('a policy with origin: true', () => {
  it.each([STRANGER, 'null'])('reflects every origin: %s', (origin) => {
    const policy = createPolicy({ origin: true })
    expect(policy.evaluate(cors(origin)).headers).toEqual({
      'Access-Control-Allow-Origin': origin,
    })
    expect(policy.evaluate(cors('https://app.example.com/')).headers).toEqual({})
    expect(policy.evaluate(nonCors)).toMatchObject({ headers: {}, vary: ['Origin'] })
  })

  it('does not reflect null with credentials, since every site can send it', () => {
    const policy = createPolicy({
      origin: true,
      credentials: true,
      dangerouslyAllow: ['any-origin'],
    })
    expect(policy.isOriginAllowed(STRANGER)).toBe(true)
    expect(policy.isOriginAllowed('null')).toBe(false)
  })
})

describe('a policy with origin: false', () => {
  it.each([
    ['non-cors', nonCors],
    ['cors', cors(ORIGIN)],
    ['preflight', preflight(ORIGIN)],
  ])('sets nothing, Vary included: %s', (kind, request) => {
    // Not even what would be reflected appears in Vary.
    const { allowedHeaders: _, ...others } = OPTIONS
    const policy = createPolicy({ ...others, origin: false, methods: '*', credentials: true })
    expect(policy.evaluate(request)).toMatchObject({ kind, headers: {}, vary: [] })
    expect(policy.evaluate(request).allowed).toBe(kind === 'non-cors')
  })
})

interface ReflectionCase {
  readonly what: string
  readonly options: CorsOptions
  readonly methods?: string | undefined
  readonly headers?: string | undefined
  readonly vary: readonly string[]
}

const REFLECTIONS: readonly ReflectionCase[] = [
  {
    what: 'the headers asked for, if allowedHeaders is omitted',
    options: { origin: ORIGIN },
    methods: 'GET,HEAD,PUT,PATCH,POST,DELETE',
    headers: 'x-a,  X-B',
    vary: ['Origin', 'Access-Control-Request-Headers'],
  },
  {
    what: "the headers asked for, if allowedHeaders is omitted and origin is '*'",
    options: {},
    methods: 'GET,HEAD,PUT,PATCH,POST,DELETE',
    headers: 'x-a,  X-B',
    vary: ['Access-Control-Request-Headers'],
  },
  {
    what: "no header if allowedHeaders is '*' without credentials",
    options: { origin: ORIGIN, methods: '*', allowedHeaders: '*' },
    methods: '*',
    headers: '*',
    vary: ['Origin'],
  },
  {
    what: "the method and the headers asked for, if both are '*' with credentials",
    options: { origin: ORIGIN, credentials: true, methods: '*', allowedHeaders: '*' },
    methods: 'PROPFIND',
    headers: 'x-a,  X-B',
    vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
  },
  {
    what: "what is asked for, if '*' is one of several with credentials",
    options: {
      origin: ORIGIN,
      credentials: true,
      methods: ['PUT', '*'],
      allowedHeaders: ['*', 'Authorization'],
    },
    methods: 'PROPFIND',
    headers: 'x-a,  X-B',
    vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
  },
  {
    what: 'nothing with empty lists, and names the methods that are always allowed',
    options: { origin: ORIGIN, methods: [], allowedHeaders: [], exposedHeaders: [] },
    methods: 'GET,HEAD,POST',
    vary: ['Origin'],
  },
]

describe('a preflight response reflects', () => {
  const asked = {
    'access-control-request-method': 'PROPFIND',
    'access-control-request-headers': 'x-a,  X-B',
  }

  it.each(REFLECTIONS)('$what', async ({ options, methods, headers, vary }) => {
    const policy = createPolicy(options)
    const decision = await policy.evaluate(preflight(ORIGIN, asked))
    expect(decision.headers['Access-Control-Allow-Methods']).toBe(methods)
    expect(decision.headers['Access-Control-Allow-Headers']).toBe(headers)
    expect(decision.vary).toEqual(vary)
  })

  it.each(REFLECTIONS)(
    'and varies on it whatever the outcome: $what',
    async ({ options, vary }) => {
      const policy = createPolicy(options)
      const requests = [
        preflight(STRANGER, asked),
        preflight('no origin', asked),
        preflight(ORIGIN, { ...asked, 'access-control-request-headers': undefined }),
        preflight(ORIGIN, { ...asked, 'access-control-request-headers': 'not a token' }),
        preflight(ORIGIN, { ...asked, 'access-control-request-method': 'not a token' }),
      ]
      for (const request of requests) expect((await policy.evaluate(request)).vary).toEqual(vary)
    },
  )

  it('neither a method nor headers that are malformed', () => {
    const policy = createPolicy({
      origin: ORIGIN,
      credentials: true,
      methods: '*',
      allowedHeaders: '*',
    })
    const malformed = {
      'access-control-request-method': 'PUT\r\nX: y',
      'access-control-request-headers': 'x-a\r\nX: y',
    }
    expect(policy.evaluate(preflight(ORIGIN, malformed)).headers).toEqual({
      'Access-Control-Allow-Origin': ORIGIN,
      'Access-Control-Allow-Credentials': 'true',
    })
  })

  it.each([undefined, '', ',', ' , ,'])('no header if none is asked for: %j', (requestHeaders) => {
    const asked = { 'access-control-request-headers': requestHeaders }
    expect(createPolicy().evaluate(preflight(ORIGIN, asked)).headers).toEqual({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
    })
  })
})

describe('maxAge', () => {
  it('of 0 is sent, since without it browsers keep the response for 5 seconds', () => {
    const { headers } = createPolicy({ maxAge: 0 }).evaluate(preflight(ORIGIN))
    expect(headers['Access-Control-Max-Age']).toBe('0')
  })

  it('is not sent if it is omitted', () => {
    const { headers } = createPolicy().evaluate(preflight(ORIGIN))
    expect('Access-Control-Max-Age' in headers).toBe(false)
  })
})

describe('a decision', () => {
  it('is frozen through and through', () => {
    const decision = createPolicy({ origin: ORIGIN }).evaluate(preflight(STRANGER))
    const parts = [decision, decision.headers, decision.vary, decision.denial]
    expect(parts.every(Object.isFrozen)).toBe(true)
    expect(parts).not.toContain(undefined)
  })

  it('has no denial if nothing is denied', () => {
    expect('denial' in createPolicy().evaluate(cors(ORIGIN))).toBe(false)
  })
})
