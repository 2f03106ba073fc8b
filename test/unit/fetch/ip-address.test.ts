import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSerializedIpv4, isSerializedIpv6 } from '../../../src/fetch/ip-address.js'

/**
 * The host as the URL parser and serializer of the platform write it; `null` if it is not a host.
 */
function hostname(host: string): string | null {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : null
}

describe('serialized IPv4 address', () => {
  it.each(['0.0.0.0', '127.0.0.1', '255.255.255.255', '1.10.100.200', '249.250.199.99'])(
    'is %s',
    (value) => {
      expect(isSerializedIpv4(value)).toBe(true)
    },
  )

  it.each([
    ['nothing', ''],
    ['one number', '1'],
    ['three octets', '1.2.3'],
    ['five octets', '1.2.3.4.5'],
    ['a dot at the end', '1.2.3.4.'],
    ['a dot at the beginning', '.1.2.3.4'],
    ['an empty octet', '1..3.4'],
    ['an octet above 255', '1.2.3.256'],
    ['an octet of four digits', '1.2.3.1000'],
    ['a leading zero', '1.2.3.04'],
    ['two zeros', '0.0.0.00'],
    ['a hexadecimal octet', '1.2.3.0x4'],
    ['a hexadecimal digit', '1.2.3.a'],
    ['a sign', '1.2.3.+4'],
    ['white space', '1.2.3. 4'],
    ['an exponent, which Number() would take', '1.2.3.1e1'],
    ['digits beyond ASCII', '１.2.3.4'],
  ])('is not %s', (_reason, value) => {
    expect(isSerializedIpv4(value)).toBe(false)
  })

  it('is what the URL serializer leaves as it is', () => {
    const octet = fc.oneof(
      { weight: 6, arbitrary: fc.nat(255).map(String) },
      { weight: 1, arbitrary: fc.nat(300).map(String) },
      { weight: 1, arbitrary: fc.nat(300).map((n) => `0${n}`) },
    )
    const candidate = fc
      .array(octet, { minLength: 3, maxLength: 5 })
      .map((octets) => octets.join('.'))
    fc.assert(
      fc.property(fc.oneof(fc.ipV4Extended(), candidate), (value) => {
        expect(isSerializedIpv4(value)).toBe(hostname(value) === value)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('serialized IPv6 address', () => {
  it.each([
    '::',
    '::1',
    '1::',
    '1::8',
    '1:2:3:4:5:6:7:8',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001:db8::1',
    '1::4:5:6:7:8',
    '::3:4:5:6:7:8',
    '1:2:3:4:5:6::',
    '0:2:3:4:5:6:7:8',
    '1:0:3:4:5:6:7:0',
    '1::4:0:0:7:8',
    '1:0:0:4::8',
    '::ffff:7f00:1',
    'abcd:ef01::2345',
  ])('is %s', (value) => {
    expect(isSerializedIpv6(value)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['one colon', ':'],
    ['three colons', ':::'],
    ['four colons', '::::'],
    ['three colons between pieces', '1:::8'],
    ['seven pieces', '1:2:3:4:5:6:7'],
    ['nine pieces', '1:2:3:4:5:6:7:8:9'],
    ['a colon at the end', '1:2:3:4:5:6:7:8:'],
    ['a colon at the beginning', ':1:2:3:4:5:6:7:8'],
    ['two runs left out', '1::4::8'],
    ['nothing left out by ::', '1:2:3:4::5:6:7:8'],
    ['one piece left out by ::', '1::3:4:5:6:7:8'],
    ['more than eight pieces around ::', '1:2:3:4:5::6:7:8:9'],
    ['a run written in full', '1:0:0:4:5:6:7:8'],
    ['zeros around ::', '0::1'],
    ['the shorter run left out', '1::4:0:0:0:8'],
    ['the second of equal runs left out', '1:0:0:4:5::8'],
    ['upper case', '2001:DB8::1'],
    ['a leading zero', '2001:0db8::1'],
    ['a piece of two zeros', '1:2:3:4:5:6:7:00'],
    ['a piece of five digits', '12345::'],
    ['a letter after f', '::g'],
    ['an IPv4 address at the end', '::ffff:127.0.0.1'],
    ['a zone', 'fe80::1%eth0'],
    ['brackets', '[::1]'],
    ['white space', ' ::1'],
    ['40 characters', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffff'],
  ])('is not %s', (_reason, value) => {
    expect(isSerializedIpv6(value)).toBe(false)
  })

  it('is what the URL serializer leaves as it is', () => {
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constant('0') },
      { weight: 4, arbitrary: fc.nat(0xffff).map((n) => n.toString(16)) },
      { weight: 1, arbitrary: fc.constantFrom('', '00', '0a', 'A', 'fffff', 'g') },
    )
    const pieces = fc.array(piece, { minLength: 6, maxLength: 9 }).map((all) => all.join(':'))
    const compressed = fc
      .tuple(
        fc.array(piece, { maxLength: 5 }).map((all) => all.join(':')),
        fc.array(piece, { maxLength: 5 }).map((all) => all.join(':')),
      )
      .map(([head, tail]) => `${head}::${tail}`)
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), pieces, compressed), (value) => {
        expect(isSerializedIpv6(value)).toBe(hostname(`[${value}]`) === `[${value}]`)
      }),
      { numRuns: 5000 },
    )
  })

  it('is what the URL serializer makes of any IPv6 address', () => {
    const valid = fc.array(
      fc.nat(0xffff).map((n) => (n % 3 === 0 ? n : 0)),
      {
        minLength: 8,
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(valid, (numbers) => {
        const host = hostname(`[${numbers.map((n) => n.toString(16)).join(':')}]`)
        expect(host !== null && isSerializedIpv6(host.slice(1, -1))).toBe(true)
      }),
    )
  })
})
