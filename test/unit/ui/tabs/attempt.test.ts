import { describe, expect, it } from 'vitest'
import { attempt } from '../../../../src/ui/tabs/attempt.js'

describe('attempt', () => {
  const fail = (error: Error) => () => {
    throw error
  }

  it('gives the result', () => {
    expect(attempt(RangeError, () => 1)).toBe(1)
  })

  it('gives the error of its class', () => {
    const error = new RangeError('no')
    expect(attempt(RangeError, fail(error))).toBe(error)
  })

  it('throws every other error on', () => {
    expect(() => attempt(RangeError, fail(new TypeError('no')))).toThrow(new TypeError('no'))
  })
})
