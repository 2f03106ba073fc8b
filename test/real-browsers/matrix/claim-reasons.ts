import { describe, expect, it } from 'vitest'
import type { Chromium } from '../drivers/chromium.js'
import type { Combination } from './combination.js'
import { COMBINATIONS } from './combinations.js'
import { findOutcomeException } from './exceptions.js'
import type { Matrix } from './matrix.js'

/** Claims that the model blocks for the reason that Chromium reports. */
export function claimReasons(browser: Chromium, matrix: Matrix): void {
  const combinations = COMBINATIONS.filter(({ name }) => findOutcomeException(name) === undefined)

  function reasonsOfChromium(combination: Combination): readonly string[] {
    const url = matrix.urlOf(combination)
    return browser.corsIssues.filter((issue) => issue.url === url).map(({ code }) => code)
  }

  function reasonsOfModel(combination: Combination): readonly string[] {
    const verdict = matrix.verdictOn(combination)
    return verdict.outcome === 'blocked' && verdict.chromiumIssue !== null
      ? [verdict.chromiumIssue]
      : []
  }

  function reasons(of: (combination: Combination) => readonly string[]) {
    return combinations.map((combination) => [combination.name, of(combination)])
  }

  describe('the reasons of the model', () => {
    it('are those of chromium', async () => {
      await expect.poll(() => reasons(reasonsOfChromium)).toEqual(reasons(reasonsOfModel))
    })
  })
}
