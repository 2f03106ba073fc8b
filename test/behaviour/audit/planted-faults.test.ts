import { describe, expect, it } from 'vitest'
import { FINDINGS } from '../../../src/audit/report/findings.js'
import { audit, type FindingCode, type Transport } from '../../../src/testing.js'
import { APP, allow, type Headers, letsIn, right, server } from './planted.js'

const without = (headers: Headers, name: string): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

/** A server for each code, with nothing else wrong. */
const PLANTED: { readonly [Code in FindingCode]: Transport } = {
  'any-origin': letsIn((origin) => origin !== 'null'),
  'null-origin': letsIn((origin) => origin === APP || origin === 'null'),
  'insecure-origin': letsIn((origin) => /^https?:\/\/app\.example\.com$/.test(origin)),
  'prefix-match': letsIn((origin) => origin.startsWith(APP)),
  'suffix-match': letsIn((origin) => origin.endsWith('example.com')),
  'unescaped-dot': letsIn((origin) => /^https:\/\/app.example.com$/.test(origin)),
  'substring-match': letsIn((origin) => origin.indexOf('example.com') !== -1),
  'truncated-match': letsIn((origin) => `${APP},https://admin.example.org`.includes(origin)),
  'any-subdomain': letsIn((origin) => /^https:\/\/[a-z0-9-]+\.example\.com$/.test(origin)),
  'any-port': letsIn((origin) => /^https:\/\/app\.example\.com(:\d+)?$/.test(origin)),
  'localhost-origin': letsIn((origin) => [APP, 'http://localhost:3000'].includes(origin)),
  'shared-suffix-origin': letsIn((origin) => origin === APP || origin.endsWith('.vercel.app')),
  'odd-host-origin': letsIn((origin) => /^https:\/\/app\.example\.com([^.\w-].*)?$/.test(origin)),
  'wildcard-with-credentials': server(() => ({
    headers: { ...without(allow('*'), 'Vary') },
  })),
  'allow-origin-multiple': server((asked) => ({
    headers:
      asked.origin === APP
        ? { ...allow(APP), 'Access-Control-Allow-Origin': `${APP}, ${APP}` }
        : right(asked),
  })),
  'allow-origin-invalid': server((asked) => ({
    headers: asked.origin === APP ? allow(`${APP}/`) : right(asked),
  })),
  'allow-credentials-invalid': server((asked) => ({
    headers:
      asked.origin === APP
        ? { ...allow(APP), 'Access-Control-Allow-Credentials': 'True' }
        : right(asked),
  })),
  'vary-missing': server((asked) => ({ headers: without(right(asked), 'Vary') })),
  'preflight-status': server((asked) => ({
    status: asked.method === 'OPTIONS' ? 404 : 200,
    headers: right(asked),
  })),
  'preflight-redirected': server((asked) =>
    asked.method === 'OPTIONS'
      ? { status: 302, headers: { ...right(asked), Location: '/login' } }
      : { headers: right(asked) },
  ),
  'preflight-unauthorized': server((asked) => ({
    status: asked.method === 'OPTIONS' ? 401 : 200,
    headers: right(asked),
  })),
  'preflight-without-cors': server((asked) => ({
    headers: asked.method === 'OPTIONS' ? { Allow: 'GET, HEAD' } : right(asked),
  })),
  'error-without-cors': server((asked) =>
    asked.path === '/orders' ? { headers: right(asked) } : { status: 404, headers: {} },
  ),
  'authorization-under-wildcard': server(({ method }) => ({
    headers: {
      'Access-Control-Allow-Origin': '*',
      ...(method === 'OPTIONS' && {
        'Access-Control-Allow-Methods': '*',
        'Access-Control-Allow-Headers': '*',
      }),
    },
  })),
  'max-age-capped': server((asked) => ({
    headers: { ...right(asked), 'Access-Control-Max-Age': '604800' },
  })),
}

/** What is public by design has this finding as well. */
const PUBLIC: readonly FindingCode[] = ['wildcard-with-credentials', 'authorization-under-wildcard']

const codes = Object.entries(FINDINGS).flatMap(([code]) =>
  Object.keys(PLANTED).filter((planted): planted is FindingCode => planted === code),
)

describe('the audit', () => {
  it.each(codes)('finds %s, and nothing else', async (code) => {
    const report = await audit(PLANTED[code], { url: '/orders', trusted: [APP] })
    const expected = PUBLIC.includes(code) ? [code, 'any-origin'] : [code]
    expect(report.findings.map((finding) => finding.code)).toEqual(expected)
    expect(report.complete).toBe(true)
  })

  it('has a planted fault for every code', () => {
    expect(codes).toHaveLength(25)
    expect(Object.keys(FINDINGS)).toEqual(codes)
  })

  it('finds nothing on a correct server', async () => {
    const report = await audit(
      server((asked) => ({ headers: right(asked) })),
      {
        url: '/orders',
        trusted: [APP],
      },
    )
    expect(report.findings).toEqual([])
    expect(report.refused).toEqual([])
  })
})
