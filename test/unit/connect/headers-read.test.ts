import { describe, expect, it } from 'vitest'
import cors, { type CorsSource } from '../../../src/index.js'
import { createReqRes, from, type ServedRequest } from './serve.js'

const APP = 'https://app.example.com'
const STRANGER = from('https://evil.test')
const ENFORCED = { origin: APP, enforce: true } as const

/** The request headers that the middleware reads, in order and each once. */
function namesRead(source: CorsSource, request: ServedRequest): readonly string[] {
  const { req, res } = createReqRes(request)
  const read = new Set<string>()
  req.headers = new Proxy(req.headers, {
    get(headers, name) {
      if (typeof name === 'string') read.add(name)
      return Reflect.get(headers, name)
    },
  })
  cors(source)(req, res, () => {})
  return [...read]
}

describe('the middleware reads from a request', () => {
  it.each([
    ['a GET', { origin: APP }, from(APP)],
    ['a denied GET', { origin: APP }, STRANGER],
    ['a denied POST', { origin: APP }, { ...STRANGER, method: 'POST' }],
    ['a GET with enforce', ENFORCED, from(APP)],
    ['a denied GET with enforce', ENFORCED, STRANGER],
    ['an allowed POST with enforce', ENFORCED, { ...from(APP), method: 'POST' }],
  ] satisfies (readonly [string, CorsSource, ServedRequest])[])(
    'Origin alone: %s',
    (_what, source, request) => {
      expect(namesRead(source, request)).toEqual(['origin'])
    },
  )

  it('more than that only for the hook, and for what enforce may reject', () => {
    expect(namesRead({ origin: APP, onDecision() {} }, from(APP))).toEqual([
      'origin',
      'sec-fetch-site',
      'cookie',
    ])
    const own = { 'sec-fetch-site': 'same-origin', origin: 'null' }
    expect(namesRead(ENFORCED, { method: 'POST', headers: own })).toEqual([
      'origin',
      'sec-fetch-site',
    ])
  })
})
