import type { Exchange } from '../../browser/algorithms/exchange.js'
import { createPage } from '../../browser/create-page.js'
import { initOf, readForm } from '../check-form.js'
import type { Fields } from '../fields.js'
import type { Job } from '../run-job.js'
import { commandLine } from '../write/command-line.js'
import { consoleSentence } from '../write/console-sentence.js'
import { maskHeaders } from '../write/mask.js'
import { testCode } from '../write/test-code.js'

/** What a page of the origin gets, and everything that went over the wire. */
export async function check(fields: Fields, _job: Job): Promise<object> {
  const form = readForm(fields)
  await using page = createPage(form.url, { origin: form.origin })
  const verdict = await page.check(form.url, initOf(form))
  const { exchanges } = verdict
  const sent = exchanges.some(({ kind }) => kind === 'request')
  return {
    ...verdict,
    exchanges: exchanges.map(maskExchange),
    sent,
    console: consoleSentence(form, verdict),
    command: commandLine(form),
    test: testCode(form, verdict),
  }
}

function maskExchange({ kind, request, response }: Exchange): object {
  const { method, url, headers } = request
  return {
    kind,
    request: { method, url, headers: maskHeaders(headers) },
    response: response && { status: response.status, headers: maskHeaders(response.headers) },
  }
}
