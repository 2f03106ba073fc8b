import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../src/index.js'
import { createPolicy as createPurePolicy } from '../../../src/policy.js'
import { configErrorOf } from './untyped.js'

describe('the public suffix list', () => {
  it.each(['https://*.com', 'https://*.co.uk', 'https://*.kawasaki.jp', 'https://*.ck'])(
    'has its ICANN section: %s',
    (origin) => {
      const { issues } = configErrorOf({ origin, credentials: true })
      expect(issues.map(({ code }) => code)).toEqual(['public-suffix-wildcard'])
    },
  )

  it.each([
    'https://*.github.io',
    'https://*.vercel.app',
    'https://*.netlify.app',
    'https://*.herokuapp.com',
    'https://*.pages.dev',
    'https://*.s3.amazonaws.com',
    'https://*.azurewebsites.net',
  ])('has its private section: %s', (origin) => {
    const { issues } = configErrorOf({ origin, credentials: true })
    expect(issues.map(({ code }) => code)).toEqual(['public-suffix-wildcard'])
  })

  it.each(['https://*.me.github.io', 'https://*.example.co.uk', 'https://*.www.ck'])(
    'leaves out what belongs to somebody: %s',
    (origin) => {
      expect(createPolicy({ origin, credentials: true }).options.origin).toEqual([origin])
    },
  )
})

describe('createPolicy of strict-cors/policy', () => {
  const options = { origin: 'https://*.example.com', credentials: true }

  it('does not know public suffixes, and refuses a subdomain pattern with credentials', () => {
    expect(() => createPurePolicy(options)).toThrow(
      expect.objectContaining({
        message: `1 problem in the CORS options
  origin  "https://*.example.com"  without the public suffix list it is unknown whether anyone can register a name under example.com, and credentials are on  [public-suffix-wildcard]
          → import { createPolicy } from 'strict-cors', or pass { isPublicSuffix }, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']
  https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md#public-suffix-wildcard`,
      }),
    )
  })

  it('accepts the pattern without credentials, and if the risk is accepted', () => {
    const origin = 'https://a.example.com'
    const { origin: pattern } = options
    expect(createPurePolicy({ origin: pattern }).isOriginAllowed(origin)).toBe(true)
    const accepted = createPurePolicy({ ...options, dangerouslyAllow: ['public-suffix-wildcard'] })
    expect(accepted.isOriginAllowed(origin)).toBe(true)
  })

  it('asks the test that it is given, with the host alone', () => {
    const asked: string[] = []
    const isPublicSuffix = (host: string) => {
      asked.push(host)
      return false
    }
    const origin = ['https://*.example.com:*', 'https://*.b.test:8443', 'https://c.test']
    createPurePolicy({ origin, credentials: true }, { isPublicSuffix })
    expect(asked).toEqual(['example.com', 'b.test'])
  })
})
