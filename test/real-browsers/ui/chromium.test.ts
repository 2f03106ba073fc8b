import { afterAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../drivers/chromium.js'
import { claimPage } from './claim-page.js'
import { startServers } from './start-servers.js'
import { createVisitor } from './visitor.js'

const browser = await launchChromium()
afterAll(browser.close)
const servers = await startServers()
afterAll(servers.close)
const { page } = browser
await page.setViewport({ width: 1280, height: 800 })

describe('the page, in Chromium', { timeout: 60_000 }, () => {
  claimPage(page, servers)

  it('says what the console of Chromium says', async () => {
    const visitor = createVisitor(page)
    const printed: string[] = []
    page.on('console', (message) => printed.push(message.text()))
    await visitor.open(servers.page)
    for (const [method, headers, credentials] of [
      ['DELETE', '', false],
      ['GET', 'X-Debug: 1', true],
    ] as const) {
      await visitor.type('#check-method', method)
      await visitor.type('#check-headers', headers)
      if (credentials) await visitor.type('#check-url', servers.api.replace('orders', 'missing'))
      await visitor.click('#check-form .main')
      await visitor.see('#check .unseen', 'Verdict')
      const shown = await visitor.read('#check .copyable pre')
      await visitor.click('#check .result button', 'Ask this browser too')
      await visitor.see('.said', 'agree')
      if (shown.startsWith('Access to fetch')) await expect.poll(() => printed).toContain(shown)
    }
  })

  it('is dark where the visitor wants it', async () => {
    const visitor = createVisitor(page)
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    for (const tab of ['check', 'audit', 'compare', 'explain', 'policy']) {
      await visitor.open(`${servers.page}#${tab}`)
      if (tab === 'check') {
        await visitor.click('.prepared button', 'DELETE /orders')
        await visitor.see('#check .result', 'blocked')
      }
      expect(await visitor.problems()).toEqual([])
    }
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(18, 22, 28)',
    )
  })
})
