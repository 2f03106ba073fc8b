import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_PORTS,
  isSerializedHost,
  isSerializedOrigin,
  isSerializedScheme,
  type Origin,
  parseSerializedOrigin,
  parseSerializedPort,
  serializeOrigin,
} from '../../../src/fetch/origin.js'
import { SERIALIZED_ORIGIN } from './serialized-origin-grammar.js'

const ORIGINS: readonly (readonly [serialization: string, origin: Origin])[] = [
  ['https://example.com', { scheme: 'https', host: 'example.com', port: null }],
  ['http://localhost', { scheme: 'http', host: 'localhost', port: null }],
  ['http://localhost:3000', { scheme: 'http', host: 'localhost', port: 3000 }],
  ['http://localhost:0', { scheme: 'http', host: 'localhost', port: 0 }],
  ['http://localhost:65535', { scheme: 'http', host: 'localhost', port: 65535 }],
  ['http://example.com:443', { scheme: 'http', host: 'example.com', port: 443 }],
  ['https://example.com:80', { scheme: 'https', host: 'example.com', port: 80 }],
  ['https://a.b-c.example', { scheme: 'https', host: 'a.b-c.example', port: null }],
  ['https://xn--bcher-kva.example', { scheme: 'https', host: 'xn--bcher-kva.example', port: null }],
  ['https://a--b.example', { scheme: 'https', host: 'a--b.example', port: null }],
  ['https://my_app.example', { scheme: 'https', host: 'my_app.example', port: null }],
  ['https://_dmarc.example', { scheme: 'https', host: '_dmarc.example', port: null }],
  ['https://-a.example', { scheme: 'https', host: '-a.example', port: null }],
  ['https://a.-b.example', { scheme: 'https', host: 'a.-b.example', port: null }],
  ['https://a-.example', { scheme: 'https', host: 'a-.example', port: null }],
  ['https://-', { scheme: 'https', host: '-', port: null }],
  ['https://example.com-:8443', { scheme: 'https', host: 'example.com-', port: 8443 }],
  ['https://example.com.', { scheme: 'https', host: 'example.com.', port: null }],
  ['https://example.com.:8443', { scheme: 'https', host: 'example.com.', port: 8443 }],
  ['http://localhost.', { scheme: 'http', host: 'localhost.', port: null }],
  ['https://1.example.', { scheme: 'https', host: '1.example.', port: null }],
  ['https://1.example', { scheme: 'https', host: '1.example', port: null }],
  ['https://example.0xg', { scheme: 'https', host: 'example.0xg', port: null }],
  ['http://127.0.0.1:8080', { scheme: 'http', host: '127.0.0.1', port: 8080 }],
  ['http://[::1]', { scheme: 'http', host: '[::1]', port: null }],
  ['http://[::1]:8080', { scheme: 'http', host: '[::1]', port: 8080 }],
  ['https://[2001:db8::1]', { scheme: 'https', host: '[2001:db8::1]', port: null }],
  ['ws://example.com', { scheme: 'ws', host: 'example.com', port: null }],
  ['wss://example.com:80', { scheme: 'wss', host: 'example.com', port: 80 }],
  ['ftp://example.com', { scheme: 'ftp', host: 'example.com', port: null }],
  ['capacitor://localhost', { scheme: 'capacitor', host: 'localhost', port: null }],
  ['capacitor://localhost:80', { scheme: 'capacitor', host: 'localhost', port: 80 }],
  ['tauri://1.2', { scheme: 'tauri', host: '1.2', port: null }],
  ['tauri://1.2.', { scheme: 'tauri', host: '1.2.', port: null }],
  [
    'chrome-extension://aapbdbdomjkkjkaonfhkkikfgjllcleb',
    { scheme: 'chrome-extension', host: 'aapbdbdomjkkjkaonfhkkikfgjllcleb', port: null },
  ],
  ['a+b.c-1://x', { scheme: 'a+b.c-1', host: 'x', port: null }],
]

const NO_ORIGINS: readonly (readonly [reason: string, value: string])[] = [
  ['nothing', ''],
  ['an opaque origin', 'null'],
  ['a wildcard', '*'],
  ['no scheme', 'example.com'],
  ['no scheme before the slashes', '://example.com'],
  ['one slash', 'https:/example.com'],
  ['no host', 'https://'],
  ['no host before the port', 'https://:8080'],
  ['no slashes', 'about:blank'],
  ['a slash at the end', 'https://example.com/'],
  ['a path', 'https://example.com/a'],
  ['a query', 'https://example.com?a'],
  ['a fragment', 'https://example.com#a'],
  ['user info', 'https://me@example.com'],
  ['user info with a password', 'https://me:pw@example.com'],
  ['an upper-case scheme', 'HTTPS://example.com'],
  ['an upper-case host', 'https://Example.com'],
  ['a scheme that begins with a digit', '1http://example.com'],
  ['a scheme that begins with a plus sign', '+http://example.com'],
  ['a scheme with an underscore', 'my_app://example.com'],
  ['a scheme beyond ASCII', 'h\u00fctte://example.com'],
  ['a host beyond ASCII', 'https://b\u00fccher.example'],
  ['a percent-encoded host', 'https://b%C3%BCcher.example'],
  ['white space before', ' https://example.com'],
  ['white space after', 'https://example.com '],
  ['a line break after', 'https://example.com\n'],
  ['a tab inside', 'https://exam\tple.com'],
  ['NUL', 'https://example.com\0'],
  ['two origins', 'https://example.com https://example.org'],
  ['two origins with a comma', 'https://example.com,https://example.org'],
  ['a wildcard label', 'https://*.example.com'],
  ['an empty label at the end', 'https://example.com..'],
  ['a dot at the beginning', 'https://.example.com'],
  ['an empty label', 'https://example..com'],
  ['a dot alone', 'https://.'],
  ['the default port of http', 'http://example.com:80'],
  ['the default port of https', 'https://example.com:443'],
  ['the default port of ws', 'ws://example.com:80'],
  ['the default port of wss', 'wss://example.com:443'],
  ['the default port of ftp', 'ftp://example.com:21'],
  ['an empty port', 'https://example.com:'],
  ['a leading zero in the port', 'https://example.com:08080'],
  ['a port above 65535', 'https://example.com:65536'],
  ['a port of six digits', 'https://example.com:100000'],
  ['a port with a letter', 'https://example.com:80a'],
  ['a negative port', 'https://example.com:-1'],
  ['a wildcard port', 'https://example.com:*'],
  ['two ports', 'https://example.com:1:2'],
  ['a number for an IPv4 address', 'http://2130706433'],
  ['a short IPv4 address', 'http://127.1'],
  ['an IPv4 address with a dot at its end', 'http://127.0.0.1.'],
  ['a domain that ends in a number and a dot', 'http://example.1.'],
  ['an IPv4 address with a leading zero', 'http://127.0.0.01'],
  ['an IPv4 address out of range', 'http://127.0.0.256'],
  ['a hexadecimal IPv4 address', 'http://0x7f000001'],
  ['an IPv4 address with a hexadecimal end', 'http://127.0.0.0x1'],
  ['a domain that ends in an empty hexadecimal number', 'http://example.0x'],
  ['a domain that ends in a number', 'http://example.1'],
  ['an IPv6 address without brackets', 'http://::1'],
  ['an IPv6 address without the closing bracket', 'http://[::1'],
  ['an IPv6 address in upper case', 'http://[2001:DB8::1]'],
  ['an IPv6 address written in full', 'http://[0:0:0:0:0:0:0:1]'],
  ['an IPv6 address with something after it', 'http://[::1]a'],
  ['an IPv6 address with a port but no colon', 'http://[::1]80'],
  ['empty brackets', 'http://[]'],
  ['an IPv4 address in brackets', 'http://[127.0.0.1]'],
]

describe('serialized origin', () => {
  it.each(ORIGINS)('is %s', (serialization, origin) => {
    expect(isSerializedOrigin(serialization)).toBe(true)
    expect(parseSerializedOrigin(serialization)).toEqual(origin)
    expect(serializeOrigin(origin)).toBe(serialization)
  })

  it.each(NO_ORIGINS)('is not %s', (_reason, value) => {
    expect(isSerializedOrigin(value)).toBe(false)
    expect(parseSerializedOrigin(value)).toBeNull()
  })

  it('follows the grammar in every example', () => {
    const astray = ORIGINS.filter(([serialization]) => !SERIALIZED_ORIGIN.test(serialization))
    expect(astray).toEqual([])
  })
})

/** Strings around the grammar: most parts follow it, some are the next best mistake. */
const nearOrigin = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('http', 'https', 'ws', 'wss', 'ftp', 'capacitor', 'a+b.c-1'),
      fc.string({
        unit: fc.constantFrom('a', 'z', '0', '+', '-', '.', 'A', '_'),
        maxLength: 4,
      }),
    ),
    fc.constantFrom('://', '://', '://', ':/', ':', ''),
    fc.oneof(
      fc.domain(),
      fc.ipV4Extended(),
      fc.ipV6().map((address) => `[${address}]`),
      fc.string({
        unit: fc.constantFrom('a', 'f', 'x', '0', '1', '.', '-', '_', 'A', '*'),
      }),
    ),
    fc.oneof(
      fc.constantFrom(
        '',
        '',
        '',
        ':',
        ':80',
        ':443',
        ':21',
        ':0',
        ':00',
        ':080',
        ':65536',
        '/',
        '.',
      ),
      fc.nat(70_000).map((port) => `:${port}`),
    ),
  )
  .map((parts) => parts.join(''))

/** What the platform's URL serializer makes of the scheme, host and port of a URL. */
function serializeByUrl(value: string): string | null {
  if (!URL.canParse(value)) return null
  const { protocol, host } = new URL(value)
  return `${protocol}//${host}`
}

describe('parsing a serialized origin', () => {
  it('accepts what both the grammar and the URL serializer write, and nothing else', () => {
    // Whether Punycode decodes is the URL parser's business, not the grammar's.
    const candidate = nearOrigin.filter((value) => !value.includes('xn--'))
    let taken = 0
    fc.assert(
      fc.property(candidate, (value) => {
        const expected = SERIALIZED_ORIGIN.test(value) && serializeByUrl(value) === value
        expect(isSerializedOrigin(value)).toBe(expected)
        if (expected) taken += 1
      }),
      { numRuns: 10_000 },
    )
    expect(taken).toBeGreaterThan(500)
  })

  it('accepts the origin that the platform gives to any http(s) URL with a domain of the grammar', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const { origin } = new URL(url)
        expect(isSerializedOrigin(origin)).toBe(true)
      }),
    )
  })

  it('is undone by serializing', () => {
    let parsed = 0
    fc.assert(
      fc.property(nearOrigin, (value) => {
        const origin = parseSerializedOrigin(value)
        if (origin === null) return
        expect(serializeOrigin(origin)).toBe(value)
        parsed += 1
      }),
      { numRuns: 2000 },
    )
    expect(parsed).toBeGreaterThan(100)
  })

  it('accepts nothing outside the grammar, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        for (const value of [a, b, `https://${a}`, `https://${b}`, `https://example.com${b}`]) {
          expect(isSerializedOrigin(value) && !SERIALIZED_ORIGIN.test(value)).toBe(false)
        }
      }),
    )
  })
})

describe('default port', () => {
  it('is that of the special schemes that have one', () => {
    // https://url.spec.whatwg.org/#default-port
    expect([...DEFAULT_PORTS]).toEqual([
      ['http', 80],
      ['https', 443],
      ['ws', 80],
      ['wss', 443],
      ['ftp', 21],
    ])
  })
})

describe('serialized scheme', () => {
  it.each(['a', 'h2', 'a+b-c.d'])('is %j', (value) => {
    expect(isSerializedScheme(value, value.length)).toBe(true)
  })

  it.each(['', '2h', '.a', 'A', 'aB', 'a_b', 'a:'])('is not %j', (value) => {
    expect(isSerializedScheme(value, value.length)).toBe(false)
  })
})

describe('serialized host', () => {
  /** As a part of a longer string, in which what is around it does not count. */
  const isHost = (host: string, special: boolean) =>
    isSerializedHost(`1.[${host}].0x1`, special, 3, 3 + host.length)

  it.each(['example.com', '1.2.3.4', '[::1]'])('is %j with any scheme', (host) => {
    expect([true, false].map((special) => isHost(host, special))).toEqual([true, true])
  })

  it.each(['1', '1.2', '1.2.3.256', '0x7f', 'a.0x'])(
    'is %j unless the scheme is special, since then it is a number',
    (host) => {
      expect([true, false].map((special) => isHost(host, special))).toEqual([false, true])
    },
  )

  it.each(['', '.', '::1', '[', '[]', '[::1', '[::1]]', '[example.com]'])(
    'is not %j with any scheme',
    (host) => {
      expect([true, false].map((special) => isHost(host, special))).toEqual([false, false])
    },
  )
})

describe('serialized port', () => {
  it.each([0, 1, 80, 65_535])('is %i', (port) => {
    expect(parseSerializedPort(String(port))).toBe(port)
  })

  it.each(['', '00', '080', '65536', '100000', '1e3', '+80', '-0', ' 80', '0x50', '*'])(
    'is not %j',
    (value) => {
      expect(parseSerializedPort(value)).toBeNull()
    },
  )
})
