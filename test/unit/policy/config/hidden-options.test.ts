import { describe, expect, it } from 'vitest'
import { createUntyped } from '../untyped.js'

const ORIGIN = 'https://app.example.com'

describe('an option that a loop over the options does not show', () => {
  it.each([
    ['is not enumerable', Object.defineProperty({}, 'origin', { value: ORIGIN })],
    ['is hidden by a proxy', new Proxy({ origin: ORIGIN }, { ownKeys: () => [] })],
    ['is on an object without a prototype', Object.assign(Object.create(null), { origin: ORIGIN })],
  ])('counts, since the default of origin is everybody: one that %s', async (_what, options) => {
    const policy = createUntyped(options)
    expect(await policy.askOrigin('https://evil.test')).toBe(false)
    expect(await policy.askOrigin(ORIGIN)).toBe(true)
  })
})
