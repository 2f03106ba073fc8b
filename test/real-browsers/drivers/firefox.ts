import puppeteer, { type Page } from 'puppeteer-core'
import { requireExecutable } from '../../support/require-executable.js'
import { createTemporaryDirectory } from '../../support/temporary-directory.js'
import { evaluateInPage, openPage } from './puppeteer-page.js'
import type { RealBrowser, TalkingBrowser } from './real-browser.js'

export interface Firefox extends RealBrowser, TalkingBrowser {
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
    // Nobody trusts the certificates of these tests.
    acceptInsecureCerts: true,
    args: ['--no-remote'],
    extraPrefsFirefox: { ...preferences },
    // As root, Firefox starts only with a home that root owns.
    env: { ...process.env, HOME: home.path },
  })
  const [page = await browser.newPage()] = await browser.pages()

  const printed: string[] = []
  page.on('console', (message) => printed.push(message.text()))
  // Firefox reports what it prints about a request as an error of the page.
  page.on('pageerror', (error) =>
    printed.push(error instanceof Error ? error.message : String(error)),
  )

  return {
    engine: 'firefox',
    page,
    printed,
    open: (url) => openPage(page, url),
    evaluate: (script, argument) => evaluateInPage(page, script, argument),
    async close() {
      await browser.close()
      await home.remove()
    },
  }
}
