import type { Page } from 'puppeteer-core'

/** @throws what the page throws */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' })
}

/** The `evaluate` of a real browser. */
export function evaluateInPage(page: Page, script: string, argument: unknown): Promise<unknown> {
  return page.evaluate(`(${script})(${JSON.stringify(argument)})`)
}
