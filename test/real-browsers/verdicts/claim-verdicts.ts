import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdictCases } from '../../fetch-cases/verdicts.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import type { PageResult } from '../pages/page.js'
import { replay } from './replay.js'
import { seenFacts } from './seen-facts.js'
import { statedFacts } from './stated-facts.js'
import { startVerdictServers } from './verdict-servers.js'

/**
 * Claims that an engine does what `browser-verdicts.json` says about it, one claim for each case.
 */
export async function claimVerdicts(browser: RealBrowser): Promise<void> {
  const servers = await startVerdictServers(verdictCases)
  let results: ReadonlyMap<string, readonly PageResult[]> = new Map()
  beforeAll(async () => {
    results = await replay(browser, servers, verdictCases)
  })
  afterAll(servers.close)

  describe(`browser-verdicts.json in ${browser.engine}`, () => {
    it.each(verdictCases.map((verdict) => [verdict.id, verdict] as const))(
      'holds: %s',
      (_id, verdict) => {
        const result = results.get(verdict.id)
        if (result === undefined) throw new Error('the browser was not asked')
        const seen = seenFacts(verdict, result, servers.receivedOf(verdict))
        expect(seen).toMatchObject(statedFacts(verdict, browser.engine, servers.origins))
      },
    )
  })
}
