import { describe, expect, it } from 'vitest'
import { isToken, isTokenCodePoint } from '../../../src/fetch/token.js'

/** The alternatives of `tchar`, one by one: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const TCHAR = [
  ...['!', '#', '$', '%', '&', "'", '*', '+', '-', '.', '^', '_', '`', '|', '~'],
  ...'0123456789',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...'abcdefghijklmnopqrstuvwxyz',
]

describe('token', () => {
  it('takes exactly the code points of tchar', () => {
    const taken = Array.from({ length: 0x10000 }, (_, code) => code)
      .filter(isTokenCodePoint)
      .map((code) => String.fromCharCode(code))
    expect(taken).toEqual([...TCHAR].sort())
  })

  it.each(['a', 'X-Custom', 'x', '*', "!#$%&'*+-.^_`|~", '0', 'null'])('takes %j', (value) => {
    expect(isToken(value)).toBe(true)
  })

  it.each([
    ['the empty string', ''],
    ['a space', ' '],
    ['a space before', ' a'],
    ['a space after', 'a '],
    ['a space inside', 'a b'],
    ['a tab', 'a\tb'],
    ['a line break at the end', 'a\n'],
    ['NUL', 'a\0'],
    ['DEL', '\x7f'],
    ['a byte above 0x7F', 'caf\xe9'],
    ['the Kelvin sign, whose lower case is a letter of ASCII', '\u212a'],
    ['a surrogate pair', '😀'],
  ])('refuses %s', (_reason, value) => {
    expect(isToken(value)).toBe(false)
  })

  it.each([...'"(),/:;<=>?@[\\]{}'])('refuses the delimiter %s', (delimiter) => {
    expect(isToken(`a${delimiter}b`)).toBe(false)
    expect(isToken(delimiter)).toBe(false)
  })
})
