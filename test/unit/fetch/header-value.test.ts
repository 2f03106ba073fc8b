import { describe, expect, it } from 'vitest'
import { isHeaderValue, normalizeHeaderValue } from '../../../src/fetch/header-value.js'

const CODE_UNITS = Array.from({ length: 0x120 }, (_, code) => code)
const CHARACTERS = CODE_UNITS.map((code) => String.fromCharCode(code))

describe('normalizing a header value', () => {
  it('removes exactly tabs, spaces and line breaks around it', () => {
    const removed = CHARACTERS.filter((it) => normalizeHeaderValue(`${it}a${it}`) === 'a')
    expect(removed).toEqual(['\t', '\n', '\r', ' '])
  })

  it.each([
    ['', ''],
    [' \t\r\n', ''],
    [' \t a \t b \r\n', 'a \t b'],
    ['a ', 'a'],
    [' a', 'a'],
  ])('makes %j %j', (value, normalized) => {
    expect(normalizeHeaderValue(value)).toBe(normalized)
  })
})

describe('header value', () => {
  it('has every byte but NUL, LF and CR', () => {
    const refused = CODE_UNITS.filter((code) => !isHeaderValue(`a${String.fromCharCode(code)}b`))
    const beyondBytes = CODE_UNITS.filter((code) => code > 0xff)
    expect(refused).toEqual([0x00, 0x0a, 0x0d, ...beyondBytes])
  })

  it('may be empty', () => {
    expect(isHeaderValue('')).toBe(true)
  })
})
