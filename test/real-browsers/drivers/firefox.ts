import puppeteer from 'puppeteer-core'
import { requireExecutable } from './executable.js'
import { evaluateInPage, openPage } from './puppeteer-page.js'
import type { RealBrowser } from './real-browser.js'
import { createTemporaryDirectory } from './temporary-directory.js'

export async function launchFirefox(): Promise<RealBrowser> {
  const executablePath = requireExecutable('/usr/bin/firefox-esr', 'firefox-esr')
  const home = await createTemporaryDirectory()
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    args: ['--no-remote'],
    // As root, Firefox starts only with a home that root owns.
    env: { ...process.env, HOME: home.path },
  })
  const [page = await browser.newPage()] = await browser.pages()

  return {
    engine: 'firefox',
    open: (url) => openPage(page, url),
    evaluate: (script, argument) => evaluateInPage(page, script, argument),
    async close() {
      await browser.close()
      await home.remove()
    },
  }
}
