import { escapeForTerminal } from './escape.js'
import type { Entry, Report } from './report.js'

/** A test suite with a test case for each entry; without entries, with one case that passes. */
export function formatJunit({ name, entries }: Report): string {
  const failures = entries.filter(({ state }) => state === 'not-as-expected').length
  const errors = entries.filter(({ state }) => state === 'not-judged').length
  const cases = entries.length === 0 ? [testCase(name, [])] : entries.map(formatEntry)
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${attribute(name)}" tests="${cases.length}" failures="${failures}" errors="${errors}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`
}

function formatEntry({ state, name, title, message, text }: Entry): string {
  const details = text.map((line) => (typeof line === 'string' ? line : line[1])).join('\n')
  if (state === 'as-expected') return testCase(name, [`<system-out>${body(details)}</system-out>`])
  const element = state === 'not-judged' ? 'error' : 'failure'
  return testCase(name, [
    `<${element} type="${attribute(title)}" message="${attribute(message)}">${body(details)}</${element}>`,
  ])
}

function testCase(name: string, children: readonly string[]): string {
  const start = `    <testcase classname="strict-cors" name="${attribute(name)}"`
  return children.length === 0
    ? `${start}/>`
    : [`${start}>`, ...children.map((child) => `      ${child}`), '    </testcase>'].join('\n')
}

/** A line break in an attribute would become a space. */
function attribute(text: string): string {
  return markup(escapeForTerminal(text))
}

function body(text: string): string {
  return markup(text.split('\n').map(escapeForTerminal).join('\n'))
}

/** XML 1.0 has no way to write most control characters; they are escaped before. */
function markup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
