import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { type AuditOptions, audit, type Transport, UnreachableError } from '../../../src/testing.js'
import { APP, allow, letsIn, right, server } from '../../behaviour/audit/planted.js'

const RIGHT = server((asked) => ({ headers: right(asked) }))

/** Counts what goes over the wire. */
function recording(transport: Transport) {
  const sent: string[] = []
  const recorder: Transport = (request) => {
    sent.push(`${request.method} ${request.url}`)
    return transport(request)
  }
  return { sent, recorder }
}

function auditFor(transport: Transport, options: AuditOptions = {}) {
  return audit(transport, { url: '/orders', trusted: [APP], ...options })
}

describe('the audit', () => {
  it('sends GET and OPTIONS only, and tells what it sent', async () => {
    const { sent, recorder } = recording(letsIn(() => true))
    const { exchanges } = await auditFor(recorder)
    expect(new Set(sent.map((line) => line.split(' ')[0]))).toEqual(new Set(['GET', 'OPTIONS']))
    expect(exchanges.map(({ request }) => `${request.method} ${request.url}`)).toEqual(sent)
  })

  it('names an example if it does not know whom the server may trust', async () => {
    const { findings } = await auditFor(
      letsIn(() => true),
      { trusted: [] },
    )
    expect(findings.find(({ code }) => code === 'any-origin')?.fix).toMatch(
      /send Access-Control-Allow-Origin only to the origins that you trust, as cors\(\{ origin: \['https:\/\/app\.example\.com'\], credentials: true \}\) does for one$/,
    )
  })

  it('sends one request at a time', async () => {
    let running = 0
    let most = 0
    await auditFor(async (request) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return RIGHT(request)
    })
    expect(most).toBe(1)
  })

  it('sends at most 100 requests, and says if there would be more', async () => {
    const trusted = Array.from({ length: 20 }, (_, index) => `https://app${index}.example.com`)
    const { sent, recorder } = recording(RIGHT)
    const report = await auditFor(recorder, { trusted })
    expect(sent).toHaveLength(100)
    expect(report).toMatchObject({ complete: false, endedBy: 'limit' })
    expect(String(report)).toContain(
      'The limit of requests ended the audit before every origin was asked for.',
    )
  })

  it('ends at the limit also within redirects', async () => {
    const { sent, recorder } = recording(({ url, headers }) => {
      const origin = headers.find(([name]) => name === 'Origin')?.[1] ?? '*'
      const next = `${url}x`
      return {
        status: 302,
        headers: [
          ['Location', next],
          ['Access-Control-Allow-Origin', origin],
        ],
      }
    })
    const report = await auditFor(recorder)
    expect(sent).toHaveLength(100)
    expect(report.complete).toBe(false)
  })

  it('does not follow a redirect to another host', async () => {
    const { sent, recorder } = recording((request) => ({
      status: 302,
      headers: [
        ['Location', 'https://login.example.com/'],
        [
          'Access-Control-Allow-Origin',
          request.headers.find(([name]) => name === 'Origin')?.[1] ?? '*',
        ],
      ],
    }))
    await auditFor(recorder)
    expect(sent.filter((line) => line.includes('login'))).toEqual([])
  })

  it('follows a redirect on the same host', async () => {
    const report = await auditFor((request) =>
      new URL(request.url).pathname === '/orders'
        ? {
            status: 301,
            headers: [
              ['Location', '/orders/'],
              ...Object.entries(
                allow(request.headers.find(([name]) => name === 'Origin')?.[1] ?? null),
              ),
            ],
          }
        : letsIn(() => true)(request),
    )
    expect(report.findings.map(({ code }) => code)).toContain('any-origin')
  })

  it('rejects if there is no response to the first request', async () => {
    const error = await audit('http://127.0.0.1:1/orders').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UnreachableError)
    expect(error).toMatchObject({
      name: 'UnreachableError',
      code: 'ERR_CORS_UNREACHABLE',
      url: 'http://127.0.0.1:1/orders',
    })
    expect(String(error)).toContain('ECONNREFUSED')
  })

  it('goes on if a later request gets no response', async () => {
    let count = 0
    const report = await auditFor((request) => {
      if (++count > 1) throw new Error('gone')
      return RIGHT(request)
    })
    expect(report.findings).toEqual([])
    expect(report.exchanges.filter(({ response }) => response === null)).not.toHaveLength(0)
  })

  it('rejects when the time limit ends the first request', async () => {
    const silent = () => new Promise<never>(() => {})
    await expect(auditFor(silent, { timeout: 20 })).rejects.toThrow(UnreachableError)
  })

  it('rejects with the reason of an aborted signal', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const pending = auditFor(
      (request) => {
        controller.abort(reason)
        return RIGHT(request)
      },
      { signal: controller.signal },
    )
    await expect(pending).rejects.toBe(reason)
  })

  it('does not wait for a body that never ends', async () => {
    const app = createServer((req, res) => {
      res.setHeader('Vary', 'Origin')
      if (req.headers.origin === APP) res.setHeaders(new Map(Object.entries(allow(APP))))
      res.write('data: 1\n\n')
    })
    const { findings } = await audit(app, { url: '/events', trusted: [APP] })
    expect(findings).toEqual([])
  })

  it('audits the target itself if there is no url, without its fragment', async () => {
    expect((await audit(RIGHT)).url).toBe('http://server.test/')
    expect((await audit(RIGHT, { url: '/a?b=c#d' })).url).toBe('http://server.test/a?b=c')
  })

  it('asks for the origin that some browsers send and the browser model refuses', async () => {
    const report = await auditFor(
      letsIn((origin) => /^https:\/\/app\.example\.com(!.*)?$/.test(origin)),
    )
    expect(report.findings).toMatchObject([{ code: 'odd-host-origin', severity: 'high' }])
    const [finding] = report.findings
    expect(finding?.origin).toMatch(/^https:\/\/app\.example\.com!\.stranger-\w+\.test$/)
    expect(JSON.stringify(finding?.exchanges)).toContain(finding?.origin)
    expect(JSON.stringify(report.exchanges)).not.toContain('stand-in')
  })

  it('freezes its report', async () => {
    const report = await auditFor(letsIn(() => true))
    const [finding] = report.findings
    const parts = [report, report.findings, finding, finding?.exchanges, report.exchanges]
    expect(parts).not.toContain(undefined)
    expect(parts.every(Object.isFrozen)).toBe(true)
  })
})

describe('the arguments of the audit', () => {
  it.each<readonly [string, AuditOptions, string]>([
    [
      'an origin with a slash',
      { trusted: ['https://app.example.com/'] },
      'trusted has "https://app.example.com/", but an entry must be an origin such as "https://app.example.com", a pattern such as "https://*.example.com" or "http://localhost:*", "null", or "*" for everybody',
    ],
    [
      'an invalid url',
      { url: 'http://[' },
      'the url "http://[" is not valid relative to "http://server.test"',
    ],
    [
      'a header name that is no token',
      { headers: { 'a b': '1' } },
      'headers has the name "a b", which is not a token',
    ],
    [
      'a header value that HTTP forbids',
      { headers: [['Cookie', 'a\nb']] },
      'headers has a value for Cookie that HTTP forbids; a value may contain any bytes except NUL, CR and LF',
    ],
    [
      'an Origin',
      { headers: { origin: APP } },
      'headers has Origin, which is different in every question; leave it out',
    ],
  ])('are refused with %s', async (_name, options, message) => {
    await expect(audit(RIGHT, options)).rejects.toThrow(new TypeError(message))
  })

  it('are refused with a string in place of the list', async () => {
    const options = { trusted: JSON.parse('"https://app.example.com"') }
    await expect(audit(RIGHT, options)).rejects.toThrow(
      new TypeError("trusted must be an array, as in trusted: ['https://app.example.com']"),
    )
  })

  it('are refused with an entry that is not a string', async () => {
    const options = { trusted: JSON.parse('[7]') }
    await expect(audit(RIGHT, options)).rejects.toThrow(/^trusted has "7", but/)
  })
})
