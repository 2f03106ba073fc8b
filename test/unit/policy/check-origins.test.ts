import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkOrigins, createPolicy } from '../../../src/index.js'
import { checkOrigins as checkPureOrigins } from '../../../src/policy.js'
import { configErrorOf } from './untyped.js'

const CREDENTIALS = { credentials: true }

/** Calls it as JavaScript does, where no compiler has looked at the parameters. */
function checkUntyped(...parameters: readonly unknown[]): unknown {
  return Reflect.apply(checkOrigins, undefined, parameters)
}

/** The rows of a table of origins. */
const ROWS: readonly unknown[] = [
  'https://app.example.com',
  'https://*.example.org',
  'http://localhost:*',
  'https://app.example.com/',
  'app.example.com',
  'http://app.example.com',
  'https://*.github.io',
  'null',
  '*',
  '',
  ' ',
  null,
  undefined,
  7,
  Number.NaN,
  true,
  { origin: 'https://app.example.com' },
  ['https://app.example.com'],
  /^https:\/\/app-\d+\.example\.com$/,
  /example/,
  Symbol('row'),
  () => true,
  'https://a.example\nhttps://b.example',
  `https://${'a'.repeat(10_000)}.example`,
]

describe('checkOrigins', () => {
  it('keeps the good rows in their order, and says what is wrong with the others', () => {
    const rows = ['https://a.example', 'https://b.example/', null, 'https://*.c.example']
    expect(checkOrigins(rows)).toEqual({
      origins: ['https://a.example', 'https://*.c.example'],
      issues: [
        expect.objectContaining({
          code: 'origin-invalid',
          path: 'origin[1]',
          value: 'https://b.example/',
          fix: '"https://b.example"',
        }),
        expect.objectContaining({ code: 'invalid-type', path: 'origin[2]', value: null }),
      ],
    })
  })

  it('judges with the public suffix list, and for the credentials of the policy', () => {
    const rows = ['https://*.github.io', 'http://a.example', 'null', 'https://*.a.example']
    expect(checkOrigins(rows).origins).toEqual(rows)
    const { origins, issues } = checkOrigins(rows, CREDENTIALS)
    expect(origins).toEqual(['https://*.a.example'])
    expect(issues.map(({ code }) => code)).toEqual([
      'public-suffix-wildcard',
      'insecure-origin',
      'null-origin',
    ])
  })

  it('keeps the rows whose risk is accepted', () => {
    const rows = ['http://a.example', 'null']
    const options = { ...CREDENTIALS, dangerouslyAllow: ['insecure-origin'] } as const
    expect(checkOrigins(rows, options).origins).toEqual(['http://a.example'])
  })

  it('takes the public suffix test from outside', () => {
    const rows = ['https://*.a.example', 'https://*.b.example']
    const isPublicSuffix = (host: string) => host === 'a.example'
    expect(checkOrigins(rows, CREDENTIALS, { isPublicSuffix }).origins).toEqual([rows[1]])
    expect(checkPureOrigins(rows, CREDENTIALS, { isPublicSuffix }).origins).toEqual([rows[1]])
    expect(checkPureOrigins(rows, CREDENTIALS).origins).toEqual([])
  })

  it('takes a table without rows, and one with holes', () => {
    expect(checkOrigins([])).toEqual({ origins: [], issues: [] })
    const holes: unknown[] = []
    holes[1] = 'https://a.example'
    expect(checkOrigins(holes)).toMatchObject({
      origins: ['https://a.example'],
      issues: [{ path: 'origin[0]', value: undefined }],
    })
  })

  it('finds the same issues as createPolicy, which accepts the remaining rows', () => {
    const rows = fc.array(fc.oneof(fc.constantFrom(...ROWS), fc.anything()), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.boolean(), (origin, credentials) => {
        const { origins, issues } = checkOrigins(origin, { credentials })
        // An empty list is an error of its own, which is not about rows.
        const left = origins.length > 0 ? origins : false
        expect(createPolicy({ origin: left, credentials }).options.origin).toEqual(left)
        if (issues.length > 0) {
          const { issues: found } = configErrorOf({ origin, credentials })
          // If no row is left, createPolicy says what to write instead of the list.
          if (origins.length > 0) expect(found).toEqual(issues)
          else expect(found.length).toBeGreaterThan(0)
        } else expect(origins).toEqual(origin)
      }),
    )
  })

  it('reads neither the rows nor the options later', () => {
    const rows = ['https://a.example']
    const { origins, issues } = checkOrigins(rows)
    rows[0] = 'https://b.example'
    expect(origins).toEqual(['https://a.example'])
    expect([Object.isFrozen(origins), Object.isFrozen(issues)]).toEqual([true, true])
  })

  it('takes 100,000 rows, good or bad', { timeout: 60_000 }, () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `https://customer-${i}.example${i % 2 ? '' : '/'}`,
    )
    const { origins, issues } = checkOrigins(rows, CREDENTIALS)
    expect([origins.length, issues.length]).toEqual([50_000, 50_000])
  })

  it('throws for wrong options, which are not rows', () => {
    expect(() => checkUntyped([], { credentials: 'true' })).toThrow(
      expect.objectContaining({
        message: `1 problem in the CORS options
  credentials  "true"  expected a boolean  [invalid-type]
               → true
  https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md#invalid-type`,
      }),
    )
  })

  it.each([undefined, null, 'https://a.example', new Set(['https://a.example'])])(
    'throws for %j, which is not a list of rows',
    (rows) => {
      expect(() => checkUntyped(rows)).toThrow(
        expect.objectContaining({
          code: 'ERR_CORS_CONFIG',
          issues: [expect.objectContaining({ code: 'invalid-type', path: 'origin', value: rows })],
        }),
      )
    },
  )
})
