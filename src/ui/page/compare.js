import { byId, element } from './dom.js'
import { createTask } from './task.js'

export function startCompare() {
  createTask(byId('compare'), {
    command: 'compare',
    describe: ({ index, of, origin }) => `Origin ${index + 1} of ${of}: ${origin}`,
    show(comparison) {
      const { length } = comparison.differences
      if (length === 0) return { status: 'No differences.', nodes: [] }
      return {
        status: length === 1 ? '1 difference' : `${length} differences`,
        nodes: [showTable(comparison)],
      }
    },
  })
}

function showTable({ a, b, differences }) {
  const head = ['Page', 'Request', 'What differs', a, b]
  return element(
    'table',
    {},
    element('caption', {}, 'Differences'),
    element('thead', {}, element('tr', {}, ...head.map((title) => cell('th', title, 'col')))),
    element('tbody', {}, ...differences.map((difference) => showRow(difference, head))),
  )
}

function cell(name, text, scope) {
  return element(name, { scope }, text)
}

function showRow({ question, origin, credentials, subject, a, b }, head) {
  const cells = [
    origin ?? 'no Origin',
    `${QUESTIONS[question]}${credentials ? ', with cookies' : ''}`,
    subject,
    a ?? '(none)',
    b ?? '(none)',
  ]
  return element(
    'tr',
    {},
    ...cells.map((text, index) =>
      element(
        'td',
        // The narrow page shows each row as a card.
        { 'data-label': head[index], class: index > 2 ? 'differs' : '' },
        element('span', {}, text),
      ),
    ),
  )
}

const QUESTIONS = { get: 'GET', preflight: 'Preflight', 'missing-path': 'GET of a missing path' }
