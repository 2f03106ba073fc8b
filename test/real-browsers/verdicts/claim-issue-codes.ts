import { describe, expect, it } from 'vitest'
import { verdictCases } from '../../fetch-cases/verdicts.js'
import type { Chromium } from '../drivers/chromium.js'

/** Claims that Chromium gives the reason that a case states; the cases have been replayed before. */
export function claimIssueCodes(browser: Chromium): void {
  const reasoned = verdictCases.flatMap(({ id, chromiumCorsError }) =>
    chromiumCorsError === undefined ? [] : [[id, chromiumCorsError] as const],
  )
  const allowed = verdictCases.filter(
    (verdict) => verdict.expect === 'allow' && verdict.enginesDiffer === undefined,
  )

  function codesOf(id: string): readonly string[] {
    return browser.corsIssues
      .filter(({ url }) => new URL(url).pathname.startsWith(`/${id}/`))
      .map(({ code }) => code)
  }

  describe('the CORS issues of chromium', () => {
    it.each(reasoned)('give the reason of the case %s: %s', async (id, chromiumCorsError) => {
      await expect.poll(() => codesOf(id)).toEqual([chromiumCorsError])
    })

    it('do not name a case that is allowed', () => {
      expect(allowed.length).toBeGreaterThan(100)
      expect(allowed.filter(({ id }) => codesOf(id).length > 0)).toEqual([])
    })
  })
}
