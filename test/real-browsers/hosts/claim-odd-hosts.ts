import { afterAll, describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { createPage } from '../../../src/testing.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import { startApp } from '../express/start-app.js'
import { requestAll } from '../pages/page.js'
import type { PageServers } from '../pages/page-servers.js'

/** No grammar of a standard has them, but browsers load their pages and send their origins. */
const ODD_HOSTS = [
  '-a.localhost',
  'a-.localhost',
  '-.localhost',
  'a_b.localhost',
  '_.localhost',
  'localhost.',
  'a.localhost.',
]

const PUT = { method: 'PUT', credentials: 'include' } as const

/** Claims that pages at odd hosts can be listed, and that the model does the same as browsers. */
export async function claimOddHosts(browser: RealBrowser, pages: PageServers): Promise<void> {
  const { first: port } = pages.ports
  const originOf = (host: string) => `http://${host}:${port}`
  const policies = {
    '/listed': ODD_HOSTS.map(originOf),
    '/patterns': ['http://*.localhost:*', 'http://localhost.:*', 'http://*.localhost.:*'],
    '/expression': /^http:\/\/(?:[a-z_-]+\.)?localhost\.?:\d+$/,
  }
  const received = new Set<string | undefined>()
  const middlewares = new Map(
    Object.entries(policies).map(([path, origin]) => [path, cors({ origin, credentials: true })]),
  )
  const app = await startApp((req, res) => {
    received.add(req.headers.origin)
    const middleware = middlewares.get(String(req.url))
    middleware?.(req, res, () => res.end('yours'))
  })
  afterAll(app.close)
  const urls = [...middlewares.keys()].map((path) => app.url + path)

  async function outcomesIn(host: string): Promise<readonly string[]> {
    await browser.open(`${originOf(host)}/`)
    received.clear()
    const lists = urls.map((url) => [{ url, init: PUT }])
    const results = await requestAll(browser, lists)
    return results.flat().map(({ shared }) => (shared ? 'shared' : 'blocked'))
  }

  async function outcomesInModel(host: string): Promise<readonly string[]> {
    await using page = createPage(app.url, { origin: originOf(host) })
    const verdicts = await Promise.all(urls.map((url) => page.check(url, PUT)))
    return verdicts.map(({ outcome }) => outcome)
  }

  describe(`pages of ${browser.engine} at odd hosts`, () => {
    it.each(ODD_HOSTS)('read from the app if they are allowed: %s', async (host) => {
      expect(await outcomesIn(host)).toEqual(urls.map(() => 'shared'))
      expect([...received]).toEqual([originOf(host)])
      expect(await outcomesInModel(host)).toEqual(urls.map(() => 'shared'))
    })

    it('are other origins than those without the dot', async () => {
      expect(await outcomesIn('localhost')).toEqual(['blocked', 'blocked', 'shared'])
    })
  })
}
