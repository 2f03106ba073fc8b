import puppeteer, { type Page } from 'puppeteer-core'
import { requireExecutable } from './executable.js'
import { evaluateInPage, openPage } from './puppeteer-page.js'
import type { RealBrowser } from './real-browser.js'
import { createTemporaryDirectory } from './temporary-directory.js'

export interface Firefox extends RealBrowser {
  /** The tab, for clicks and keys. */
  readonly page: Page
}

/** @param preferences by their names in about:config */
export async function launchFirefox(
  preferences: Readonly<Record<string, unknown>> = {},
): Promise<Firefox> {
  const executablePath = requireExecutable('/usr/bin/firefox-esr', 'firefox-esr')
  const home = await createTemporaryDirectory()
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    args: ['--no-remote'],
    extraPrefsFirefox: { ...preferences },
    // As root, Firefox starts only with a home that root owns.
    env: { ...process.env, HOME: home.path },
  })
  const [page = await browser.newPage()] = await browser.pages()

  return {
    engine: 'firefox',
    page,
    open: (url) => openPage(page, url),
    evaluate: (script, argument) => evaluateInPage(page, script, argument),
    async close() {
      await browser.close()
      await home.remove()
    },
  }
}
