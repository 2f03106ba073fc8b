import { describe, expect, it } from 'vitest'
import { configErrorOf } from '../untyped.js'

const MISSPELT: Readonly<Record<string, readonly string[]>> = {
  origin: [
    'origins',
    'Origin',
    'orgin',
    'orign',
    'oirgin',
    'allowOrigin',
    'allowOrigins',
    'allowedOrigin',
    'allowedOrigins',
    'Access-Control-Allow-Origin',
    'allow_origin',
    'whitelist',
    'allowlist',
    'domains',
  ],
  methods: [
    'method',
    'Methods',
    'metods',
    'methdos',
    'allowMethods',
    'allowedMethods',
    'Access-Control-Allow-Methods',
  ],
  allowedHeaders: [
    'headers',
    'header',
    'allowHeaders',
    'allowHeader',
    'allowedHeader',
    'allowed_headers',
    'requestHeaders',
    'Access-Control-Allow-Headers',
  ],
  exposedHeaders: [
    'exposeHeaders',
    'exposeHeader',
    'exposed',
    'expose_headers',
    'Access-Control-Expose-Headers',
  ],
  credentials: [
    'credential',
    'Credentials',
    'credentails',
    'allowCredentials',
    'supportsCredentials',
    'withCredentials',
    'creds',
  ],
  maxAge: [
    'max_age',
    'max-age',
    'maxage',
    'MaxAge',
    'age',
    'preflightMaxAge',
    'Access-Control-Max-Age',
    'maxAgeSeconds',
  ],
  preflightContinue: ['preflightContinues', 'continuePreflight', 'preflight_continue', 'continue'],
  optionsSuccessStatus: [
    'optionSuccessStatus',
    'optionsSuccesStatus',
    'successStatus',
    'statusCode',
    'options_success_status',
    'optionsSuccessCode',
  ],
  dangerouslyAllow: ['dangerouslyAllowed', 'dangerous', 'allowUnsafe', 'unsafe'],
  onDecision: ['ondecision', 'onDecisions', 'decision', 'decisionHook'],
  enforce: ['enforced', 'Enforce', 'enforcement', 'rejectDenied', 'csrf'],
}

const CASES = Object.entries(MISSPELT).flatMap(([option, names]) =>
  names.map((name) => [name, option] as const),
)

describe('an unknown option', () => {
  it.each(CASES)('%s is taken for a misspelt %s', (name, option) => {
    const { issues } = configErrorOf({ [name]: 'x' })
    const unknown = issues.filter(({ code }) => code === 'unknown-option')
    expect(unknown.map(({ path, fix, edit }) => [path, fix, edit])).toEqual([
      [name, `did you mean ${option}?`, { rename: option }],
    ])
  })

  it.each([
    'ttl',
    'a',
    'image',
    'message',
    'storage',
    'cors',
    'enabled',
    'hideOptionsRoute',
    'toString',
    'preflight',
    'strictPreflight',
  ])('%j is not taken for any option', (name) => {
    const [issue] = configErrorOf({ [name]: 'x' }).issues
    expect(issue?.fix).toBe(
      'remove it; the options are origin, methods, allowedHeaders, exposedHeaders, credentials, maxAge, preflightContinue, optionsSuccessStatus, dangerouslyAllow, onDecision, enforce',
    )
  })

  it('may have the name of something that every object has', () => {
    const options = Object.fromEntries([['__proto__', 1]])
    expect(configErrorOf(options).issues.map(({ path }) => path)).toEqual(['__proto__'])
  })
})
