import { describe, expect, it } from 'vitest'
import { CorsConfigError, createPolicy } from '../../../../../src/index.js'
import { CONFIG_ISSUES } from '../../../../../src/policy/config/config-issue.js'
import { configErrorOf, createUntyped } from '../../untyped.js'
import type { ErrorCase } from './error-case.js'
import { LIST_ERRORS } from './lists.js'
import { OPTIONS_ERRORS } from './options.js'
import { ORIGIN_ERRORS } from './origin.js'
import { OTHER_ERRORS } from './others.js'
import { acknowledgeIn, typeIn } from './type-in.js'
import { UNSAFE_ERRORS } from './unsafe.js'

const CASES: readonly ErrorCase[] = [
  ...OPTIONS_ERRORS,
  ...ORIGIN_ERRORS,
  ...LIST_ERRORS,
  ...OTHER_ERRORS,
  ...UNSAFE_ERRORS,
]

const ISSUES = CASES.flatMap(({ what, options }) =>
  configErrorOf(options).issues.map((issue) => ({ what, options, issue, ...issue })),
)

/** The codes of the issues that options still have at the places of another one. */
function codesOf(options: unknown): readonly string[] {
  try {
    createUntyped(options)
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues.map(({ code }) => code)
    throw error
  }
  return []
}

/** Whether of the problems of some options one has gone, and none has come. */
function isOneLess(before: readonly string[], after: readonly string[], code: string): boolean {
  const expected = [...before]
  expected.splice(before.indexOf(code), 1)
  return after.length < before.length && after.every((left) => expected.includes(left))
}

describe('wrong options', () => {
  it.each(CASES)('are named with their fix: $what', ({ options, error }) => {
    expect(String(configErrorOf(options))).toBe(`CorsConfigError: ${error}`)
  })

  it('have a case for every code that is thrown', () => {
    const thrown = Object.entries(CONFIG_ISSUES)
      .filter(([, { severity }]) => severity !== 'advice')
      .map(([code]) => code)
    expect(new Set(ISSUES.map(({ code }) => code))).toEqual(new Set(thrown))
  })
})

const REPAIRABLE = ISSUES.filter(({ options, issue }) => typeIn(options, issue) !== null)

describe('a fix', () => {
  it.each(REPAIRABLE)('is accepted when typed in: $what, $path → $fix', ({ options, issue }) => {
    const before = codesOf(options)
    const after = codesOf(typeIn(options, issue))
    expect(isOneLess(before, after, issue.code)).toBe(true)
  })

  it('can be typed in as it is, but for these', () => {
    const others = ISSUES.filter(({ options, issue }) => typeIn(options, issue) === null)
    expect(new Set(others.map(({ fix }) => fix.replace(/, or accept .*/, '')))).toEqual(
      new Set([
        'list the exact origins',
        'use it as it is',
        '(decision, request) => { console.log(decision.denial?.message) }',
      ]),
    )
  })

  const unsafe = ISSUES.filter(({ severity }) => severity === 'unsafe')

  it.each(unsafe)('of what is unsafe is to acknowledge it as well: $path $code', (found) => {
    const accepted = acknowledgeIn(found.options, found.issue)
    expect(accepted).not.toBeNull()
    expect(codesOf(accepted)).not.toContain(found.code)
  })
})

describe('what is unsafe', () => {
  const unsafe = ISSUES.filter(({ severity }) => severity === 'unsafe')

  it.each(unsafe)('is accepted without credentials: $path $code', ({ options, code }) => {
    expect(codesOf({ ...Object(options), credentials: false })).not.toContain(code)
  })

  it.each([
    'http://localhost:*',
    'http://*.localhost',
    'http://app.localhost:3000',
    'http://127.0.0.1:8080',
    'http://127.255.0.1:*',
    'http://[::1]:3000',
    'https://*.example.com',
    'https://*.me.github.io',
    'https://*.example.co.uk:*',
    'capacitor://localhost',
    'com.example.app://*.main',
    /^https:\/\/[a-z]+\.example\.com$/,
    /^(?:https:\/\/a\.test|https:\/\/b\.test)$/,
    /^https:\/\/a\.test$|^https:\/\/b\.test$/,
    /^https:\/\/a[|(]b\.test$/,
    /^https:\/\/a\|b\.test$/,
  ])('is not: %s', (origin) => {
    const { warnings } = createPolicy({ origin: [origin], credentials: true })
    expect(warnings).toEqual([])
  })

  it('works as it says once it is acknowledged', () => {
    const policy = createPolicy({
      origin: ['null', 'http://a.test', 'https://*.github.io', /example\.com/],
      credentials: true,
      dangerouslyAllow: ['null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'],
    })
    expect(policy.warnings).toEqual([])
    const origins = [
      'null',
      'http://a.test',
      'https://x.github.io',
      'https://example.com.evil.test',
    ]
    expect(origins.filter(policy.isOriginAllowed)).toEqual(origins)
  })
})

describe('CorsConfigError', () => {
  const error = configErrorOf({ origin: [], maxAge: '5' })

  it('is a TypeError with a code', () => {
    expect(error).toBeInstanceOf(TypeError)
    expect([error.name, error.code]).toEqual(['CorsConfigError', 'ERR_CORS_CONFIG'])
  })

  it('has the name on its prototype, as the built-in errors do', () => {
    expect(Object.keys(error)).not.toContain('name')
  })

  it('carries every issue, frozen', () => {
    expect(error.issues).toEqual([
      {
        code: 'origin-missing',
        path: 'origin',
        value: [],
        message: 'no origin is named',
        fix: '"https://app.example.com", or false to turn CORS off, or "*" for everybody',
        severity: 'error',
      },
      {
        code: 'max-age-invalid',
        path: 'maxAge',
        value: '5',
        message: 'expected whole seconds, 0 or more',
        fix: '5',
        severity: 'error',
      },
    ])
    expect([error.issues, ...error.issues].every(Object.isFrozen)).toBe(true)
  })
})
