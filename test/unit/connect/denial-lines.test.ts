import { describe, expect, it, vi } from 'vitest'
import { cors } from '../../../src/index.js'
import { createReqRes, from } from './serve.js'

const lines = vi.hoisted((): string[] => {
  process.env.NODE_DEBUG = 'strict-cors'
  return []
})

// The switch is read when a process starts; debug-log.test.ts turns it on for a real one.
vi.mock('../../../src/connect/open-log.js', () => {
  const log = (_format: string, line: unknown) => lines.push(String(line))
  return { openLog: () => Object.assign(log, { enabled: true }) }
})

describe('a line of the debug log', () => {
  const strict = cors({ origin: 'https://app.example.com' })
  const open = cors()
  const { req, res } = createReqRes({ ...from('https://evil.test'), url: '/orders' })
  const next = () => {}

  it('is written at the end of the response, and says what the last policy has decided', () => {
    for (const middleware of [strict, open, strict]) middleware(req, res, next)
    expect(lines).toEqual([])
    res.emit('close')
    expect(lines).toEqual([
      'GET /orders [origin-not-allowed] the origin "https://evil.test" is not allowed; allowed: "https://app.example.com"; to allow it, add "https://evil.test" to origin',
    ])
  })

  it('is not written if the last policy allows the request', () => {
    lines.length = 0
    const second = createReqRes({ ...from('https://evil.test'), url: '/orders' })
    for (const middleware of [strict, open]) middleware(second.req, second.res, next)
    second.res.emit('close')
    expect(lines).toEqual([])
  })

  it.each([
    [true, 'rejected: '],
    ['report', 'would be rejected: '],
  ] as const)('says what happens to a request with enforce: %s', (enforce, fate) => {
    lines.length = 0
    const made = createReqRes({
      method: 'POST',
      url: '/orders',
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    cors({ origin: 'https://app.example.com', enforce })(made.req, made.res, next)
    made.res.emit('close')
    expect(lines).toEqual([
      `POST /orders [cross-site] ${fate}the request carries no Origin, and Sec-Fetch-Site "cross-site" says that it comes from elsewhere; if it has to get through, as from a single sign-on service, mount its route before cors()`,
    ])
  })

  it('leaves out the method and the URL if a request has none', () => {
    lines.length = 0
    const made = createReqRes(from('https://evil.test'))
    const req = Object.assign(made.req, { method: undefined, url: undefined })
    strict(req, made.res, next)
    made.res.emit('close')
    expect(lines).toEqual([expect.stringMatching(/^ {2}\[origin-not-allowed\] the origin/)])
  })

  it('is written at once if the response has no events', () => {
    lines.length = 0
    const made = createReqRes({ ...from('https://evil.test'), url: '/orders' })
    strict(made.req, Object.assign(made.res, { once: undefined }), next)
    expect(lines).toEqual([expect.stringMatching(/^GET \/orders \[origin-not-allowed\]/)])
  })

  it('has the URL as it came in, not as a router has shortened it', () => {
    lines.length = 0
    const third = createReqRes({ ...from('https://evil.test'), url: '/orders' })
    strict(Object.assign(third.req, { originalUrl: '/api/orders' }), third.res, next)
    third.res.emit('close')
    expect(lines).toEqual([expect.stringMatching(/^GET \/api\/orders \[origin-not-allowed\]/)])
  })
})
