import { describe, expect, it } from 'vitest'
import cors, { createPolicy, type Decision } from '../../../src/index.js'
import { scanRequestHeaders } from '../../../src/policy/decide/preflight/request-headers.js'
import { from, preflightFrom, serveExpress } from './express.js'

const ORIGIN = 'https://app.example.com'

/** node:http reads at most 16 KiB of headers. */
const FLOODS: readonly (readonly [what: string, list: string])[] = [
  ['one name of 4,097 bytes', 'x'.repeat(4097)],
  ['129 names', Array(129).fill('x').join(',')],
  ['as many names as fit', Array(7_000).fill('x').join(',')],
  ['as many commas as fit', ','.repeat(14_000)],
  ['a name behind 4,096 commas', `${','.repeat(4096)}x`],
  ['a name behind 4,096 spaces', `x,${' '.repeat(4096)}y`],
]

describe('a flood of request headers (GO-2024-2883, CVE-2026-69207)', () => {
  it.each(FLOODS)('is denied and not reflected: %s', async (_what, list) => {
    const decisions: Decision[] = []
    const onDecision = (decision: Decision) => {
      decisions.push(decision)
    }
    const send = await serveExpress(cors({ origin: ORIGIN, methods: 'PUT', onDecision }))
    expect(await send(preflightFrom(ORIGIN, list))).toEqual({
      status: 204,
      headers: {
        'access-control-allow-origin': ORIGIN,
        'access-control-allow-methods': 'PUT',
        vary: 'Origin, Access-Control-Request-Headers',
      },
      body: '',
    })
    expect(decisions.map(({ denial }) => denial?.code)).toEqual(['request-headers-invalid'])
    expect(decisions[0]?.denial?.message.length).toBeLessThan(300)
  })

  it.each([
    ['not at all over 4,096 bytes', 'x'.repeat(4097), 0],
    ['not at all over 4,096 bytes of short names', Array(7_000).fill('x').join(','), 0],
    ['up to the 128th name', Array(2_000).fill('x').join(','), 128],
    ['up to the first bad name', `a,b,(,${'c,'.repeat(100)}`, 2],
  ])('is read %s', (_what, list, namesRead) => {
    const names: string[] = []
    expect(scanRequestHeaders(list, (name) => names.push(name))).toBe(-1)
    expect(names).toHaveLength(namesRead)
  })

  it('is denied before the names are compared with a list of allowed ones', () => {
    const policy = createPolicy({ origin: ORIGIN, allowedHeaders: ['x'] })
    for (const [, list] of FLOODS) {
      const { denial } = policy.evaluate({
        method: 'OPTIONS',
        headers: {
          origin: ORIGIN,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': list,
        },
      })
      expect(denial?.code).toBe('request-headers-invalid')
    }
  })
})

describe('a flood in Origin', () => {
  const flood = `https://${'a.'.repeat(7_000)}example.com`

  it('reaches no origin function', async () => {
    const asked: string[] = []
    const origin = (value: string) => {
      asked.push(value)
      return true
    }
    const send = await serveExpress(cors({ origin }))
    expect((await send(from(flood))).headers).toEqual({ vary: 'Origin' })
    expect((await send(from(ORIGIN))).headers['access-control-allow-origin']).toBe(ORIGIN)
    expect(asked).toEqual([ORIGIN])
  })

  it.each([
    ['regular expression', /^https:\/\/[a-z.]+$/],
    ['subdomain pattern', 'https://*.example.com'],
    ['reflecting policy', true],
  ])('is refused by a %s that would match', async (_what, origin) => {
    const send = await serveExpress(cors({ origin }))
    expect((await send(from(flood))).headers).toEqual({ vary: 'Origin' })
    expect((await send(from(ORIGIN))).headers['access-control-allow-origin']).toBe(ORIGIN)
  })
})
