import { describe, expect, it } from 'vitest'
import type { RealBrowser } from '../drivers/real-browser.js'
import { expectedAt } from './expected.js'
import { WRITES } from './kinds.js'
import { PLACES } from './places.js'
import type { Servers } from './start-servers.js'

/** Claims that no write of somebody who may write is rejected, and that no other one runs. */
export function claimWrites(browser: RealBrowser, servers: Servers): void {
  describe(`enforce in ${browser.engine}`, () => {
    it.each(PLACES)('judges each write by $scheme from a page that is $what', async (place) => {
      const paths = await servers.send(browser, place, WRITES)
      // Forms and beacons may still be on their way.
      const outcomes = () => servers.outcomesAt(paths)
      await expect.poll(outcomes, { timeout: 10_000 }).toEqual(expectedAt(place, browser.engine))
      expect(servers.sitesAt(paths)).toEqual(new Set([place.site]))
    })
  })
}
