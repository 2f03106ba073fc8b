import { describe, expect, it } from 'vitest'
import { audit, type Transport } from '../../../../src/testing.js'
import { APP, allow, letsIn, right, server } from '../../../behaviour/audit/planted.js'

async function findingsOf(
  transport: Transport,
  trusted: readonly string[] = [APP],
  url = '/orders',
) {
  const { findings } = await audit(transport, { url, trusted })
  return findings
}

async function codesOf(...args: Parameters<typeof findingsOf>) {
  return (await findingsOf(...args)).map(({ code }) => code)
}

const PUBLIC = server(() => ({ headers: { 'Access-Control-Allow-Origin': '*' } }))

describe('data that are public', () => {
  it.each([
    ['preflight-status', 405],
    ['preflight-without-cors', 200],
  ])('make it a note if a static server has %s', async (code, status) => {
    const files = server(({ method }) =>
      method === 'OPTIONS'
        ? { status, headers: {} }
        : { headers: { 'Access-Control-Allow-Origin': '*' } },
    )
    const findings = await findingsOf(files, [APP])
    expect(findings).toMatchObject([
      { code, severity: 'info', fix: expect.stringMatching(/^nothing, if pages only read; else /) },
      { code: 'any-origin', severity: 'info' },
    ])
    expect(findings[0]?.message).toContain('Pages read the data without one, but')
  })

  it('are not meant if credentials are allowed', async () => {
    const files = server(({ method }) => ({
      status: method === 'OPTIONS' ? 405 : 200,
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Credentials': 'true',
      },
    }))
    expect(await findingsOf(files)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'preflight-status', severity: 'medium' }),
      ]),
    )
  })
})

describe('who gets in', () => {
  it('is high with credentials and info without', async () => {
    const open = server(({ origin }) => ({
      headers: { 'Access-Control-Allow-Origin': String(origin), Vary: 'Origin' },
    }))
    expect(await findingsOf(letsIn(() => true))).toMatchObject([
      { code: 'any-origin', severity: 'high' },
    ])
    expect(await findingsOf(open)).toMatchObject([{ code: 'any-origin', severity: 'info' }])
    expect((await findingsOf(PUBLIC)).map(({ severity }) => severity)).toEqual(
      expect.arrayContaining(['info']),
    )
  })

  it('is info for a name that resembles an allowed one, too', async () => {
    const findings = await findingsOf(
      server(({ origin }) => ({
        headers: {
          Vary: 'Origin',
          ...(origin?.startsWith(APP) === true && { 'Access-Control-Allow-Origin': origin }),
          'Access-Control-Allow-Headers': 'Authorization, Content-Type',
          'Access-Control-Allow-Methods': 'PUT',
        },
      })),
    )
    expect(findings).toMatchObject([{ code: 'prefix-match', severity: 'info' }])
    expect(findings[0]?.message).toContain(
      'can read the response, but without cookies, because it begins with https://app.example.com.',
    )
  })

  it('names the registrable origin that is a part of an allowed one', async () => {
    const list = `${APP},https://admin.example.com`
    const [finding] = await findingsOf(letsIn((origin) => list.includes(origin)))
    expect(finding).toMatchObject({
      code: 'truncated-match',
      severity: 'high',
      origin: 'https://app.example.co',
      message:
        "https://app.example.co can read the response with the visitor's cookies, because it is the beginning of https://app.example.com. Anybody can register such a name.",
    })
    expect(finding?.fix).toMatch(/^split the list before you compare, as in ORIGINS\.split\(','\)/)
  })

  it('is found for an allowed origin with a port, too', async () => {
    const allowed = 'https://app.example.com:8443'
    const findings = await findingsOf(
      letsIn((origin) => allowed.includes(origin) && origin !== APP),
      [allowed],
    )
    expect(findings).toMatchObject([{ code: 'truncated-match', origin: 'https://app.example.co' }])
  })

  it.each([
    'http://localhost',
    'http://localhost:3000',
    'http://localhost:5173',
    'http://localhost:4200',
    'http://localhost:8080',
    'http://127.0.0.1:3000',
  ])('is everybody on the machine of the visitor with %s', async (origin) => {
    const [finding] = await findingsOf(letsIn((one) => one === APP || one === origin))
    expect(finding).toMatchObject({ code: 'localhost-origin', origin })
    expect(finding?.message).toContain("Every program on the visitor's machine can")
  })

  it.each([/^http:\/\/192\.168\.\d+\.\d+$/, /^http:\/\/192\.168\.\d+\.\d+:\d+$/])(
    'is everybody in the network of the visitor with %s',
    async (pattern) => {
      const [finding] = await findingsOf(letsIn((one) => one === APP || pattern.test(one)))
      expect(finding).toMatchObject({
        code: 'localhost-origin',
        fix: `allow addresses of a private network in development only: send Access-Control-Allow-Origin only to ${APP}, as cors({ origin: ['${APP}'], credentials: true }) does`,
      })
      expect(finding?.message).toContain(
        "cookies. Every device in the visitor's network, at home or in a café, can have this address",
      )
    },
  )

  it.each(['pages.dev', 'workers.dev'])('is everybody under %s', async (suffix) => {
    const shared = letsIn((one) => one === APP || one.endsWith(`.${suffix}`))
    expect(await codesOf(shared)).toEqual(['shared-suffix-origin'])
  })

  it('leaves requests for several trusted origins', async () => {
    const trusted = ['app', 'admin', 'shop', 'www'].map((name) => `https://${name}.example.com`)
    const report = await audit(
      letsIn((origin) => trusted.includes(origin)),
      { trusted },
    )
    expect(report.findings).toEqual([])
    expect(report.complete).toBe(true)
  })

  it('is not a finding if everybody is trusted', async () => {
    expect(
      await codesOf(
        letsIn(() => true),
        ['*'],
      ),
    ).toEqual([])
  })

  it('is not a finding if a pattern covers it', async () => {
    const subdomains = letsIn((origin) => /^https:\/\/[^/]+\.example\.com$/.test(origin))
    expect(await codesOf(subdomains)).toEqual(['any-subdomain'])
    expect(await codesOf(subdomains, ['https://*.example.com'])).toEqual([])
  })

  it('is not everybody if only one of two made-up names gets in', async () => {
    expect(await codesOf(letsIn((origin) => origin === APP || origin.endsWith('.test')))).toEqual([
      'substring-match',
    ])
  })

  it('is found in preflights alone, since they let strangers write', async () => {
    const preflights = server((asked) => ({
      headers: asked.method === 'OPTIONS' ? allow(asked.origin) : right(asked),
    }))
    const findings = await findingsOf(preflights)
    expect(findings).toMatchObject([{ code: 'any-origin', severity: 'high' }])
    expect(findings[0]?.message).toMatch(
      /^Every website can send PUT and an Authorization header with the visitor's cookies, because the preflight is allowed: the server allows https:\/\/stranger-\w+\.test, which was made up\.$/,
    )
  })

  it('is reported beyond what is public', async () => {
    const both = server(({ origin }) => ({
      headers:
        origin?.startsWith(APP) === true
          ? allow(origin)
          : { 'Access-Control-Allow-Origin': '*', Vary: 'Origin' },
    }))
    expect(await codesOf(both)).toEqual(['prefix-match', 'any-origin'])
  })

  it("is asked from the target's own origin too", async () => {
    const own = letsIn((origin) => origin === APP || origin.includes('api.example.com'))
    expect(await codesOf(own, [APP], 'https://api.example.com/orders')).toEqual(['substring-match'])
  })

  it("may be the target's own origin", async () => {
    const own = letsIn((origin) => [APP, 'https://api.example.com'].includes(origin))
    expect(await codesOf(own, [APP], 'https://api.example.com/orders')).toEqual([])
  })

  it.each([
    ['a neighbour under a shared suffix', /^https:\/\/[a-z0-9-]+\.pages\.dev$/],
    ['a name that begins the same', /^https:\/\/shop(-[a-z0-9-]+)?\.pages\.dev$/],
    ['a name that ends the same', /^https:\/\/([a-z0-9-]+-)?shop\.pages\.dev$/],
  ])('is %s', async (_name, allowed) => {
    const findings = await findingsOf(
      letsIn((origin) => allowed.test(origin)),
      ['https://shop.pages.dev'],
    )
    expect(findings.map(({ code }) => code)).toEqual(['shared-suffix-origin'])
    expect(findings[0]?.message).toContain('Anybody can register a name under pages.dev.')
  })

  it.each([
    ['another port of localhost', 'http://localhost:5173', 'localhost-origin'],
    ['another port of an IPv4 address', 'http://192.0.2.1:5173', 'any-port'],
    ['another port of an IPv6 address', 'http://[2001:db8::1]:5173', 'any-port'],
    ['another port of the IPv6 loopback address', 'http://[::1]:5173', 'localhost-origin'],
    ['another port of a subdomain of localhost', 'http://app.localhost:5173', 'localhost-origin'],
    ['another port of the loopback address', 'http://127.0.0.1:5173', 'localhost-origin'],
  ])('is %s', async (_name, trusted, code) => {
    const anyPort = letsIn((origin) => origin.replace(/:\d+$/, '') === trusted.replace(/:\d+$/, ''))
    expect(await codesOf(anyPort, [trusted])).toEqual([code])
  })

  it('may have a scheme of its own', async () => {
    const app = letsIn((origin) => origin === 'capacitor://localhost')
    expect(await codesOf(app, ['capacitor://localhost'])).toEqual([])
  })

  it('may be null, and is told if it is not let in', async () => {
    expect(
      await codesOf(
        letsIn((origin) => origin === 'null'),
        ['null'],
      ),
    ).toEqual([])
    const { refused } = await audit(
      letsIn(() => false),
      { trusted: ['null', APP] },
    )
    expect(refused).toEqual(['null', APP])
  })
})

describe('what breaks', () => {
  it('is "*" in a list of a response with credentials', async () => {
    const star = (name: string) =>
      server((asked) => ({
        headers: asked.origin === APP ? { ...allow(APP), [name]: '*' } : right(asked),
      }))
    for (const name of ['Access-Control-Allow-Methods', 'Access-Control-Allow-Headers']) {
      const findings = await findingsOf(star(name))
      expect(findings).toMatchObject([{ code: 'wildcard-with-credentials', severity: 'medium' }])
      expect(findings[0]?.message).toContain(`has ${name} "*" and allows credentials`)
    }
  })

  it.each(['app.example.com', 'true', 'undefined', '*.example.com', `${APP}/`])(
    'is an Access-Control-Allow-Origin of %s',
    async (value) => {
      const findings = await findingsOf(
        server((asked) => ({ headers: asked.origin === APP ? allow(value) : right(asked) })),
      )
      expect(findings).toMatchObject([{ code: 'allow-origin-invalid', severity: 'medium' }])
    },
  )

  it('is a preflight that does not allow credentials', async () => {
    const { 'Access-Control-Allow-Credentials': _, ...without } = allow(APP)
    const findings = await findingsOf(
      server((asked) => ({
        headers: asked.method === 'OPTIONS' && asked.origin === APP ? without : right(asked),
      })),
    )
    expect(findings).toMatchObject([{ code: 'allow-credentials-invalid' }])
    expect(findings[0]?.message).toContain(
      'has no Access-Control-Allow-Credentials, but the response to GET has it',
    )
  })

  it('is a preflight with "*" for an origin that may include credentials', async () => {
    const codes = await codesOf(
      server((asked) => ({
        headers: asked.method === 'OPTIONS' ? { ...allow('*'), Vary: 'Origin' } : right(asked),
      })),
    )
    expect(codes).toEqual(['wildcard-with-credentials'])
  })

  it('is not a refusal of PUT, or of a header, by the status', async () => {
    const strict =
      (isRefused: (names: string) => boolean): Transport =>
      (request) => {
        const asked = request.headers
          .map(([name, value]) => `${name}: ${value.toLowerCase()}`)
          .join()
        const response = server((one) => ({ headers: right(one) }))(request)
        return isRefused(asked) ? { status: 403, headers: [['Vary', 'Origin']] } : response
      }
    expect(await codesOf(strict((asked) => asked.includes('Method: put')))).toEqual([])
    expect(await codesOf(strict((asked) => asked.includes('authorization')))).toEqual([])
  })

  it('is not a short list of methods or headers', async () => {
    const short = server((asked) => ({
      headers:
        asked.origin === APP
          ? {
              ...allow(APP),
              'Access-Control-Allow-Methods': 'GET',
              'Access-Control-Max-Age': '600',
            }
          : right(asked),
    }))
    expect(await codesOf(short)).toEqual([])
  })

  it('is not a "false" that turns credentials off', async () => {
    const off = server((asked) => ({
      headers:
        asked.origin === APP
          ? { ...allow(APP), 'Access-Control-Allow-Credentials': 'false' }
          : right(asked),
    }))
    expect(await codesOf(off)).toEqual([])
  })

  it('is a redirect of preflights without Location, too', async () => {
    const findings = await findingsOf(
      server((asked) => ({
        status: asked.method === 'OPTIONS' ? 301 : 200,
        headers: right(asked),
      })),
    )
    expect(findings[0]?.message).toBe(
      'The response to the preflight for http://server.test/orders (status 301) is a redirect. Browsers do not follow it, so pages cannot send PUT, PATCH, DELETE, JSON or an Authorization header.',
    )
  })

  it('is not a missing Vary if nothing may be stored, or everything varies', async () => {
    const respondWith = (headers: Readonly<Record<string, string>>) =>
      server((asked) => {
        const { Vary: _, ...rest } = { ...right(asked) }
        return { headers: { ...rest, ...headers } }
      })
    expect(await codesOf(respondWith({ 'Cache-Control': 'private, no-store' }))).toEqual([])
    expect(await codesOf(respondWith({ Vary: '*' }))).toEqual([])
    expect(await codesOf(respondWith({ Vary: 'Accept, origin' }))).toEqual([])
    expect(await codesOf(respondWith({ Vary: 'Accept' }))).toEqual(['vary-missing'])
  })

  it('is a missing Vary on responses with Origin alone', async () => {
    const findings = await findingsOf(
      server((asked) => ({
        headers: { ...right(asked), Vary: asked.origin === null ? 'Origin' : 'Accept' },
      })),
    )
    expect(findings[0]?.message).toContain(`but the one to ${APP} has no Vary: Origin`)
  })

  it('is a cache that does not tell origins apart', async () => {
    const cache = new Map<string, ReturnType<Transport>>()
    const origin = server((asked) => ({ headers: right(asked) }))
    const findings = await findingsOf((request) => {
      if (request.method === 'OPTIONS') return origin(request)
      const cached = cache.get(request.url) ?? origin(request)
      cache.set(request.url, cached)
      return cached
    })
    expect(findings).toMatchObject([{ code: 'vary-missing', origin: APP }])
    expect(findings[0]?.message).toBe(
      `A cache gives the page at ${APP} the response to a request without Origin, so the page is blocked until the cache has forgotten it.`,
    )
  })

  it('is found for whoever is let in if nobody is trusted', async () => {
    const noPreflights = server((asked) => ({
      headers: asked.method === 'OPTIONS' ? {} : allow(asked.origin),
    }))
    expect(await codesOf(noPreflights, [])).toEqual(['any-origin', 'preflight-without-cors'])
  })

  it('is an error of the audited address itself', async () => {
    const broken = server((asked) => ({
      status: asked.method === 'OPTIONS' ? 204 : 500,
      headers: asked.method === 'OPTIONS' ? right(asked) : {},
    }))
    const findings = await findingsOf(broken)
    expect(findings).toMatchObject([{ code: 'error-without-cors', severity: 'low', origin: APP }])
  })
})
