import { describe, expect, it, vi } from 'vitest'
import cors, { CorsConfigError, type CorsMiddleware, createPolicy } from '../../../src/index.js'
import { createPolicy as createPurePolicy } from '../../../src/policy.js'
import { allowedOrigin, createReqRes, from, messageOf, preflightFrom, serve } from './serve.js'

const ORIGIN = 'https://app.example.com'
const OPTIONS = { origin: [ORIGIN, 'https://*.example.org'], credentials: true, maxAge: 5 }

const OPTION_NAMES =
  'origin, methods, allowedHeaders, exposedHeaders, credentials, maxAge, preflightContinue, optionsSuccessStatus, dangerouslyAllow, onDecision, enforce'

async function headersFor(middleware: CorsMiddleware): Promise<unknown> {
  const { res } = await serve(middleware, from(ORIGIN))
  return res.getHeaders()
}

/** The package once more, as if a process loads it as ESM and as CommonJS. */
async function importCopy(): Promise<typeof import('../../../src/index.js')> {
  vi.resetModules()
  return import('../../../src/index.js')
}

describe('a policy instead of options', () => {
  it.each([
    ['createPolicy', createPolicy],
    ['createPolicy of ./policy, which has no public suffix list', createPurePolicy],
  ])('works if it comes from %s', async (_what, create) => {
    const policy = create({ ...OPTIONS, dangerouslyAllow: ['public-suffix-wildcard'] })
    expect(await headersFor(cors(policy))).toEqual(await headersFor(cors(OPTIONS)))
  })

  it('is taken as it is, with the public suffix list that it was made with', async () => {
    const isPublicSuffix = () => false
    const options = { origin: [ORIGIN, 'https://*.github.io'], credentials: true }
    const { res } = await serve(cors(createPolicy(options, { isPublicSuffix })), from(ORIGIN))
    expect(allowedOrigin(res)).toBe(ORIGIN)
    expect(() => cors(options)).toThrow(CorsConfigError)
  })

  it('works if it comes from another copy of the package', async () => {
    const copy = await importCopy()
    expect(copy.CorsConfigError).not.toBe(CorsConfigError)
    const middleware = cors(copy.createPolicy(OPTIONS))
    expect(await headersFor(middleware)).toEqual(await headersFor(cors(OPTIONS)))
  })

  it('works if it comes from another copy and has an origin function', async () => {
    const copy = await importCopy()
    const policy = copy.createPolicy({ origin: async (origin) => origin === ORIGIN })
    const { res } = await serve(cors(policy), from(ORIGIN))
    expect(allowedOrigin(res)).toBe(ORIGIN)
  })

  it('of another copy is rebuilt once, not for every request', async () => {
    let reads = 0
    const policy = createPolicy(OPTIONS)
    const options = {
      ...policy.options,
      get origin() {
        reads++
        return policy.options.origin
      },
    }
    const foreign = { ...policy, options }
    const middleware = cors(() => foreign)
    await serve(middleware, from(ORIGIN))
    const { res } = await serve(middleware, from(ORIGIN))
    expect([allowedOrigin(res), reads]).toEqual([ORIGIN, 1])
  })

  it('keeps the options for the middleware: status, hook and continuing', async () => {
    const decisions: unknown[] = []
    const policy = createPolicy({
      origin: ORIGIN,
      optionsSuccessStatus: 200,
      onDecision: ({ kind }) => {
        decisions.push(kind)
      },
    })
    const { res } = await serve(cors(policy), preflightFrom(ORIGIN))
    expect([res.statusCode, decisions]).toEqual([200, ['preflight']])
    const continuing = createPolicy({ origin: ORIGIN, preflightContinue: true })
    const { nextCalls } = await serve(cors(continuing), preflightFrom(ORIGIN))
    expect(nextCalls).toEqual([undefined])
  })
})

describe('what looks like a policy and has no options', () => {
  it('is refused, since no options would mean everybody', () => {
    const lookalike: object = { evaluate: () => ({ allowed: false }), options: undefined }
    const create = () => cors(lookalike)
    expect(create).toThrow(CorsConfigError)
    expect(messageOf(create)).toBe(`2 problems in the CORS options
  evaluate  [function]  there is no option with this name  [unknown-option]
            → remove it; the options are ${OPTION_NAMES}
  options   undefined  there is no option with this name  [unknown-option]
            → remove it; the options are ${OPTION_NAMES}`)
  })
})

describe('cors mounted without being called', () => {
  it('is an error that says so, not one about options', () => {
    const { req, res } = createReqRes(from(ORIGIN))
    expect(
      messageOf(() => Reflect.apply(cors, undefined, [req, res, () => {}])),
    ).toBe(`1 problem in the CORS options
    [object]  expected an options object; this is a request, so cors itself was mounted  [invalid-type]
    → app.use(cors()), with the parentheses`)
  })
})

describe('middleware instead of a policy', () => {
  const refused = `1 problem in the CORS options
    [function]  expected options, a policy or a function that chooses them; this is middleware already  [invalid-type]
    → use it as it is, or pass its policy`

  it('is refused at once, since it would fail on every request', () => {
    expect(messageOf(() => Reflect.apply(cors, undefined, [cors({ origin: ORIGIN })]))).toBe(
      refused,
    )
  })

  it('is refused by update(), which changes nothing', () => {
    const middleware = cors({ origin: ORIGIN })
    const { policy } = middleware
    expect(messageOf(() => Reflect.apply(middleware.update, undefined, [cors()]))).toBe(refused)
    expect(middleware.policy).toBe(policy)
  })

  it.each(['update', 'policy'])('is not what has only a property %s', async (name) => {
    const middleware = cors(Object.assign(() => OPTIONS, { [name]: 1 }))
    const { res } = await serve(middleware, from(ORIGIN))
    expect(allowedOrigin(res)).toBe(ORIGIN)
  })
})
