import { describe, expect, it } from 'vitest'
import { compare, type Transport, UnreachableError } from '../../../src/testing.js'
import { APP, allow, letsIn, right, server } from '../../behaviour/audit/planted.js'

const OPTIONS = { url: '/orders', origins: [APP] }
const RIGHT = server((asked) => ({ headers: right(asked) }))

async function subjectsOf(a: Transport, b: Transport): Promise<string[]> {
  const { differences } = await compare(a, b, OPTIONS)
  return differences.map(
    ({ question, origin, credentials, subject, a, b }) =>
      `${question} ${origin}${credentials ? ' with credentials' : ''}: ${subject} ${a} / ${b}`,
  )
}

describe('the comparison of two servers', () => {
  it('finds no difference between equal ones', async () => {
    const comparison = await compare(
      RIGHT,
      letsIn((origin) => origin === APP),
      OPTIONS,
    )
    expect(comparison.differences).toEqual([])
    expect(String(comparison)).toBe(
      'No differences between http://server.test/orders and http://server.test/orders',
    )
  })

  it('finds what works in development and not in production', async () => {
    const production = server(({ origin }) => ({
      headers: { ...(origin === null ? {} : allow('*')), Vary: 'Origin' },
    }))
    expect(await subjectsOf(RIGHT, production)).toEqual([
      `get ${APP}: access-control-allow-origin ${APP} / *`,
      `get ${APP} with credentials: verdict shared / blocked: allow-origin-wildcard-with-credentials`,
      `preflight ${APP}: access-control-allow-origin ${APP} / *`,
      `preflight ${APP} with credentials: verdict shared / blocked: allow-origin-wildcard-with-credentials`,
      `missing-path ${APP}: access-control-allow-origin ${APP} / *`,
      `missing-path ${APP} with credentials: verdict shared / blocked: allow-origin-wildcard-with-credentials`,
    ])
  })

  it('finds statuses, headers that one does not send, and headers without Origin', async () => {
    const { Vary: _, ...without } = allow(APP)
    const other = server((asked) => ({
      status: asked.method === 'OPTIONS' ? 404 : 200,
      headers: asked.origin === APP ? { ...without, Vary: 'Origin' } : {},
    }))
    expect(await subjectsOf(RIGHT, other)).toEqual([
      'get null: vary Origin / null',
      `preflight ${APP}: verdict shared / blocked: preflight-status-not-ok`,
      `preflight ${APP}: status 200 / 404`,
      `preflight ${APP} with credentials: verdict shared / blocked: preflight-status-not-ok`,
    ])
  })

  it('ignores the order and the case of lists', async () => {
    const other = server((asked) => ({
      headers:
        asked.origin === APP
          ? { ...allow(APP), 'Access-Control-Allow-Headers': 'content-type,authorization' }
          : right(asked),
    }))
    expect(await subjectsOf(RIGHT, other)).toEqual([])
  })

  it('asks again if there is no response', async () => {
    let count = 0
    const flaky: Transport = (request) => {
      if (++count % 3 === 0) throw new Error('reset')
      return RIGHT(request)
    }
    expect(await subjectsOf(RIGHT, flaky)).toEqual([])
    expect(await subjectsOf(flaky, RIGHT)).toEqual([])
  })

  it('rejects if there is no response again', async () => {
    let count = 0
    const other: Transport = (request) => {
      if (request.method === 'GET') return RIGHT(request)
      count++
      throw new Error('reset')
    }
    const error = await compare(RIGHT, other, OPTIONS).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UnreachableError)
    expect(error).toMatchObject({
      url: 'http://server.test/orders',
      cause: { type: 'transport', message: 'reset' },
      fix: 'check that the server runs at this address and responds over HTTP',
    })
    expect(String(error)).toContain('preflight')
    expect(count).toBe(2)
  })

  it('rejects if a server finds the requests too many', async () => {
    let count = 0
    const limited: Transport = (request) =>
      ++count > 2 ? { status: 429, headers: [] } : RIGHT(request)
    const error = await compare(limited, RIGHT, OPTIONS).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UnreachableError)
    expect(error).toMatchObject({
      cause: undefined,
      message:
        'The response from http://server.test/orders has the status 429 (too many requests), also when it is asked again, so there is nothing to compare. Fix: wait until the server takes requests again, or raise its limit for this computer. Asked: preflight for PUT with Authorization from https://app.example.com.',
    })
    expect(count).toBe(4)
  })

  it('asks for more origins than an audit could', async () => {
    const origins = Array.from({ length: 50 }, (_, index) => `https://app${index}.example.com`)
    expect((await compare(RIGHT, RIGHT, { origins })).differences).toEqual([])
  })

  it('ignores what Vary has besides CORS', async () => {
    const compressing = server((asked) => ({
      headers: { ...right(asked), Vary: 'Accept-Encoding, Origin' },
    }))
    expect(await subjectsOf(RIGHT, compressing)).toEqual([])
    const plain = server(() => ({ headers: {} }))
    const onlyCompressing = server(() => ({ headers: { Vary: 'Accept-Encoding' } }))
    expect(await subjectsOf(plain, onlyCompressing)).toEqual([])
    const byMethod = server(() => ({ headers: { Vary: 'Access-Control-Request-Method' } }))
    expect(await subjectsOf(plain, byMethod)).toContain(
      'get null: vary null / Access-Control-Request-Method',
    )
    const star = server(() => ({ headers: { Vary: '*' } }))
    expect(await subjectsOf(plain, star)).toContain('get null: vary null / *')
  })

  it('finds a redirect that only one of them has', async () => {
    const redirecting = server((asked) =>
      asked.path === '/orders' && asked.method === 'GET'
        ? { status: 301, headers: { ...right(asked), Location: '/orders/?a=b' } }
        : { headers: right(asked) },
    )
    expect(await subjectsOf(RIGHT, redirecting)).toEqual([
      'get null: location null / (the same path)/',
      `get ${APP}: location null / (the same path)/`,
    ])
    expect(await subjectsOf(redirecting, redirecting)).toEqual([])
  })

  it('knows that pages of the server itself need no preflight', async () => {
    const closed = server(({ method }) => ({ status: method === 'GET' ? 200 : 403, headers: {} }))
    const open = server(() => ({ headers: {} }))
    const { differences } = await compare(closed, open, { origins: ['http://server.test'] })
    expect(differences).toEqual([])
  })

  it('names the other host that one of them redirects to, without what may be secret', async () => {
    const to = (Location: string) =>
      server((asked) => ({ status: 302, headers: { ...right(asked), Location } }))
    const login = to('https://login.example.com/in?state=s3cret')
    expect((await subjectsOf(RIGHT, login)).slice(0, 3)).toEqual([
      'get null: verdict opaque / redirected to another host',
      'get null: status 200 / 302',
      'get null: location null / https://login.example.com/in',
    ])
    expect(await subjectsOf(login, to('https://login.example.com/in?state=other'))).toEqual([])
    expect(await subjectsOf(to('/a'), to('http://['))).toContain('get null: location /a / http://[')
  })

  it('shows the differences side by side', async () => {
    const comparison = await compare('http://127.0.0.1:1', RIGHT).catch((error: unknown) => error)
    expect(comparison).toBeInstanceOf(UnreachableError)
    const other = server((asked) => ({ headers: { ...right(asked), Vary: '*' } }))
    const { differences } = await compare(RIGHT, other, OPTIONS)
    expect(differences).toHaveLength(4)
    expect(String(await compare(RIGHT, other, OPTIONS)).split('\n')).toEqual([
      '4 differences between http://server.test/orders (left) and http://server.test/orders (right)',
      '',
      'GET without Origin',
      '  vary  Origin  *',
      '',
      'GET from https://app.example.com',
      '  vary  Origin  *',
      '',
      'preflight for PUT with Authorization from https://app.example.com',
      '  vary  Origin  *',
      '',
      'GET of a path that does not exist from https://app.example.com',
      '  vary  Origin  *',
    ])
  })

  it('aligns columns, and says (none) for a header that is not sent', async () => {
    const onlyGet = (headers: Readonly<Record<string, string>>) =>
      server(({ method, path, origin }) => ({
        headers: method === 'GET' && path === '/orders' && origin !== null ? headers : {},
      }))
    const comparison = await compare(
      onlyGet({ Vary: 'Origin', 'Access-Control-Max-Age': '600' }),
      onlyGet({ 'Cross-Origin-Resource-Policy': 'same-site', 'Access-Control-Max-Age': '0' }),
      OPTIONS,
    )
    expect(String(comparison).split('\n').slice(1)).toEqual([
      '',
      'GET from https://app.example.com',
      '  access-control-max-age        600     0',
      '  vary                          Origin  (none)',
      '  cross-origin-resource-policy  (none)  same-site',
    ])
    const single = await compare(onlyGet({ Vary: 'Origin' }), onlyGet({}), OPTIONS)
    expect(String(single)).toMatch(/^1 difference between /)
    const credentials = await compare(RIGHT, onlyGet({}), OPTIONS)
    expect(String(credentials)).toContain('GET from https://app.example.com, with credentials\n')
  })

  it('cuts long values', async () => {
    const long = server(() => ({ headers: { 'Access-Control-Max-Age': 'x'.repeat(10_000) } }))
    const lines = String(
      await compare(
        long,
        server(() => ({ headers: {} })),
        OPTIONS,
      ),
    ).split('\n')
    expect(lines[3]).toBe(`  access-control-max-age  ${'x'.repeat(100)}…  (none)`)
  })

  it('is frozen', async () => {
    const comparison = await compare(
      RIGHT,
      letsIn(() => false),
      OPTIONS,
    )
    const [difference] = comparison.differences
    const parts = [comparison, comparison.differences, difference, difference?.exchanges]
    expect(parts).not.toContain(undefined)
    expect(parts.every(Object.isFrozen)).toBe(true)
  })

  it('rejects if the second server gives no response', async () => {
    await expect(compare(RIGHT, 'http://127.0.0.1:1')).rejects.toMatchObject({
      code: 'ERR_CORS_UNREACHABLE',
      url: 'http://127.0.0.1:1/',
    })
  })

  it('refuses invalid origins', async () => {
    await expect(compare(RIGHT, RIGHT, { origins: ['app.example.com'] })).rejects.toThrow(
      new TypeError(
        'origins has "app.example.com", which is not an origin such as "https://app.example.com"',
      ),
    )
    await expect(compare(RIGHT, RIGHT, { origins: JSON.parse('[7]') })).rejects.toThrow(TypeError)
    await expect(compare(RIGHT, RIGHT, { origins: JSON.parse('"null"') })).rejects.toThrow(
      new TypeError("origins must be an array, as in origins: ['https://app.example.com']"),
    )
    expect((await compare(RIGHT, RIGHT, { origins: ['null'] })).differences).toEqual([])
  })
})
