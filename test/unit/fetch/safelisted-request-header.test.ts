import { describe, expect, it } from 'vitest'
import type { HeaderList } from '../../../src/fetch/header-list.js'
import {
  corsUnsafeRequestHeaderNames,
  isCorsSafelistedRequestHeader,
  isNoCorsSafelistedRequestHeader,
} from '../../../src/fetch/safelisted-request-header.js'

const spellings = (name: string) => [name, name.toLowerCase(), name.toUpperCase()]

/** All 256 bytes, isomorphic decoded. */
const BYTES = Array.from({ length: 0x100 }, (_, byte) => String.fromCharCode(byte))

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte, in its order. */
const CORS_UNSAFE_BYTES = [
  ...[0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08],
  ...[0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f],
  ...[0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17],
  ...[0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f],
  ...[0x22, 0x28, 0x29, 0x3a, 0x3c, 0x3e, 0x3f, 0x40, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d, 0x7f],
].map((byte) => String.fromCharCode(byte))

const LANGUAGE_BYTES = [
  ...'0123456789',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...'abcdefghijklmnopqrstuvwxyz',
  ...[' ', '*', ',', '-', '.', ';', '='],
]

const SAFELISTED: readonly (readonly [name: string, value: string])[] = [
  ['Accept', 'text/html, */*;q=0.8'],
  ['Accept', ''],
  ['Accept-Language', 'de-AT, de;q=0.9, *;q=0.5'],
  ['Accept-Language', ''],
  ['Content-Language', 'en'],
  ['Content-Type', 'text/plain'],
  ['Content-Type', 'TEXT/Plain; charset=UTF-8'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Type', 'multipart/form-data; boundary=x'],
  ['Content-Type', 'text/plain;'],
  ['Content-Type', 'text/plain; \xe4=1'],
  ['Range', 'bytes=0-'],
  ['Range', 'bytes=0-0'],
  ['Range', 'bytes=0-499'],
  ['Range', 'bytes=007-8'],
  ['Range', 'bytes=9007199254740993-9007199254740993'],
]

const NOT_SAFELISTED: readonly (readonly [name: string, value: string])[] = [
  ['Authorization', 'Basic eA=='],
  ['Cache-Control', 'no-cache'],
  ['Content-Length', '1'],
  ['DPR', '1'],
  ['If-None-Match', '*'],
  ['Save-Data', 'on'],
  ['X-Custom', ''],
  ['', ''],
  ['Content-Type', ''],
  ['Content-Type', 'text'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'text/html'],
  ['Content-Type', 'text/plain, application/json'],
  ['Content-Type', 'application/json, text/plain'],
  ['Content-Type', 'text/plain; a="b"'],
  ['Range', ''],
  ['Range', 'bytes'],
  ['Range', 'bytes='],
  ['Range', 'bytes=0'],
  ['Range', 'bytes=-'],
  ['Range', 'bytes=-500'],
  ['Range', 'bytes=1-0'],
  ['Range', 'bytes=9007199254740993-9007199254740992'],
  ['Range', 'bytes=0-1,3-4'],
  ['Range', 'bytes=0-1, 3-4'],
  ['Range', 'bytes =0-'],
  ['Range', 'bytes= 0-'],
  ['Range', 'bytes=0 -'],
  ['Range', 'bytes=0- 1'],
  ['Range', 'bytes=0-1\n'],
  ['Range', 'Bytes=0-1'],
  ['Range', 'items=0-1'],
  ['Range', 'bytes=a-f'],
  ['Range', 'bytes=+0-1'],
  ['Range', 'bytes=0x0-0x1'],
]

describe('CORS-safelisted request-header', () => {
  it.each(SAFELISTED)('is %s: %s', (name, value) => {
    for (const spelling of spellings(name)) {
      expect(isCorsSafelistedRequestHeader(spelling, value)).toBe(true)
    }
  })

  it.each(NOT_SAFELISTED)('is not %s: %s', (name, value) => {
    for (const spelling of spellings(name)) {
      expect(isCorsSafelistedRequestHeader(spelling, value)).toBe(false)
    }
  })

  it('refuses in Accept exactly the CORS-unsafe request-header bytes', () => {
    const refused = BYTES.filter((byte) => !isCorsSafelistedRequestHeader('accept', `a${byte}b`))
    expect(refused).toEqual(CORS_UNSAFE_BYTES)
  })

  it('refuses in the parameters of Content-Type exactly the same bytes', () => {
    const refused = BYTES.filter(
      (byte) => !isCorsSafelistedRequestHeader('content-type', `text/plain;a${byte}b`),
    )
    expect(refused).toEqual(CORS_UNSAFE_BYTES)
  })

  it.each(['accept-language', 'content-language'])(
    'accepts in %s exactly letters, digits and the listed punctuation',
    (name) => {
      const taken = BYTES.filter((byte) => isCorsSafelistedRequestHeader(name, `a${byte}b`))
      expect(taken).toEqual([...LANGUAGE_BYTES].sort())
    },
  )

  it.each([
    ['accept', 'a', ''],
    ['accept-language', 'a', ''],
    ['content-language', 'a', ''],
    ['content-type', 'a', 'text/plain;'],
    ['range', '0', 'bytes=0-'],
  ])('accepts 128 bytes in %s and refuses 129', (name, filler, start) => {
    expect(isCorsSafelistedRequestHeader(name, start.padEnd(128, filler))).toBe(true)
    expect(isCorsSafelistedRequestHeader(name, start.padEnd(129, filler))).toBe(false)
  })
})

describe('no-CORS-safelisted request-header', () => {
  const isNoCorsName = (name: string) => name !== 'Range'

  it.each(SAFELISTED)('is %s: %s, but for Range', (name, value) => {
    for (const spelling of spellings(name)) {
      expect(isNoCorsSafelistedRequestHeader(spelling, value)).toBe(isNoCorsName(name))
    }
  })

  it.each(NOT_SAFELISTED)('is not %s: %s', (name, value) => {
    for (const spelling of spellings(name)) {
      expect(isNoCorsSafelistedRequestHeader(spelling, value)).toBe(false)
    }
  })
})

describe('CORS-unsafe request-header names', () => {
  it.each<[string, HeaderList, string[]]>([
    ['nothing for no headers', [], []],
    ['nothing for safelisted headers', SAFELISTED, []],
    [
      'the others in lower case, sorted by byte, each once',
      [
        ['X-B', '1'],
        ['Accept', '*/*'],
        ['x-b', '2'],
        ['X_B', '3'],
        ['Authorization', 'x'],
        ['X-A', ''],
        ['Content-Type', 'application/json'],
      ],
      ['authorization', 'content-type', 'x-a', 'x-b', 'x_b'],
    ],
    [
      'a safelisted name once one of its values is not safelisted',
      [
        ['Content-Type', 'text/plain'],
        ['content-type', 'application/json'],
      ],
      ['content-type'],
    ],
  ])('are %s', (_claim, headers, expected) => {
    expect(corsUnsafeRequestHeaderNames(headers)).toEqual(expected)
  })

  const eightOf128: HeaderList = Array.from({ length: 8 }, () => ['Accept', 'a'.repeat(128)])

  it('allow 1,024 bytes of safelisted values together', () => {
    expect(corsUnsafeRequestHeaderNames(eightOf128)).toEqual([])
    expect(corsUnsafeRequestHeaderNames([...eightOf128, ['Accept-Language', '']])).toEqual([])
  })

  it('include every safelisted name from 1,025 bytes on', () => {
    const headers: HeaderList = [['Content-Language', ''], ...eightOf128, ['Accept-Language', 'a']]
    expect(corsUnsafeRequestHeaderNames(headers)).toEqual([
      'accept',
      'accept-language',
      'content-language',
    ])
  })

  it('do not count values that are not safelisted against the 1,024 bytes', () => {
    const headers: HeaderList = [...eightOf128, ['X-Custom', 'a'.repeat(2000)]]
    expect(corsUnsafeRequestHeaderNames(headers)).toEqual(['x-custom'])
  })
})
