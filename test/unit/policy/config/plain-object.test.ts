import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { isPlainObject } from '../../../../src/policy/config/plain-object.js'
import { configErrorOf } from '../untyped.js'

const OPTIONS = { origin: 'https://app.example.com' }

describe('a plain object', () => {
  it.each([
    ['a literal', {}],
    ['one without a prototype', Object.assign(Object.create(null), OPTIONS)],
    ['a literal of another realm', runInNewContext('({})')],
  ])('is %s', (_what, value) => {
    expect(isPlainObject(value)).toBe(true)
  })

  it.each([
    ['null', null],
    ['a list', []],
    ['a function', () => OPTIONS],
    ['an instance of a class', new Map()],
    ['one that inherits options', Object.create(OPTIONS)],
    [
      'one that inherits them from nothing else',
      Object.create(Object.assign(Object.create(null), OPTIONS)),
    ],
  ])('is not %s', (_what, value) => {
    expect(isPlainObject(value)).toBe(false)
  })

  it('is what options must be, so that none is overlooked', () => {
    const inherited = Object.create(Object.assign(Object.create(null), OPTIONS))
    expect(configErrorOf(inherited).issues.map(({ code }) => code)).toEqual(['invalid-type'])
  })
})
