import { afterAll, describe, expect, it } from 'vitest'
import type { RealBrowser } from '../drivers/real-browser.js'
import { requestAll } from '../pages/page.js'
import type { PageServers } from '../pages/page-servers.js'
import { createCacheableApp } from './cacheable-app.js'
import { startApp } from './start-app.js'

/** Claims that the middleware's responses are safe in a browser's HTTP cache. */
export async function claimHttpCache(browser: RealBrowser, pages: PageServers): Promise<void> {
  const first = `http://localhost:${pages.ports.first}`
  const second = `http://localhost:${pages.ports.second}`
  const app = await startApp(createCacheableApp([first, second]))
  afterAll(app.close)

  async function canRead(url: string, origin: string): Promise<boolean | undefined> {
    await browser.open(`${origin}/`)
    const [[result] = []] = await requestAll(browser, [[{ url, init: { credentials: 'include' } }]])
    return result?.shared
  }

  describe(`the HTTP cache of ${browser.engine}`, () => {
    it('serves two origins in turn from one URL', async () => {
      const url = `${app.url}/strict/in-turn`
      expect([await canRead(url, first), await canRead(url, second)]).toEqual([true, true])
      expect([await canRead(url, first), await canRead(url, second)]).toEqual([true, true])
    })

    it('would keep the second origin out if Vary were missing', async () => {
      const url = `${app.url}/careless/in-turn`
      expect([await canRead(url, first), await canRead(url, second)]).toEqual([true, false])
    })

    it('serves a page after a navigation to the same URL', async () => {
      const url = `${app.url}/strict/navigation`
      await browser.open(url)
      expect(await canRead(url, first)).toBe(true)
    })

    it('would keep the page out after a navigation if Vary were missing', async () => {
      const url = `${app.url}/careless/navigation`
      await browser.open(url)
      expect(await canRead(url, first)).toBe(false)
    })
  })
}
