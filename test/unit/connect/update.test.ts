import { describe, expect, it } from 'vitest'
import cors, { type CorsOptions, type CorsSource, createPolicy } from '../../../src/index.js'
import { allowedOrigin, from, messageOf, serve } from './serve.js'

const OLD = 'https://old.example.com'
const NEW = 'https://new.example.com'

const SOURCES: readonly (readonly [what: string, source: CorsSource])[] = [
  ['options', { origin: NEW }],
  ['a policy', createPolicy({ origin: NEW })],
  ['a function', () => ({ origin: NEW })],
]

async function allowedOf(middleware: ReturnType<typeof cors>): Promise<unknown[]> {
  const served = [await serve(middleware, from(OLD)), await serve(middleware, from(NEW))]
  return served.map(({ res }) => allowedOrigin(res))
}

describe('update()', () => {
  it.each(SOURCES)('replaces the policy by %s', async (_what, source) => {
    const middleware = cors({ origin: OLD })
    expect(await allowedOf(middleware)).toEqual([OLD, undefined])
    middleware.update(source)
    expect(await allowedOf(middleware)).toEqual([undefined, NEW])
  })

  it('replaces a function by options', async () => {
    const middleware = cors(() => ({ origin: OLD }))
    middleware.update({ origin: NEW })
    expect(await allowedOf(middleware)).toEqual([undefined, NEW])
  })

  it('throws if a value that nobody has set would open the server, and changes nothing', async () => {
    const middleware = cors({ origin: OLD })
    const unset: { readonly cors?: CorsOptions } = {}
    expect(
      messageOf(() => Reflect.apply(middleware.update, middleware, [unset.cors])),
    ).toBe(`1 problem in the CORS options
    undefined  expected options, a policy or a function for update(); undefined does not mean the default; it may be an unset environment variable  [invalid-type]
    → { origin: "https://app.example.com" }`)
    expect(await allowedOf(middleware)).toEqual([OLD, undefined])
  })

  it('throws for wrong options and changes nothing', async () => {
    const middleware = cors({ origin: OLD })
    const wrong: CorsOptions = { origin: `${NEW}/` }
    expect(messageOf(() => middleware.update(wrong))).toBe(`1 problem in the CORS options
  origin  "${NEW}/"  an origin has no path, not even a slash at its end  [origin-invalid]
          → "${NEW}"`)
    expect(await allowedOf(middleware)).toEqual([OLD, undefined])
  })

  it('lets requests in flight end under the policy that they began with', async () => {
    let answer = (_allowed: boolean) => {}
    const middleware = cors({
      origin: () =>
        new Promise<boolean>((resolve) => {
          answer = resolve
        }),
      exposedHeaders: 'X-Old',
    })
    const inFlight = serve(middleware, from(OLD))
    middleware.update({ origin: NEW, exposedHeaders: 'X-New' })
    const later = await serve(middleware, from(NEW))
    answer(true)
    const { res } = await inFlight
    expect([allowedOrigin(res), res.getHeader('access-control-expose-headers')]).toEqual([
      OLD,
      'X-Old',
    ])
    expect(allowedOrigin(later.res)).toBe(NEW)
  })

  it('does not change another middleware of the same options', async () => {
    const options = { origin: OLD }
    const [one, other] = [cors(options), cors(options)]
    one.update({ origin: NEW })
    expect(await allowedOf(other)).toEqual([OLD, undefined])
  })
})
