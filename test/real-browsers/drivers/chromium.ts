import puppeteer, { type Page } from 'puppeteer-core'
import { requireExecutable } from '../../support/require-executable.js'
import { createTemporaryDirectory } from '../../support/temporary-directory.js'
import { evaluateInPage, openPage } from './puppeteer-page.js'
import type { RealBrowser, TalkingBrowser } from './real-browser.js'

/**
 * Why Chromium refused a request.
 * https://chromedevtools.github.io/devtools-protocol/tot/Audits/#type-CorsIssueDetails
 */
export interface CorsIssue {
  readonly url: string
  /** `CorsError` of the protocol: `MissingAllowOriginHeader`, … */
  readonly code: string
}

export interface Chromium extends RealBrowser, TalkingBrowser {
  /** Every issue since the launch, oldest first. An issue may come shortly after the refusal. */
  readonly corsIssues: readonly CorsIssue[]
  /** The tab, for clicks and keys. */
  readonly page: Page
}

export async function launchChromium(): Promise<Chromium> {
  const executablePath = requireExecutable('/usr/bin/chromium', 'chromium')
  const profile = await createTemporaryDirectory()
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: profile.path,
    // Nobody trusts the certificates of these tests.
    acceptInsecureCerts: true,
    // Root cannot have Chromium's sandbox; the pages are this suite's own.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  })
  const [page = await browser.newPage()] = await browser.pages()

  const corsIssues: CorsIssue[] = []
  const protocol = await page.createCDPSession()
  protocol.on('Audits.issueAdded', ({ issue }) => {
    const details = issue.details.corsIssueDetails
    if (details === undefined || details.isWarning) return
    corsIssues.push({ url: details.request.url, code: details.corsErrorStatus.corsError })
  })
  const printed: string[] = []
  protocol.on('Log.entryAdded', ({ entry }) => printed.push(entry.text))
  protocol.on('Runtime.consoleAPICalled', ({ args }) => printed.push(String(args[0]?.value)))
  protocol.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    printed.push(`${text} ${exception?.description}`)
  })
  await protocol.send('Log.enable')
  await protocol.send('Runtime.enable')
  // Without Network.enable no CORS issue is reported.
  await protocol.send('Network.enable')
  await protocol.send('Audits.enable')

  return {
    engine: 'chromium',
    corsIssues,
    page,
    printed,
    open: (url) => openPage(page, url),
    evaluate: (script, argument) => evaluateInPage(page, script, argument),
    async close() {
      await browser.close()
      await profile.remove()
    },
  }
}
