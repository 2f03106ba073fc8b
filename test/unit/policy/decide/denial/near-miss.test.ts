import { describe, expect, it } from 'vitest'
import { type CorsOptions, createPolicy, type OriginRule } from '../../../../../src/index.js'

const APP = 'https://app.example.com'

async function messageOf(options: CorsOptions, origin: string): Promise<string | undefined> {
  const { denial } = await createPolicy(options).evaluate({ method: 'GET', headers: { origin } })
  return denial?.message
}

interface NearMissCase {
  readonly what: string
  readonly rules: readonly OriginRule[]
  readonly origin: string
  readonly hint: string
}

const NEAR_MISSES: readonly NearMissCase[] = [
  {
    what: 'http: for https:',
    rules: ['https://b.example', APP],
    origin: 'http://app.example.com',
    hint: '"https://app.example.com" is allowed, and only the scheme differs',
  },
  {
    what: 'https: for http:',
    rules: ['http://localhost:3000'],
    origin: 'https://localhost:3000',
    hint: '"http://localhost:3000" is allowed, and only the scheme differs',
  },
  {
    what: 'http: for a pattern of https:',
    rules: ['https://*.example.com'],
    origin: 'http://a.example.com',
    hint: '"https://a.example.com" is allowed, and only the scheme differs',
  },
  {
    what: 'http: for a regular expression of https:',
    rules: [/^https:\/\/app-\d\.example\.com$/],
    origin: 'http://app-1.example.com',
    hint: '"https://app-1.example.com" is allowed, and only the scheme differs',
  },
  {
    what: 'another port',
    rules: ['http://localhost:3000'],
    origin: 'http://localhost:5173',
    hint: '"http://localhost:3000" is allowed, and only the port differs',
  },
  {
    what: 'a port if none is allowed',
    rules: [/^https:\/\/b\.example$/, APP],
    origin: 'https://app.example.com:8443',
    hint: '"https://app.example.com" is allowed, and only the port differs',
  },
  {
    what: 'no port if one is allowed',
    rules: ['https://app.example.com:8443'],
    origin: APP,
    hint: '"https://app.example.com:8443" is allowed, and only the port differs',
  },
  {
    what: 'www. in front',
    rules: ['https://example.com'],
    origin: 'https://www.example.com',
    hint: '"https://example.com" is allowed, and only "www." differs',
  },
  {
    what: 'www. missing',
    rules: ['https://www.example.com'],
    origin: 'https://example.com',
    hint: '"https://www.example.com" is allowed, and only "www." differs',
  },
  {
    what: '127.0.0.1 for localhost',
    rules: ['http://localhost:*'],
    origin: 'http://127.0.0.1:3000',
    hint: '"http://localhost:3000" is allowed, and browsers treat localhost and 127.0.0.1 as different hosts',
  },
  {
    what: '[::1] for 127.0.0.1',
    rules: ['http://127.0.0.1:3000'],
    origin: 'http://[::1]:3000',
    hint: '"http://127.0.0.1:3000" is allowed, and browsers treat 127.0.0.1 and [::1] as different hosts',
  },
]

const MALFORMED: readonly NearMissCase[] = [
  {
    what: 'a slash',
    rules: [APP],
    origin: `${APP}/`,
    hint: '"https://app.example.com" is allowed, and only the slash at the end differs',
  },
  {
    what: 'upper case',
    rules: [APP],
    origin: 'https://App.example.com',
    hint: '"https://app.example.com" is allowed, and browsers send an origin in lower case',
  },
]

describe('a near miss is named', () => {
  it.each(NEAR_MISSES)('of an origin with $what', async ({ rules, origin, hint }) => {
    expect(await messageOf({ origin: rules }, origin)).toBe(
      `the origin "${origin}" is not allowed; ${hint}; to allow it, add "${origin}" to origin`,
    )
  })

  it.each(MALFORMED)('of an invalid origin because of $what', async ({ rules, origin, hint }) => {
    expect(await messageOf({ origin: rules }, origin)).toBe(
      `the Origin "${origin}" is not a serialized origin such as "https://app.example.com"; ${hint}; look at the client that sends it`,
    )
  })
})

const NONE: readonly (readonly [what: string, rules: readonly OriginRule[], origin: string])[] = [
  ['another host', [APP], 'https://evil.example'],
  ['a host that begins alike', [APP], 'https://app.example.com.evil.example'],
  ['a custom scheme', ['capacitor://localhost'], 'ionic://localhost'],
  ['the opaque origin', [APP], 'null'],
  ['an Origin over 300 bytes', [APP], `https://${'a.'.repeat(150)}example.com`],
]

describe('no near miss is named', () => {
  it.each(NONE)('of %s', async (_what, rules, origin) => {
    expect(await messageOf({ origin: rules }, origin)).not.toContain('differ')
  })

  it('with an origin function, which is not asked about origins that nobody has sent', async () => {
    const asked: string[] = []
    const origin = (received: string) => asked.push(received) < 0
    await messageOf({ origin }, 'http://app.example.com')
    expect(asked).toEqual(['http://app.example.com'])
  })

  it('with another port beyond a thousand rules, since strangers could make it costly', async () => {
    const rules = Array.from({ length: 1001 }, (_, i) => `https://tenant-${i}.example.com`)
    const hint = 'only the port differs'
    const near = await messageOf({ origin: rules }, 'https://tenant-999.example.com:8443')
    const far = await messageOf({ origin: rules }, 'https://tenant-1000.example.com:8443')
    expect([near?.includes(hint), far?.includes(hint)]).toEqual([true, false])
  })
})
