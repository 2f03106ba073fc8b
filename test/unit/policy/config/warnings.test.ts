import { describe, expect, it } from 'vitest'
import { type ConfigIssue, type CorsOptions, createPolicy } from '../../../../src/index.js'
import { configErrorOf } from '../untyped.js'

interface AdviceCase {
  readonly what: string
  readonly options: CorsOptions
  readonly warnings: readonly Omit<ConfigIssue, 'severity'>[]
}

const HEADER_FORBIDDEN = {
  code: 'header-forbidden',
  message: 'a forbidden request-header: no page can set it, so allowing it has no effect',
  fix: 'remove it',
  edit: { remove: true },
} as const

const EXPOSED_REDUNDANT = {
  code: 'exposed-header-redundant',
  message:
    'a CORS-safelisted response-header name: every page that may read the response can read this header',
  fix: 'remove it',
  edit: { remove: true },
} as const

const EXPOSED_FORBIDDEN = {
  code: 'exposed-header-forbidden',
  message: 'a forbidden response-header name: browsers never let a page read it',
  fix: 'remove it',
  edit: { remove: true },
} as const

const MISPLACED = { code: 'header-misplaced', fix: 'remove it', edit: { remove: true } } as const

const UNUSED = {
  code: 'unused-acknowledgement',
  fix: 'remove it, so that it cannot cover a later mistake',
  edit: { remove: true },
} as const

const CASES: readonly AdviceCase[] = [
  { what: 'no options', options: {}, warnings: [] },
  {
    what: 'request headers that no page can set',
    options: { allowedHeaders: ['Cookie', 'X-A', 'ORIGIN', 'Sec-Fetch-Mode', 'proxy-x'] },
    warnings: [
      { ...HEADER_FORBIDDEN, path: 'allowedHeaders[0]', value: 'Cookie' },
      { ...HEADER_FORBIDDEN, path: 'allowedHeaders[2]', value: 'ORIGIN' },
      { ...HEADER_FORBIDDEN, path: 'allowedHeaders[3]', value: 'Sec-Fetch-Mode' },
      { ...HEADER_FORBIDDEN, path: 'allowedHeaders[4]', value: 'proxy-x' },
    ],
  },
  {
    what: 'headers of the other direction',
    options: {
      allowedHeaders: ['Access-Control-Allow-Origin', 'X-A'],
      exposedHeaders: ['Origin', 'Access-Control-Max-Age', 'Access-Control-Allow-Origin'],
    },
    warnings: [
      {
        ...MISPLACED,
        message: 'a response header: servers send it, and no page needs to',
        path: 'allowedHeaders[0]',
        value: 'Access-Control-Allow-Origin',
      },
      {
        ...MISPLACED,
        message: 'a request header: pages send it, and no server needs to',
        path: 'exposedHeaders[0]',
        value: 'Origin',
      },
      {
        ...MISPLACED,
        message: 'a header of responses to preflights, which no page reads',
        path: 'exposedHeaders[1]',
        value: 'Access-Control-Max-Age',
      },
    ],
  },
  {
    what: 'response headers that every page can read',
    options: { exposedHeaders: 'content-type, ETag, Expires' },
    warnings: [
      { ...EXPOSED_REDUNDANT, path: 'exposedHeaders[0]', value: 'content-type' },
      { ...EXPOSED_REDUNDANT, path: 'exposedHeaders[2]', value: 'Expires' },
    ],
  },
  {
    what: 'a response header that no page can read',
    options: { exposedHeaders: 'Set-Cookie' },
    warnings: [
      {
        ...EXPOSED_FORBIDDEN,
        path: 'exposedHeaders',
        value: 'Set-Cookie',
        fix: '[]',
        edit: { replace: [] },
      },
    ],
  },
  {
    what: 'enforce with an origin that every site can send',
    options: {
      origin: ['https://app.example.com', 'null'],
      credentials: true,
      dangerouslyAllow: ['null-origin'],
      enforce: true,
    },
    warnings: [
      {
        code: 'enforce-with-null-origin',
        path: 'origin[1]',
        value: 'null',
        message:
          'every site can send "null" from a sandboxed frame, so enforce stops no site that does',
        fix: 'remove it',
        edit: { remove: true },
      },
    ],
  },
  {
    what: 'enforce with nothing but such an origin',
    options: { origin: 'null', enforce: 'report' },
    warnings: [
      {
        code: 'enforce-with-null-origin',
        path: 'origin',
        value: 'null',
        message:
          'every site can send "null" from a sandboxed frame, so enforce stops no site that does',
        fix: 'list the exact origins',
        edit: null,
      },
    ],
  },
  {
    what: 'enforce with an allowlist or a function',
    options: { origin: () => false, enforce: 'report' },
    warnings: [],
  },
  { what: 'a maxAge of one day', options: { maxAge: 86_400 }, warnings: [] },
  {
    what: 'a maxAge of more than one day',
    options: { maxAge: 86_401 },
    warnings: [
      {
        code: 'max-age-capped',
        path: 'maxAge',
        value: 86_401,
        message: 'Firefox keeps a preflight for 86400 seconds at most, Chromium for 7200',
        fix: '86400',
        edit: { replace: 86_400 },
      },
    ],
  },
  {
    what: 'acknowledgements of what does not occur',
    options: {
      origin: ['http://a.test', 'https://b.test'],
      credentials: true,
      dangerouslyAllow: ['null-origin', 'insecure-origin', 'any-origin'],
    },
    warnings: [
      {
        ...UNUSED,
        path: 'dangerouslyAllow[0]',
        value: 'null-origin',
        message: 'these options contain no null-origin',
      },
      {
        ...UNUSED,
        path: 'dangerouslyAllow[2]',
        value: 'any-origin',
        message: 'these options contain no any-origin',
      },
    ],
  },
  {
    what: 'an acknowledgement while credentials are off',
    options: { origin: 'null', dangerouslyAllow: ['null-origin'] },
    warnings: [
      {
        ...UNUSED,
        path: 'dangerouslyAllow[0]',
        value: 'null-origin',
        message: 'these options contain no null-origin',
      },
    ],
  },
  {
    what: 'an acknowledgement that an answer of the origin function may need',
    options: { origin: () => true, credentials: true, dangerouslyAllow: ['null-origin'] },
    warnings: [],
  },
  {
    what: 'an acknowledgement that no answer of an origin function needs',
    options: { origin: () => true, credentials: true, dangerouslyAllow: ['any-origin'] },
    warnings: [
      {
        ...UNUSED,
        path: 'dangerouslyAllow[0]',
        value: 'any-origin',
        message: 'these options contain no any-origin',
      },
    ],
  },
  {
    what: 'several at once, in the order of the options',
    options: {
      dangerouslyAllow: ['any-origin'],
      maxAge: 100_000,
      exposedHeaders: ['Pragma'],
      allowedHeaders: ['Host'],
    },
    warnings: [
      { ...HEADER_FORBIDDEN, path: 'allowedHeaders[0]', value: 'Host' },
      { ...EXPOSED_REDUNDANT, path: 'exposedHeaders[0]', value: 'Pragma' },
      {
        code: 'max-age-capped',
        path: 'maxAge',
        value: 100_000,
        message: 'Firefox keeps a preflight for 86400 seconds at most, Chromium for 7200',
        fix: '86400',
        edit: { replace: 86_400 },
      },
      {
        ...UNUSED,
        path: 'dangerouslyAllow[0]',
        value: 'any-origin',
        message: 'these options contain no any-origin',
      },
    ],
  },
]

describe('policy.warnings', () => {
  it.each(CASES)('has: $what', ({ options, warnings }) => {
    const advice = warnings.map((warning) => ({ ...warning, severity: 'advice' }))
    expect(createPolicy(options).warnings).toEqual(advice)
  })

  it('keeps what it warns about', () => {
    const { options } = createPolicy({ allowedHeaders: ['Cookie'], maxAge: 86_401 })
    expect(options).toMatchObject({ allowedHeaders: ['Cookie'], maxAge: 86_401 })
  })

  it('is not part of the error that other problems cause', () => {
    const { message } = configErrorOf({ allowedHeaders: ['Cookie', 'x a'] })
    expect(message).toBe(`1 problem in the CORS options
  allowedHeaders[1]  "x a"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                     → "x-a"
  https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md#header-name-invalid`)
  })
})
