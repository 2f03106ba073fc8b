import { describe, expect, it } from 'vitest'
import { lastCharacters } from '../../../../../src/policy/config/regexp/openings/product.js'
import { compileSyntax } from '../../../../../src/policy/config/regexp/reading/automaton.js'
import { Fuel } from '../../../../../src/policy/config/regexp/reading/fuel.js'
import { parseRegExp } from '../../../../../src/policy/config/regexp/reading/syntax.js'
import { isExponential } from '../../../../../src/policy/config/regexp/slowness/exponential.js'

function automatonOf(regexp: RegExp) {
  const syntax = parseRegExp(regexp)
  const automaton = syntax && compileSyntax(syntax, new Fuel(100_000))
  if (automaton === null) throw new Error(`${regexp} does not compile`)
  return automaton
}

describe('a judgement', () => {
  it.each([3, 5, 8, 13, 21, 34])('stops the search for slowness after %i steps', (steps) => {
    const fuel = new Fuel(steps)
    isExponential(automatonOf(/^https:\/\/([a-z0-9]+)+\.example\.com$/), fuel)
    expect(fuel.isSpent).toBe(true)
  })

  it.each([3, 5, 8, 13, 21, 34, 55])('stops the walk through origins after %i steps', (steps) => {
    const fuel = new Fuel(steps)
    lastCharacters(automatonOf(/^https:\/\/[a-z0-9.-]+\.example\.com$/), fuel)
    expect(fuel.isSpent).toBe(true)
  })
})

describe('the search for exponential time', () => {
  it.each([/^(a*)*$/, /^(?:a|a)*b$/, /^(?:abcdefg|abcd|efg)*$/])('finds it in %s', (regexp) => {
    expect(isExponential(automatonOf(regexp), new Fuel(100_000))).toBe(true)
  })

  it('finds none where the next character tells the way', () => {
    expect(isExponential(automatonOf(/^(?:ab|ac|z)*$/), new Fuel(100_000))).toBe(false)
  })
})
