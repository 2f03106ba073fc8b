import { describe, expect, it } from 'vitest'
import type { RealBrowser } from '../drivers/real-browser.js'
import type { Combination } from './combination.js'
import { COMBINATIONS, SIZE } from './combinations.js'
import { findException, OUTCOME_EXCEPTIONS, REQUEST_EXCEPTIONS } from './exceptions.js'
import type { Matrix } from './matrix.js'
import { outcomeOfDecisions, outcomeOfResult } from './outcome.js'
import { readableOfResult, readableOfVerdict } from './readable.js'
import { isDefaultSize } from './size.js'

const NAMED = COMBINATIONS.map((combination) => [combination.name, combination] as const)

/**
 * Claims that the engine, the model and a real browser agree on every combination: on the outcome,
 * on what was asked of the server, and on everything that script could read. If an exception
 * applies, they must disagree exactly as it says.
 */
export function claimAgreement(browser: RealBrowser, matrix: Matrix): void {
  const { engine } = browser
  const applied = new Set<string>()

  function outcomes(combination: Combination) {
    return {
      engine: outcomeOfDecisions(combination, matrix.decisionsOn(combination, engine)),
      model: matrix.verdictOn(combination).outcome,
      browser: outcomeOfResult(matrix.resultOf(combination)),
    }
  }

  describe(`engine, model and ${engine} agree, or disagree as listed`, () => {
    it.each(NAMED)('%s', (_name, combination) => {
      const verdict = matrix.verdictOn(combination)
      const ofModel = matrix.decisionsOn(combination, 'model')
      const ofBrowser = matrix.decisionsOn(combination, engine)

      const byOutcome = findException(OUTCOME_EXCEPTIONS, engine, combination, ofBrowser)
      if (byOutcome !== undefined) {
        applied.add(byOutcome.reason)
        expect(outcomes(combination), byOutcome.reason).toEqual(byOutcome.outcomes(combination))
        return
      }
      const { outcome } = verdict
      const agreed = { engine: outcome, model: outcome, browser: outcome }
      expect(outcomes(combination), String(verdict)).toEqual(agreed)

      const byRequest = findException(REQUEST_EXCEPTIONS, engine, combination, ofBrowser)
      if (byRequest !== undefined) {
        applied.add(byRequest.reason)
        const kinds = { model: ofModel.map(kindOf), browser: ofBrowser.map(kindOf) }
        expect(kinds, byRequest.reason).toEqual(byRequest.requests)
        return
      }
      expect(ofBrowser, String(verdict)).toEqual(ofModel)
      const readable = readableOfResult(matrix.resultOf(combination))
      if (readable !== undefined) expect(readable).toEqual(readableOfVerdict(verdict))
    })

    // Other draws may lack a combination that an exception is about.
    if (isDefaultSize(SIZE)) {
      it('have a case of every listed exception', () => {
        const listed = [...OUTCOME_EXCEPTIONS, ...REQUEST_EXCEPTIONS]
          .filter(({ browsers }) => browsers.includes(engine))
          .map(({ reason }) => reason)
        expect([...applied].sort()).toEqual(listed.sort())
      })
    }
  })
}

function kindOf<Kind>({ kind }: { readonly kind: Kind }): Kind {
  return kind
}
