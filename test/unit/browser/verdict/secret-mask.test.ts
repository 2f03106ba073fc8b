import { describe, expect, it } from 'vitest'
import { secretMask } from '../../../../src/browser/verdict/secret-mask.js'
import { quote } from '../../../../src/fetch/quote.js'

const mask = secretMask([
  {
    kind: 'request',
    request: {
      method: 'GET',
      url: 'https://a.example/',
      headers: [
        ['Authorization', 'Bearer abcdefghij'],
        ['Cookie', 'longer=abcdefghij-klmnop'],
      ],
    },
    response: null,
  },
])

describe('secretMask', () => {
  it.each([
    ['abcdefghij and abcdefghij-klmnop', '*** and ***'],
    [
      'The response from https://a.example/?a=1&code=x.y: status 200.',
      'The response from https://a.example/?a=1&code=***: status 200.',
    ],
    ["'https://a.example/?X-Amz-Signature=abc' is", "'https://a.example/?X-Amz-Signature=***' is"],
    ['https://a.example/?code=&a=1', 'https://a.example/?code=&a=1'],
    ['https://a.example/?postcode=1', 'https://a.example/?postcode=1'],
  ])('shows %s as %s', (text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it('masks the start of a secret in a value that was cut off', () => {
    const cut = (length: number) => quote(`${'x'.repeat(100 - length)}abcdefghij-klmnop`)
    expect(mask(cut(9))).toBe(`"${'x'.repeat(91)}***…"`)
    expect(mask(cut(4))).toBe(`"${'x'.repeat(96)}***…"`)
    expect(mask(`${cut(3)} and ${cut(4)}`)).toContain('xabc…" and "x')
  })

  it.each(['?', '?a', '?token', '&a=', '://a:', '?a=.'])(
    'needs one scan for a header full of %s',
    (text) => {
      const hostile = text.repeat(256 * 1024)
      expect(mask(hostile).length).toBeGreaterThan(0)
    },
  )
})
