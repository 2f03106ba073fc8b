import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../../../src/index.js'
import { rememberLast } from '../../../../../src/policy/decide/preflight/remember-last.js'

describe('rememberLast', () => {
  it('computes the same question once if it is asked several times in a row', () => {
    const computed: string[] = []
    const length = rememberLast((value) => {
      computed.push(value)
      return value.length
    })
    expect(['', 'a', 'a', 'bb', 'bb', 'a', ''].map(length)).toEqual([0, 1, 1, 2, 2, 1, 0])
    expect(computed).toEqual(['', 'a', 'bb', 'a', ''])
  })
})

describe('a policy that is asked for one list of headers after the other', () => {
  const strict = createPolicy({ origin: 'https://app.example.com', allowedHeaders: 'X-A' })
  const open = createPolicy({ origin: 'https://app.example.com' })
  const asking = (names: string) => ({
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example.com',
      'access-control-request-method': 'GET',
      'access-control-request-headers': names,
    },
  })

  it('judges each by itself', () => {
    const lists = ['x-a', 'x-b', 'x-b', 'x-a', 'x a', 'x-a', ',', 'x-a,x-b', 'x-a']
    expect(lists.map((names) => strict.evaluate(asking(names)).denial?.code)).toEqual([
      undefined,
      'header-not-allowed',
      'header-not-allowed',
      undefined,
      'request-headers-invalid',
      undefined,
      undefined,
      'header-not-allowed',
      undefined,
    ])
  })

  it('judges each as this policy does, whatever another one says', () => {
    const other = createPolicy({ origin: 'https://app.example.com', allowedHeaders: 'X-B' })
    const verdicts = ['x-a', 'x-b'].map((names) =>
      [strict, other, open].map((policy) => policy.evaluate(asking(names)).allowed),
    )
    expect(verdicts).toEqual([
      [true, false, true],
      [false, true, true],
    ])
  })

  it('reflects each by itself', () => {
    const lists = ['x-a', 'x-a,x-b', 'x-a,x-b', ',', 'x a', '', 'x-a']
    const reflected = lists.map(
      (names) => open.evaluate(asking(names)).headers['Access-Control-Allow-Headers'],
    )
    const none = undefined
    expect(reflected).toEqual(['x-a', 'x-a,x-b', 'x-a,x-b', none, none, none, 'x-a'])
  })
})
