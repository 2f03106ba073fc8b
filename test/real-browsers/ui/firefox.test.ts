import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchFirefox } from '../drivers/firefox.js'
import { claimPage } from './claim-page.js'
import { startServers } from './start-servers.js'
import { createVisitor } from './visitor.js'

const browser = await launchFirefox()
afterAll(browser.close)
const servers = await startServers()
afterAll(servers.close)
await browser.page.setViewport({ width: 1280, height: 800 })

describe('the page, in Firefox', { timeout: 60_000 }, () => {
  claimPage(browser.page, servers)

  it('is dark where the visitor wants it', async () => {
    const { page, close } = await launchFirefox({
      'layout.css.prefers-color-scheme.content-override': 0,
    })
    onTestFinished(close)
    const visitor = createVisitor(page)
    for (const tab of ['check', 'explain', 'policy']) {
      await visitor.open(`${servers.page}#${tab}`)
      expect(await visitor.problems()).toEqual([])
    }
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(18, 22, 28)',
    )
  })
})
