import { describe, expect, it } from 'vitest'
import {
  everyCodePoint,
  isDigit,
  isLowerAlpha,
  isLowerHexDigit,
  isTabOrSpace,
} from '../../../src/fetch/code-point.js'

/** Every code unit of one byte and some beyond, as one string each. */
const CHARACTERS = Array.from({ length: 0x200 }, (_, code) => String.fromCharCode(code))

describe('code points', () => {
  it.each([
    ['isDigit', isDigit, '0123456789'],
    ['isLowerAlpha', isLowerAlpha, 'abcdefghijklmnopqrstuvwxyz'],
    ['isLowerHexDigit', isLowerHexDigit, '0123456789abcdef'],
    ['isTabOrSpace', isTabOrSpace, '\t '],
  ])('%s takes exactly the characters of its definition', (_name, predicate, expected) => {
    const taken = CHARACTERS.filter((character) => predicate(character.charCodeAt(0)))
    expect(taken.join('')).toBe([...expected].sort().join(''))
  })

  it.each([
    ['', true],
    ['0', true],
    ['0123456789', true],
    ['x12', false],
    ['1x2', false],
    ['12x', false],
    ['１２', false],
  ])('everyCodePoint tests each code unit of %j', (value, expected) => {
    expect(everyCodePoint(value, isDigit)).toBe(expected)
  })
})
