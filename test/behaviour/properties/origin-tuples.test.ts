import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_PORTS,
  type Origin,
  parseSerializedOrigin,
  serializeOrigin,
} from '../../../src/fetch/origin.js'

const ipv6 = fc.ipV6().map((address) => new URL(`http://[${address}]`).hostname)

const anyTuple: fc.Arbitrary<Origin> = fc
  .record({
    scheme: fc.constantFrom('http', 'https', 'ws', 'wss', 'ftp', 'capacitor', 'a+b.c-1'),
    host: fc.oneof(fc.domain(), fc.ipV4(), ipv6, fc.constantFrom('localhost', 'a_b', 'xn--p1ai')),
    port: fc.option(fc.oneof(fc.nat(65_535), fc.constantFrom(21, 80, 443))),
  })
  .filter(({ scheme, port }) => port === null || port !== DEFAULT_PORTS.get(scheme))

describe('an origin', () => {
  const seed = 20261120

  it('is the same tuple after being serialized and parsed', () => {
    fc.assert(
      fc.property(anyTuple, (origin) => {
        expect(parseSerializedOrigin(serializeOrigin(origin))).toEqual(origin)
      }),
      { seed, numRuns: 2000 },
    )
  })

  it('is serialized as the platform serializes it', () => {
    const special = anyTuple.filter(({ scheme }) => DEFAULT_PORTS.has(scheme))
    fc.assert(
      fc.property(special, (origin) => {
        const serialization = serializeOrigin(origin)
        expect(new URL(serialization).origin).toBe(serialization)
      }),
      { seed, numRuns: 2000 },
    )
  })
})
