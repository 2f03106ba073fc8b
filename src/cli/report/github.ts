import { escapeForTerminal } from './escape.js'
import type { Report } from './report.js'
import { countOf, statusOf } from './report.js'

/**
 * Workflow commands that annotate a run of GitHub Actions: an error for each entry that is not as
 * expected, and a notice that sums up. Every line is a command, so that no text from a server can
 * pose as one.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(report: Report): string {
  const { name, list, entries, file } = report
  const bad = entries.filter(({ state }) => state !== 'as-expected')
  const place = file === undefined ? '' : `file=${property(file)},`
  const errors = bad.map(
    ({ title, name: asked, message }) =>
      `::error ${place}title=${property(`strict-cors: ${title}`)}::${data(asked)}%0A${data(message)}`,
  )
  const count = `${countOf(entries.length, list)}, ${bad.length} not as expected`
  const notice = `::notice title=strict-cors::${data(`${name}: ${count}`)}`
  return `${[...errors, ...(statusOf(report) === 0 ? [notice] : [])].join('\n')}\n`
}

/** Line breaks are escaped too, by the rule for what cannot be printed. */
function data(text: string): string {
  return escapeForTerminal(text).replaceAll('%', '%25')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
