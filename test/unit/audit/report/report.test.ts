import { describe, expect, it } from 'vitest'
import { audit, type Transport } from '../../../../src/testing.js'
import { APP, allow, letsIn, right, server } from '../../../behaviour/audit/planted.js'

async function textOf(transport: Transport, trusted: readonly string[]): Promise<string> {
  const report = await audit(transport, { url: '/orders', trusted })
  return String(report).replace(/stranger-\w+/g, 'stranger')
}

describe('the text of a report', () => {
  it('says that nothing was found', async () => {
    const text = await textOf(
      server((asked) => ({ headers: right(asked) })),
      [APP],
    )
    expect(text).toMatch(/^No findings at http:\/\/server\.test\/orders \(\d+ requests\)$/)
  })

  it('names the trusted origins that are not let in', async () => {
    const text = await textOf(
      letsIn(() => false),
      [APP],
    )
    expect(text.split('\n')[1]).toBe(`${APP} is trusted, but the server does not let it in.`)
  })

  it('has each finding with its fix and the requests that show it', async () => {
    const http = letsIn((origin) => [APP, 'http://app.example.com'].includes(origin))
    const text = await textOf(
      (request) =>
        request.method === 'OPTIONS'
          ? {
              status: 401,
              headers: [
                ['Set-Cookie', 'session=secret'],
                ['Vary', 'a\tb'],
              ],
            }
          : http(request),
      [APP, 'https://*.example.org'],
    )
    expect(text.split('\n').slice(1)).toEqual([
      'https://app.example.org is trusted, but the server does not let it in.',
      '',
      'high: insecure-origin',
      "  http://app.example.com can read the response with the visitor's cookies. Whoever controls a network on the way, such as a public Wi-Fi, can show a page there.",
      "  Fix: allow the origin with https: only: send Access-Control-Allow-Origin only to https://app.example.com and https://*.example.org, as cors({ origin: ['https://app.example.com', 'https://*.example.org'], credentials: true }) does.",
      '  Asked: GET from http: in place of https:.',
      '    GET http://server.test/orders  Origin: http://app.example.com',
      '      status 200',
      '      Access-Control-Allow-Origin: http://app.example.com',
      '      Access-Control-Allow-Credentials: true',
      '      Access-Control-Allow-Methods: GET, PUT',
      '      Access-Control-Allow-Headers: Authorization, Content-Type',
      '      Vary: Origin',
      '',
      'medium: preflight-unauthorized',
      '  The response to the preflight for http://server.test/orders (status 401) asks for authentication. Browsers send no cookies and no Authorization header with a preflight, so it always fails.',
      '  Fix: respond to OPTIONS before authentication: app.use(cors(options)) first, then the middleware that asks who the user is.',
      '  Asked: preflights for PUT and GET with Authorization, and for GET with a JSON content type.',
      '    OPTIONS http://server.test/orders  Origin: https://app.example.com',
      '      status 401',
      '      Vary: a\\u0009b',
      '',
      'An origin that is meant to get in belongs in trusted, and is no finding then.',
    ])
    expect(text.split('\n')[0]).toMatch(
      /^2 findings: 1 high, 1 medium, at http:\/\/server\.test\/orders \(\d+ requests\)$/,
    )
  })

  it('shows requests without Origin', async () => {
    const text = await textOf(
      server(({ origin }) => ({ headers: origin === APP ? allow(APP) : {} })),
      [APP],
    )
    expect(text).toContain('1 finding: 1 medium, at')
    expect(text).toContain('GET http://server.test/orders  Origin: (none)\n      status 200')
  })

  it('shows requests that got no response', async () => {
    // The requests without Origin that the cache is tried with.
    const text = await textOf(
      (request) => {
        const isLate = request.url.includes('-2=')
        if (isLate && !request.headers.some(([name]) => name === 'Origin')) throw new Error('gone')
        return server((asked) => ({ headers: isLate ? {} : right(asked) }))(request)
      },
      [APP],
    )
    expect(text).toMatch(/Origin: \(none\)\n {6}no response\n/)
  })
})

describe('the audit of a server that does not respond to everything', () => {
  it('goes on without the preflights', async () => {
    const report = await audit(
      (request) => {
        if (request.method === 'OPTIONS') throw new Error('reset')
        return server((asked) => ({ headers: right(asked) }))(request)
      },
      { url: '/orders', trusted: [APP] },
    )
    expect(report.findings).toEqual([])
  })

  it('says how many requests the server found too many', async () => {
    let count = 0
    const report = await audit(
      (request) => {
        const response = server((asked) => ({ headers: right(asked) }))(request)
        return ++count > 30 ? { status: 429, headers: [] } : response
      },
      { url: '/orders', trusted: [APP] },
    )
    expect(report.unanswered).toBe(report.exchanges.length - 30)
    expect(String(report)).toContain(
      `\nRequests without a response, or with status 429: ${report.unanswered}. The audit may have missed something.`,
    )
  })

  it('ends after three requests in a row without a response', async () => {
    const report = await audit(
      (request) => {
        if (request.headers.some(([name]) => name === 'Origin')) throw new Error('reset')
        return { status: 200, headers: [] }
      },
      { url: '/orders', trusted: [APP] },
    )
    expect(report.findings).toEqual([])
    // Nobody knows.
    expect(report.refused).toEqual([])
    expect(report).toMatchObject({ unanswered: 3, complete: false, endedBy: 'no-answers' })
    expect(report.exchanges).toHaveLength(4)
    expect(String(report)).toContain(
      '\nThree requests in a row got no response, which ended the audit before everything was asked.\n',
    )
  })

  it('asks the same only once if there is no response', async () => {
    const sent: string[] = []
    const report = await audit(
      (request) => {
        const origin = request.headers.find(([name]) => name === 'Origin')?.[1]
        sent.push(`${request.method} ${request.url} ${origin}`)
        if (request.method === 'GET' && origin?.endsWith('.test')) throw new Error('reset')
        return server((asked) => ({ headers: right(asked) }))(request)
      },
      { url: '/orders', trusted: [APP] },
    )
    expect(new Set(sent).size).toBe(sent.length)
    expect(report.unanswered).toBeGreaterThan(0)
  })
})

describe('the audit of a URL that redirects to another host', () => {
  it('says so, and does not count the request that it does not send', async () => {
    const report = await audit(
      server((asked) => ({
        status: asked.method === 'OPTIONS' ? 204 : 302,
        headers: { ...right(asked), Location: 'https://login.example.com/?state=s3cret' },
      })),
      { url: '/orders', trusted: [APP] },
    )
    expect(report).toMatchObject({
      elsewhere: 'https://login.example.com',
      unanswered: 0,
      complete: true,
      refused: [],
    })
    const hosts = report.exchanges.map(({ request }) => new URL(request.url).host)
    expect(new Set(hosts)).toEqual(new Set(['server.test']))
    expect(String(report)).toContain(
      '\nA response redirects to https://login.example.com, which is another host: what is there was not judged. If it is a page to log in, give the headers of a user who is logged in.',
    )
  })

  it('knows that a page is kept out by the redirect itself', async () => {
    const report = await audit(
      () => ({ status: 302, headers: [['Location', 'https://login.example.com/']] }),
      { url: '/orders', trusted: [APP] },
    )
    expect(report).toMatchObject({ elsewhere: 'https://login.example.com', refused: [APP] })
  })
})
