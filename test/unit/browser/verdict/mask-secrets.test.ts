import { describe, expect, it } from 'vitest'
import { maskSecrets } from '../../../../src/browser/verdict/mask-secrets.js'

function masked(name: string, value: string): readonly (readonly [string, string])[] {
  const [exchange] = maskSecrets([
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

describe('maskSecrets', () => {
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
    ['Vary', 'Cookie, Authorization', 'Cookie, Authorization'],
  ])('shows %s: %s as %s', (name, value, expected) => {
    expect(masked(name, value)).toEqual([[name, expected]])
  })

  it('keeps an exchange without a response', () => {
    const request = { method: 'GET', url: 'https://a.example/', headers: [] }
    const exchanges = [{ kind: 'preflight' as const, request, response: null }]
    expect(maskSecrets(exchanges)).toEqual(exchanges)
  })
})
