import { describe, expect, it } from 'vitest'
import type { RealBrowser } from '../drivers/real-browser.js'
import type { Combination } from './combination.js'
import { COMBINATIONS } from './combinations.js'
import { findOutcomeException, findRequestException } from './exceptions.js'
import type { Matrix } from './matrix.js'
import { outcomeOfDecisions, outcomeOfResult } from './outcome.js'
import { readableOfResult, readableOfVerdict } from './readable.js'

const NAMED = COMBINATIONS.map((combination) => [combination.name, combination] as const)

/**
 * Claims that the engine, the model and a real browser agree on every combination: on the outcome,
 * on what was asked of the server, and on everything that script could read.
 */
export function claimAgreement(browser: RealBrowser, matrix: Matrix): void {
  function outcomes(combination: Combination) {
    const decisions = matrix.decisionsOn(combination, browser.engine)
    return {
      engine: outcomeOfDecisions(combination, decisions),
      model: matrix.verdictOn(combination).outcome,
      browser: outcomeOfResult(matrix.resultOf(combination)),
    }
  }

  const agreed = NAMED.filter(([name]) => findOutcomeException(name) === undefined)
  describe(`engine, model and ${browser.engine} agree`, () => {
    it.each(agreed)('%s', (name, combination) => {
      const verdict = matrix.verdictOn(combination)
      const { outcome } = verdict
      expect(outcomes(combination), String(verdict)).toEqual({
        engine: outcome,
        model: outcome,
        browser: outcome,
      })
      const ofModel = matrix.decisionsOn(combination, 'model')
      const ofBrowser = matrix.decisionsOn(combination, browser.engine)
      if (findRequestException(name, browser.engine)) {
        expect(ofBrowser).not.toEqual(ofModel)
        return
      }
      expect(ofBrowser, String(verdict)).toEqual(ofModel)
      const readable = readableOfResult(matrix.resultOf(combination))
      if (readable !== undefined) expect(readable).toEqual(readableOfVerdict(verdict))
    })
  })

  const excepted = NAMED.flatMap(([name, combination]) => {
    const exception = findOutcomeException(name)
    return exception === undefined ? [] : [[name, combination, exception] as const]
  })
  describe(`engine, model and ${browser.engine} disagree as listed`, () => {
    it.each(excepted)('%s', (_name, combination, { reason, engine, model, browser }) => {
      expect(outcomes(combination), reason).toEqual({ engine, model, browser })
    })
  })
}
