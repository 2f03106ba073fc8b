import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPairs, isOpen } from './open-pairs.js'

describe('soundness of the judgement', () => {
  it('accepts no random expression that is open, and shows an origin for those it refuses', () => {
    let pairs = 0
    let matched = 0
    const seeds = fc.integer({ min: 0, max: 2 ** 31 })
    fc.assert(
      fc.property(seeds, (seed) => {
        const tally = drawPairs(50, seed)
        pairs += tally.pairs
        matched += tally.matched
        expect(tally.open).toEqual([])
        expect(tally.falseAttackers).toEqual([])
        expect(tally.unshown).toEqual([])
      }),
      { numRuns: 16, seed: 1 },
    )
    // Otherwise little was tried.
    expect(pairs).toBeGreaterThan(100_000)
    expect(matched).toBeGreaterThan(10_000)
  }, 60_000)

  it.each([
    ['http://app.example.com', true],
    ['http://app.localhost:3000', false],
    ['http://127.0.0.1', false],
    ['http://127.evil.test', true],
    ['https://a.example.com.', false],
    ['https://evilexample.com', true],
    ['https://evil.vercel.app', true],
    ['app://example.com', true],
    ['http://a.localhost.:3000', false],
    ['https://evil.vercel.app.', true],
    ['https://evil.s3.amazonaws.com', true],
  ])('knows whether strangers can have %s', (origin, open) => {
    expect(isOpen(origin, { spellings: ['*://*.example.com*'] })).toBe(open)
  })
})
