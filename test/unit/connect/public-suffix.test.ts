import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { isPublicSuffix } from '../../../src/connect/public-suffix.js'
import { createPolicy } from '../../../src/index.js'
import { createPolicy as createPurePolicy } from '../../../src/policy.js'
import { messageOf } from './exchange.js'

const { cache } = createRequire(import.meta.url)

function isListLoaded(): boolean {
  return Object.keys(cache).some((file) => file.includes('/node_modules/tldts/'))
}

describe('the public suffix list', () => {
  it('is loaded when a credentialed policy has a subdomain pattern, and not before', () => {
    createPolicy({ origin: 'https://app.example.com', credentials: true })
    createPolicy({ origin: 'https://*.example.com' })
    createPolicy({ origin: 'https://app.example.com:*', credentials: true })
    createPolicy({ origin: /^https:\/\/[a-z]+\.example\.com$/ })
    expect(isListLoaded()).toBe(false)
    createPolicy({ origin: 'https://*.example.com', credentials: true })
    expect(isListLoaded()).toBe(true)
  })

  it.each(['com', 'co.uk', 'github.io', 'vercel.app', 's3.amazonaws.com', 'ck', 'kawasaki.jp'])(
    'has %s',
    (host) => {
      expect(isPublicSuffix(host)).toBe(true)
    },
  )

  // www.ck and city.kawasaki.jp are the list's own exceptions from its wildcards; of the last two the
  // list has only names below them.
  it.each([
    'example.com',
    'example.co.uk',
    'me.github.io',
    'www.ck',
    'city.kawasaki.jp',
    'prod.fastly.net',
    'ssl.fastly.net',
  ])('does not have %s', (host) => {
    expect(isPublicSuffix(host)).toBe(false)
  })
})

describe('createPolicy of strict-cors', () => {
  const options = { origin: 'https://*.github.io', credentials: true }

  it('knows the list', () => {
    expect(messageOf(() => createPolicy(options))).toBe(`1 problem in the CORS options
  origin  "https://*.github.io"  anyone can register a name under github.io, and credentials are on  [public-suffix-wildcard]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']`)
  })

  it('takes another list', () => {
    const policy = createPolicy(options, { isPublicSuffix: (host) => host === 'com' })
    expect(policy.isOriginAllowed('https://me.github.io')).toBe(true)
  })

  it('of strict-cors/policy takes the list from outside', () => {
    expect(messageOf(() => createPurePolicy(options, { isPublicSuffix }))).toBe(
      messageOf(() => createPolicy(options)),
    )
  })
})
