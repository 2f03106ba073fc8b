import { describe, expect, it } from 'vitest'
import { CorsConfigError, createPolicy } from '../../../../../src/index.js'
import { CONFIG_ISSUES } from '../../../../../src/policy/config/issues/issue-texts.js'
import { configErrorOf, createUntyped } from '../../untyped.js'
import type { ErrorCase } from './error-case.js'
import { LIST_ERRORS } from './lists.js'
import { MEANT_ERRORS } from './meant.js'
import { OPTIONS_ERRORS } from './options.js'
import { ORIGIN_ERRORS } from './origin.js'
import { OTHER_ERRORS } from './others.js'
import { UNSAFE_ERRORS } from './unsafe.js'

const CODES_PAGE = 'https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md'

const CASES: readonly ErrorCase[] = [
  ...OPTIONS_ERRORS,
  ...ORIGIN_ERRORS,
  ...LIST_ERRORS,
  ...MEANT_ERRORS,
  ...OTHER_ERRORS,
  ...UNSAFE_ERRORS,
]

const ISSUES = CASES.flatMap(({ what, options }) =>
  configErrorOf(options).issues.map((issue) => ({ what, options, issue, ...issue })),
)

/** The codes of the issues of some options. */
function codesOf(options: unknown): readonly string[] {
  try {
    createUntyped(options)
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues.map(({ code }) => code)
    throw error
  }
  return []
}

describe('wrong options', () => {
  it.each(CASES)('are named with their fix: $what', ({ options, error }) => {
    const { issues, message } = configErrorOf(options)
    const [code, ...others] = new Set(issues.map((issue) => issue.code))
    const anchor = others.length === 0 ? `#${code}` : ''
    expect(message).toBe(`${error}\n  ${CODES_PAGE}${anchor}`)
  })

  it('have a case for every code that is thrown', () => {
    const thrown = Object.entries(CONFIG_ISSUES)
      .filter(([, { severity }]) => severity !== 'advice')
      .map(([code]) => code)
    expect(new Set(ISSUES.map(({ code }) => code))).toEqual(new Set(thrown))
  })
})

describe('what is unsafe', () => {
  const unsafe = ISSUES.filter(({ severity }) => severity === 'unsafe')

  it.each(unsafe)('is accepted by its code: $path $code', ({ options, code, fix }) => {
    expect(fix).toContain(`dangerouslyAllow: `)
    expect(fix).toContain(`['${code}']`)
    expect(codesOf({ ...Object(options), dangerouslyAllow: [code] })).not.toContain(code)
  })

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
    'https://www.undefined.com',
    'https://*.undefined.com',
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
        edit: null,
        severity: 'error',
      },
      {
        code: 'max-age-invalid',
        path: 'maxAge',
        value: '5',
        message: 'expected whole seconds, 0 or more',
        fix: '5',
        edit: { replace: 5 },
        severity: 'error',
      },
    ])
    expect([error.issues, ...error.issues].every(Object.isFrozen)).toBe(true)
  })
})
