import { describe, expect, it } from 'vitest'
import cors, { type CorsOptions, createPolicy, type Decision } from '../../../src/index.js'
import { from, preflightFrom, serveExpress } from './express.js'

const ORIGIN = 'https://app.example.com'
const EVIL = 'https://evil.test'

/** Options that somebody keeps a hand on. */
function makeOptions() {
  return {
    origin: [ORIGIN, /^https:\/\/[a-z]+\.example\.org$/],
    methods: ['PUT'],
    allowedHeaders: ['X-Trace'],
    exposedHeaders: ['ETag'],
    credentials: false,
    maxAge: 600,
    optionsSuccessStatus: 204,
  }
}

function widen(options: ReturnType<typeof makeOptions>): void {
  for (const rule of options.origin) {
    if (rule instanceof RegExp) rule.compile('.')
  }
  options.origin.push(EVIL)
  options.origin[0] = EVIL
  options.methods.push('DELETE')
  options.allowedHeaders.push('Authorization')
  options.exposedHeaders.push('X-Secret')
  Object.assign(options, { credentials: true, maxAge: 86_400, optionsSuccessStatus: 200 })
  Object.assign(options, { origin: EVIL, methods: 'DELETE', preflightContinue: true })
}

const PREFLIGHT = {
  status: 204,
  headers: {
    'access-control-allow-origin': ORIGIN,
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'X-Trace',
    'access-control-max-age': '600',
    vary: 'Origin',
  },
  body: '',
}
const ALLOWED = {
  status: 200,
  headers: {
    'access-control-allow-origin': ORIGIN,
    'access-control-expose-headers': 'ETag',
    vary: 'Origin',
  },
  body: 'app',
}
const DENIED = { status: 200, headers: { vary: 'Origin' }, body: 'app' }

async function responsesOf(middleware: ReturnType<typeof cors>) {
  const send = await serveExpress(middleware)
  return [await send(preflightFrom(ORIGIN)), await send(from(ORIGIN)), await send(from(EVIL))]
}

describe('options mutated after the fact', () => {
  it('change no middleware', async () => {
    const options = makeOptions()
    const middleware = cors(options)
    widen(options)
    expect(await responsesOf(middleware)).toEqual([PREFLIGHT, ALLOWED, DENIED])
  })

  it('change no policy', async () => {
    const options = makeOptions()
    const policy = createPolicy(options)
    widen(options)
    expect(await responsesOf(cors(policy))).toEqual([PREFLIGHT, ALLOWED, DENIED])
  })

  it('change no middleware that was updated with them', async () => {
    const options = makeOptions()
    const middleware = cors()
    middleware.update(options)
    widen(options)
    expect(await responsesOf(middleware)).toEqual([PREFLIGHT, ALLOWED, DENIED])
  })
})

describe('options shared', () => {
  it('reach only the middleware that is made after a change', async () => {
    const options = makeOptions()
    const before = cors(options)
    options.methods.push('DELETE')
    const after = cors(options)
    const [preflight] = await responsesOf(before)
    const [laterPreflight] = await responsesOf(after)
    expect(preflight?.headers['access-control-allow-methods']).toBe('PUT')
    expect(laterPreflight?.headers['access-control-allow-methods']).toBe('PUT,DELETE')
  })

  it('between requests carry nothing from one to the next', async () => {
    const shared: { origin: string; credentials?: boolean; exposedHeaders?: string } = {
      origin: ORIGIN,
    }
    const send = await serveExpress(
      cors(({ headers }): CorsOptions => {
        shared.origin = headers.origin ?? ORIGIN
        return shared
      }),
    )
    const responses = await Promise.all([EVIL, ORIGIN, EVIL].map((origin) => send(from(origin))))
    expect(responses.map(({ headers }) => headers)).toEqual(
      [EVIL, ORIGIN, EVIL].map((origin) => ({
        'access-control-allow-origin': origin,
        vary: 'Origin',
      })),
    )
  })

  it('with a hook cannot be reached through its decisions', async () => {
    const attempts: boolean[] = []
    const onDecision = ({ headers, vary }: Decision) => {
      attempts.push(Reflect.set(headers, 'Access-Control-Allow-Origin', EVIL))
      attempts.push(Reflect.set(vary, 1, 'X-Evil'))
    }
    const send = await serveExpress(cors({ ...makeOptions(), onDecision }))
    expect([await send(from(ORIGIN)), await send(from(ORIGIN))]).toEqual([ALLOWED, ALLOWED])
    expect(attempts).toEqual([false, false, false, false])
  })
})
