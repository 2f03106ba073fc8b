import { describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { from, serveExpress } from './express.js'

const RULES = [
  ['exact origins', ['https://foo.com', 'https://bar.com'], ['https://foo.com', 'https://bar.com']],
  [
    'subdomain patterns',
    ['https://*.foo.com', 'https://*.bar.com'],
    ['https://a.foo.com', 'https://a.bar.com'],
  ],
  [
    'patterns of any port',
    ['https://*.foo.com:*', 'https://*.bar.com:*'],
    ['https://a.foo.com:8443', 'https://a.bar.com:8443'],
  ],
  [
    'hosts of which one ends with the other',
    ['https://*.foo.com', 'https://*.o.com', 'https://*.com.o.com'],
    ['https://a.foo.com', 'https://a.o.com', 'https://a.com.o.com'],
  ],
] as const

const MERGED = [
  'https://barfoo.com',
  'https://foobar.com',
  'https://a.barfoo.com',
  'https://a.foobar.com',
  'https://barfoo.com:8443',
  'https://a.barfoo.com:8443',
  'https://oo.com',
  'https://a.oo.com',
  'https://r.com',
]

describe('rules for foo.com and bar.com that merge into barfoo.com (GHSA-vhxv-fg4m-p2w8)', () => {
  it.each(RULES)('do not merge in any form: %s', async (_what, origin, allowed) => {
    const send = await serveExpress(cors({ origin }))
    const grant = async (asker: string) =>
      (await send(from(asker))).headers['access-control-allow-origin']
    expect(await Promise.all(allowed.map(grant))).toEqual(allowed)
    expect(await Promise.all(MERGED.map(grant))).toEqual(MERGED.map(() => undefined))
  })
})
