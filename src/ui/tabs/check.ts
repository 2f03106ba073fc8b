import { createPage } from '../../browser/create-page.js'
import { chromiumMessage } from '../../browser/verdict/chromium-message.js'
import { maskExchanges } from '../../browser/verdict/mask-exchanges.js'
import { optionsFix } from '../../browser/verdict/options-fix.js'
import { initOf, readForm } from '../form/check-form.js'
import type { Fields } from '../form/fields.js'
import { commandLine } from '../write/command-line.js'
import { testCode } from '../write/test-code.js'
import type { Job } from './command.js'

/** The page shows the beginning of a body; more than this, in bytes, need not be loaded. */
const MAX_BODY_SIZE = 4 * 1024 * 1024

/** What a page of the origin gets, and everything that went over the wire. */
export async function check(fields: Fields, { signal }: Job): Promise<object> {
  const form = readForm(fields)
  await using page = createPage(form.url, {
    origin: form.origin,
    cookies: form.cookies,
    maxBodySize: MAX_BODY_SIZE,
  })
  const verdict = await page.check(form.url, { ...initOf(form), signal })
  return {
    ...verdict,
    exchanges: maskExchanges(verdict.exchanges),
    sent: verdict.exchanges.some(({ kind }) => kind === 'request'),
    console: verdict.outcome === 'blocked' ? chromiumMessage(verdict, form.origin) : null,
    fixes: verdict.outcome === 'blocked' ? optionsFix(form, verdict) : [],
    command: commandLine(form),
    test: testCode(form, verdict),
  }
}
