import { describe, expect, it } from 'vitest'
import { enumerate, escapeControls, quote } from '../../../src/fetch/quote.js'

const CHARACTERS = Array.from({ length: 0x120 }, (_, code) => String.fromCharCode(code))

describe('quoting', () => {
  it('leaves exactly printable ASCII as it is, except quotes and backslashes', () => {
    const left = CHARACTERS.filter((character) => quote(character) === `"${character}"`)
    expect(left.join('')).toBe(
      " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~",
    )
  })

  it.each([
    ['"', '"\\""'],
    ['\\', '"\\\\"'],
    ['\n', '"\\u000a"'],
    ['\x7f', '"\\u007f"'],
    ['é', '"\\u00e9"'],
    ['😀', '"\\ud83d\\ude00"'],
  ])('escapes %j', (character, quoted) => {
    expect(quote(character)).toBe(quoted)
  })

  it('cuts what has more than 100 characters, and ends it with an ellipsis', () => {
    expect(quote('x'.repeat(100))).toBe(`"${'x'.repeat(100)}"`)
    expect(quote('x'.repeat(101))).toBe(`"${'x'.repeat(100)}…"`)
  })
})

describe('escaping control characters', () => {
  it('leaves all other characters as they are', () => {
    const escaped = CHARACTERS.filter((character) => escapeControls(character) !== character)
    const controls = CHARACTERS.filter((_, code) => code < 0x20 || (code >= 0x7f && code < 0xa0))
    expect(escaped).toEqual(controls)
    expect(escapeControls('\x1b[31m"é"')).toBe('\\u001b[31m"é"')
  })
})

describe('enumerating', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('writes %j as %j', (items, text) => {
    expect(enumerate(items, 'and')).toBe(text)
  })
})
