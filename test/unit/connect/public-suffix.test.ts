import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import names from '../../../src/connect/names-above-suffixes.json' with { type: 'json' }
import { isPublicSuffix } from '../../../src/connect/public-suffix.js'
import { createPolicy } from '../../../src/index.js'
import { createPolicy as createPurePolicy } from '../../../src/policy.js'
import { configErrorOf } from '../policy/untyped.js'
import { messageOf } from './serve.js'

describe('the public suffix list', () => {
  it.each([
    'com',
    'co.uk',
    'github.io',
    'vercel.app',
    's3.amazonaws.com',
    'ck',
    'kawasaki.jp',
    // Covered by a wildcard of the list; browsers load hosts that are not valid names, too.
    'any.kawasaki.jp',
    '-any.kawasaki.jp',
    'a_.kawasaki.jp',
    'github.io.',
    'com.',
  ])('has %s', (host) => {
    expect(isPublicSuffix(host)).toBe(true)
  })

  // www.ck and city.kawasaki.jp are the list's own exceptions from its wildcards.
  it.each([
    'example.com',
    'example.com.',
    'example.co.uk',
    'me.github.io',
    'www.ck',
    'city.kawasaki.jp',
    'mine.prod.fastly.net',
    'mine.s3.amazonaws.com',
    '-example.com',
  ])('does not have %s', (host) => {
    expect(isPublicSuffix(host)).toBe(false)
  })
})

describe('the names above public suffixes', () => {
  it('are those of the installed list', async () => {
    const script = fileURLToPath(
      new URL('../../../.build/names-above-suffixes.mjs', import.meta.url),
    )
    const run = promisify(execFile)(process.execPath, [script, '--check'])
    await expect(run).resolves.toEqual({ stdout: '', stderr: '' })
  })

  it.each([
    ['amazonaws.com', 's3.amazonaws.com'],
    ['railway.app', 'up.railway.app'],
    ['windows.net', 'web.core.windows.net'],
    ['core.windows.net.', 'web.core.windows.net'],
    ['prod.fastly.net', 'a.prod.fastly.net'],
  ])('have %s, and %s below it', (name, suffix) => {
    expect(isPublicSuffix(name)).toBe(suffix)
  })

  it('lead to public suffixes, but are not public suffixes themselves', () => {
    const found = Object.keys(names).map((name) => [name, isPublicSuffix(name)])
    expect(found).toEqual(Object.entries(names).map(([name, way]) => [name, `${way}.${name}`]))
    expect(found.filter(([, suffix]) => isPublicSuffix(String(suffix)) !== true)).toEqual([])
    expect(found.length).toBeGreaterThan(400)
  })

  it('are refused in patterns with credentials, each with what is below it', () => {
    const patterns = Object.keys(names).map((name) => `https://*.${name}`)
    const { issues } = configErrorOf({ origin: patterns, credentials: true })
    expect(issues.map(({ code, value }) => [code, value])).toEqual(
      patterns.map((pattern) => ['public-suffix-wildcard', pattern]),
    )
  })

  it('are named in messages as the list has them', () => {
    const origin = ['https://*.prod.fastly.net', 'https://*.github.io.', 'https://*.windows.net:*']
    expect(
      messageOf(() => createPolicy({ origin, credentials: true })),
    ).toBe(`3 problems in the CORS options
  origin[0]  "https://*.prod.fastly.net"  anyone can register a name under a.prod.fastly.net, and credentials are on  [public-suffix-wildcard]
             → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']
  origin[1]  "https://*.github.io."  anyone can register a name under github.io, and credentials are on  [public-suffix-wildcard]
             → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']
  origin[2]  "https://*.windows.net:*"  anyone can register a name under web.core.windows.net, and credentials are on  [public-suffix-wildcard]
             → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']`)
  })

  it('are as open in regular expressions', () => {
    const origin = /^https:\/\/[a-z0-9.-]+\.amazonaws\.com$/
    expect(
      messageOf(() => createPolicy({ origin, credentials: true })),
    ).toBe(`1 problem in the CORS options
  origin  /^https:\\/\\/[a-z0-9.-]+\\.amazonaws\\.com$/  it lets in "https://evil.s3.amazonaws.com"; anyone can register a name under s3.amazonaws.com, and credentials are on  [public-suffix-wildcard]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']`)
  })

  it('do not affect names next to their public suffixes, or below them', () => {
    const origin = [
      'https://*.mine.prod.fastly.net',
      'https://*.mine.s3.amazonaws.com',
      /^https:\/\/[a-z]+\.mine\.s3\.amazonaws\.com$/,
      'https://console.amazonaws.com',
    ]
    expect(createPolicy({ origin, credentials: true }).warnings).toEqual([])
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
