import { drawPairs } from './open-pairs.js'

/**
 * Draws a million pairs of an accepted expression and an origin, or more, in some minutes:
 * `npx tsx test/unit/policy/config/regexp/draw-a-million.ts [pairs] [seed]`. It prints the seed,
 * and fails if strangers can have one of the origins that match, or if a refusal shows none.
 */
const [pairs = 1_000_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)

const sum = { expressions: 0, accepted: 0, pairs: 0, matched: 0 }
for (let round = 0; sum.pairs < pairs; round++) {
  const tally = drawPairs(1000, seed + round)
  sum.expressions += tally.expressions
  sum.accepted += tally.accepted
  sum.pairs += tally.pairs
  sum.matched += tally.matched
  const wrong = [...tally.open, ...tally.falseAttackers, ...tally.unshown]
  if (wrong.length > 0) {
    console.error(wrong.join('\n'))
    process.exitCode = 1
  }
}
console.log({ seed, ...sum })
