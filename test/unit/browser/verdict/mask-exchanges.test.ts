import { describe, expect, it } from 'vitest'
import { maskExchanges } from '../../../../src/browser/verdict/mask-exchanges.js'

function masked(name: string, value: string): readonly (readonly [string, string])[] {
  const [exchange] = maskExchanges([
    {
      kind: 'request',
      request: {
        method: 'POST',
        url: 'https://a.example/',
        headers: [[name, value]],
        body: 's3cret',
      },
      response: { status: 200, headers: [[name, value]], body: 's3cret' },
    },
  ])
  expect(exchange).toEqual({
    kind: 'request',
    request: { method: 'POST', url: 'https://a.example/', headers: exchange?.request.headers },
    response: { status: 200, headers: exchange?.request.headers },
  })
  return exchange?.request.headers ?? []
}

describe('maskExchanges', () => {
  it.each([
    ['Authorization', 'Bearer s3cret', 'Bearer ***'],
    ['authorization', 'basic czNjcmV0', 'basic ***'],
    ['Authorization', 's3cret with words', '***'],
    ['Authorization', 's3cret', '***'],
    ['Proxy-Authorization', 'Basic s3cret', 'Basic ***'],
    ['Cookie', 'session=s3cret; theme=dark', 'session=***; theme=***'],
    ['Cookie', 's3cret', '***'],
    ['Cookie', 'a=b=s3cret', 'a=***'],
    [
      'Set-Cookie',
      'session=s3cret; Path=/; HttpOnly; Max-Age=60; samesite=Lax',
      'session=***; Path=/; HttpOnly; Max-Age=60; samesite=Lax',
    ],
    ['Set-Cookie', 'path=s3cret', 'path=***'],
    ['Set-Cookie', 's3cret', '***'],
    ['Set-Cookie', 'a="x; s3cret"; Secure', 'a=***;***; Secure'],
    ['Set-Cookie', 'a=1; other=s3cret', 'a=***; other=***'],
    ['X-API-Key', 's3cret', '***'],
    ['X-CSRF-Token', 's3cret', '***'],
    ['Api-Key', 's3cret', '***'],
    ['X-Access-Token', 's3cret', '***'],
    ['X-Goog-Api-Key', 's3cret', '***'],
    ['Private-Token', 's3cret', '***'],
    ['Authentication-Info', 's3cret', '***'],
    ['X-Client-Secret', 's3cret', '***'],
    [
      'Location',
      'https://a.example/?state=1&access_token=s3cret&code=s3cret#id_token=s3cret',
      'https://a.example/?state=1&access_token=***&code=***#id_token=***',
    ],
    ['Location', 'https://me:s3cret@a.example/?codec=1', 'https://me:***@a.example/?codec=1'],
    ['Vary', 'Cookie, Authorization', 'Cookie, Authorization'],
  ])('shows %s: %s as %s', (name, value, expected) => {
    expect(masked(name, value)).toEqual([[name, expected]])
  })

  const SECRET = 'l0ng "s3cret"'

  it.each([
    ['Authorization', `Bearer ${SECRET}`],
    ['Authorization', `Unknown ${SECRET}`],
    ['Cookie', `a=1; session=${SECRET}; b=2`],
    ['X-API-Key', SECRET],
  ])('masks what the request sent in %s: %s wherever it comes back', (name, value) => {
    const echoes = [value, `x${SECRET}y`, JSON.stringify(SECRET), encodeURIComponent(SECRET)]
    const [, exchange] = maskExchanges([
      {
        kind: 'request',
        request: { method: 'GET', url: 'https://a.example/', headers: [[name, value]] },
        response: { status: 302, headers: [] },
      },
      {
        kind: 'request',
        request: { method: 'GET', url: `https://a.example/?a=${SECRET}`, headers: [] },
        response: { status: 200, headers: echoes.map((echo) => ['X-Echo', echo]) },
      },
    ])
    expect(exchange?.request.url).toBe('https://a.example/?a=***')
    const shown = exchange?.response?.headers.map(([, echo]) => echo) ?? []
    expect(shown.slice(1)).toEqual(['x***y', '"***"', '***'])
    expect(shown[0]).not.toContain('s3cret')
  })

  it('leaves what a short cookie has in common with other headers', () => {
    const headers = [['Cookie', 'a=60; b=dark'] as const]
    const [exchange] = maskExchanges([
      {
        kind: 'request',
        request: { method: 'GET', url: 'https://a.example/', headers },
        response: { status: 200, headers: [['X-Theme', 'dark-60']] },
      },
    ])
    expect(exchange?.response?.headers).toEqual([['X-Theme', 'dark-60']])
  })

  it('masks what was sent in headers that the exchange does not have', () => {
    const request = { method: 'GET', url: 'https://a.example/', headers: [] }
    const response = { status: 200, headers: [['X-Echo', SECRET] as const] }
    const others = [['Authorization', `Bearer ${SECRET}`] as const]
    const [exchange] = maskExchanges([{ kind: 'request', request, response }], others)
    expect(exchange?.response?.headers).toEqual([['X-Echo', '***']])
  })

  it('keeps an exchange without a response', () => {
    const request = { method: 'GET', url: 'https://a.example/', headers: [] }
    const exchanges = [{ kind: 'preflight' as const, request, response: null }]
    expect(maskExchanges(exchanges)).toEqual(exchanges)
  })
})
