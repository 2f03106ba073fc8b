import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A person who uses the page. Elements are named by CSS selectors. */
export interface Visitor {
  open(url: string): Promise<void>
  /** Clicks what has this selector, or the button with this text in it. */
  click(selector: string, text?: string): Promise<void>
  /** Replaces what a field has by typing. */
  type(selector: string, text: string): Promise<void>
  press(...keys: string[]): Promise<void>
  /** The visible text. */
  read(selector: string): Promise<string>
  /** Waits until the text is there. */
  see(selector: string, text: string): Promise<void>
  value(selector: string): Promise<string>
  /** The id, or the text, of the element that has the focus. */
  focused(): Promise<string>
  /** What axe-core finds wrong, and whether something is wider than the window. */
  problems(): Promise<string[]>
  address(): Promise<string>
}

const TIMEOUT = 20_000

export function createVisitor(page: Page): Visitor {
  const run = (script: string): Promise<unknown> => page.evaluate(script)
  const at = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`

  return {
    async open(url) {
      await page.goto('about:blank')
      await page.goto(url)
      await page.waitForFunction('document.documentElement.dataset.ready === "true"', {
        timeout: TIMEOUT,
      })
    },
    async click(selector, text) {
      if (text === undefined) return page.click(selector)
      const buttons = await page.$$(selector)
      for (const button of buttons) {
        const label = await button.evaluate((node) => node.textContent)
        if (label?.includes(text)) return button.click()
      }
      throw new Error(`there is no ${selector} with the text ${text}`)
    },
    async type(selector, text) {
      await page.focus(selector)
      // As fast as a paste, and with the events of typing.
      await run(
        `${at(selector)}.select(), document.execCommand('insertText', false, ${JSON.stringify(text)})`,
      )
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key as 'Tab')
    },
    read: async (selector) => String(await run(`${at(selector)}.innerText`)),
    async see(selector, text) {
      const seen = `(${at(selector)}?.textContent ?? '').includes(${JSON.stringify(text)})`
      await page.waitForFunction(seen, { timeout: TIMEOUT }).catch(async () => {
        throw new Error(
          `${selector} has, instead of "${text}": ${await run(`${at(selector)}?.textContent`)}`,
        )
      })
    },
    value: async (selector) => String(await run(`${at(selector)}.value`)),
    focused: async () =>
      String(await run('document.activeElement.id || document.activeElement.textContent')),
    async problems() {
      if ((await run('typeof axe')) === 'undefined') await run(AXE)
      const violations = await run(
        `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      )
      const wide = await run('document.documentElement.scrollWidth > innerWidth')
      return [...(Array.isArray(violations) ? violations : []), ...(wide ? ['too wide'] : [])]
    },
    address: async () => page.url(),
  }
}
