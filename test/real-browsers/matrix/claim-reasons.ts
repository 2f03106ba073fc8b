import { describe, expect, it } from 'vitest'
import type { Chromium } from '../drivers/chromium.js'
import type { Combination } from './combination.js'
import { COMBINATIONS } from './combinations.js'
import { findException, OUTCOME_EXCEPTIONS } from './exceptions.js'
import type { Matrix } from './matrix.js'

/** Claims that the model blocks for the reason that Chromium reports. */
export function claimReasons(browser: Chromium, matrix: Matrix): void {
  function reasonsOfChromium(combinations: readonly Combination[]) {
    const codes = new Map<string, string[]>()
    for (const { url, code } of browser.corsIssues) {
      codes.set(url, [...(codes.get(url) ?? []), code])
    }
    return combinations.map((combination) => [
      combination.name,
      codes.get(matrix.urlOf(combination)) ?? [],
    ])
  }

  function reasonsOfModel(combinations: readonly Combination[]) {
    return combinations.map((combination) => {
      const verdict = matrix.verdictOn(combination)
      const isReported = verdict.outcome === 'blocked' && verdict.chromiumIssue !== null
      return [combination.name, isReported ? [verdict.chromiumIssue] : []]
    })
  }

  describe('the reasons of the model', () => {
    it('are those of chromium', async () => {
      const combinations = COMBINATIONS.filter((combination) => {
        const decisions = matrix.decisionsOn(combination, 'chromium')
        return findException(OUTCOME_EXCEPTIONS, 'chromium', combination, decisions) === undefined
      })
      await expect.poll(() => reasonsOfChromium(combinations)).toEqual(reasonsOfModel(combinations))
    })
  })
}
