import { createContext, Script } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeRegExp } from '../../../../../src/policy/config/regexp/judge-regexp.js'

/** Far more than any accepted expression takes, far less than those that explode. */
const TIMEOUT = 5000

const atoms = ['a', 'b', '-', '\\.', '[a-z]', '[a-z0-9-]', '\\w', '.', 'é']
const quantifiers = ['', '', '', '*', '+', '?', '*?', '{1,63}', '{0,5}', '{2}', '{1,}']

/** Sources in which repetitions and choices are frequent, within each other as well. */
const { source } = fc.letrec<{ source: string; part: string }>((tie) => ({
  source: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...quantifiers)).map((own) => own.join('')),
    fc
      .tuple(
        fc.array(tie('source'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...quantifiers),
      )
      .map(([options, quantifier]) => `(?:${options.join('|')})${quantifier}`),
  ),
}))

const BODIES = ['a', 'b', 'ab', 'a-', '-', 'a.', '.', 'aab', 'ab-', 'a1']
const INPUTS = BODIES.flatMap((body) => {
  const text = `https://${body.repeat(300)}`.slice(0, 299)
  return [`${text}!`, text.slice(0, 60), text.slice(8)]
})

describe('the time of expressions that are accepted', () => {
  it('is bounded on 300 bytes, whatever the expression', () => {
    const tally = { accepted: 0, refused: 0 }
    const expressions = fc.tuple(
      source,
      fc.constantFrom('^https://', '^', ''),
      fc.constantFrom('$', 'x', '!$', '(?=x)', '(?<=x)', '(?!.)', '(?<!.)', '\\b', '(x)?\\1!'),
    )
    fc.assert(
      fc.property(expressions, ([middle, start, end]) => {
        const regexp = new RegExp(start + middle + end)
        const { findings } = judgeRegExp(regexp, { credentials: false })
        if (findings.length > 0) {
          tally.refused++
          return
        }
        tally.accepted++
        const script = new Script('inputs.forEach((input) => regexp.test(input))')
        script.runInContext(createContext({ regexp, inputs: INPUTS }), { timeout: TIMEOUT })
      }),
      { numRuns: 600, seed: 1 },
    )
    // Otherwise nothing was tried.
    expect(tally.accepted).toBeGreaterThan(50)
    expect(tally.refused).toBeGreaterThan(50)
  }, 60_000)
})
