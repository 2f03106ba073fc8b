import { describe, expect, it } from 'vitest'
import cors, { CorsConfigError, createPolicy } from '../../../../src/index.js'
import { judgeRegExp } from '../../../../src/policy/config/regexp/judge-regexp.js'
import { from, serve } from '../../connect/serve.js'
import { configErrorOf } from '../untyped.js'

const ORIGIN = 'https://app.example.com'

/** A list that is in itself. */
function circularList(): unknown[] {
  const list: unknown[] = [ORIGIN]
  list.push(list)
  return list
}

function deepList(): unknown {
  let list: unknown = ORIGIN
  for (let depth = 0; depth < 20_000; depth++) list = [list]
  return list
}

const LISTS = [
  ['circular', circularList()],
  ['20,000 deep', deepList()],
] as const

const OPTIONS = [
  'origin',
  'methods',
  'allowedHeaders',
  'exposedHeaders',
  'credentials',
  'maxAge',
  'preflightContinue',
  'optionsSuccessStatus',
  'dangerouslyAllow',
  'onDecision',
  'orgin',
]

describe.each(LISTS)('a list that is %s', (_what, list) => {
  it.each(OPTIONS)('is an error at start-up in %s', (option) => {
    const error = configErrorOf({ origin: ORIGIN, [option]: list })
    expect(error.issues.length).toBeGreaterThan(0)
    expect(error.message.length).toBeLessThan(2000)
  })

  it('is an error in place of the options', () => {
    expect(configErrorOf(list).issues.map(({ code }) => code)).toEqual(['invalid-type'])
  })

  it.each([
    ['a delegate', () => Reflect.apply(cors, undefined, [() => list])],
    ['options of a delegate', () => Reflect.apply(cors, undefined, [() => ({ origin: list })])],
    ['an origin function', () => Reflect.apply(cors, undefined, [{ origin: () => list }])],
  ])('goes to next as an error if it is the answer of %s', async (_whose, make) => {
    const { nextCalls } = await serve(make(), from(ORIGIN))
    expect(nextCalls).toEqual([expect.any(CorsConfigError)])
  })
})

describe('the text of a list that contains itself', () => {
  it('ends after a few', () => {
    expect(
      configErrorOf({ origin: ORIGIN, maxAge: circularList() }).message,
    ).toBe(`1 problem in the CORS options
  maxAge  ["${ORIGIN}", ["${ORIGIN}", ["${ORIGIN}", […]]]]  expected whole seconds, 0 or more  [max-age-invalid]
          → remove it; browsers then keep a preflight for 5 seconds
  https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md#max-age-invalid`)
  })
})

describe('an expression for longer origins than are read', () => {
  it.each([
    ['x{100000}', 'origin-invalid'],
    ['^https://x{100000}\\.example\\.com$', 'origin-invalid'],
    ['(?:x{1000}){1000}', 'regexp-slow'],
  ])('is an error at start-up: %s', (source, code) => {
    const error = configErrorOf({ origin: new RegExp(source), credentials: true })
    expect(error.issues.map((issue) => issue.code)).toEqual([code])
  })

  it('shows no origin of more than 300 bytes, which would not get in', () => {
    const origin = new RegExp(`^https:\\/\\/${'a'.repeat(275)}.example\\.com`)
    const { findings } = judgeRegExp(origin, { credentials: true, isPublicSuffix: () => false })
    const attackers = findings.map(({ attacker }) => attacker)
    expect(attackers).toEqual([`https://${'a'.repeat(276)}example.comevil`])
    const policy = createPolicy({ origin, credentials: true, dangerouslyAllow: ['open-regexp'] })
    expect(attackers.map((attacker) => policy.isOriginAllowed(String(attacker)))).toEqual([true])
  })
})
