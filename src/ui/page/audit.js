import { badge, byId, element, prose } from './dom.js'
import { showExchange } from './exchanges.js'
import { createTask } from './task.js'

const MAX_REQUESTS = 100

export function startAudit() {
  createTask(byId('audit'), {
    command: 'audit',
    describe: ({ sent, method, origin }) =>
      `Request ${sent} of at most ${MAX_REQUESTS}: ${method}${origin === null ? '' : ` from ${origin}`}`,
    show(report) {
      return { status: describe(report), nodes: nodesOf(report) }
    },
  })
}

function describe({ findings, exchanges, complete }) {
  const sent = `${exchanges.length} requests were sent`
  const end = complete ? '' : ' The limit of requests ended the audit early.'
  if (findings.length === 0) return `No findings; ${sent}.${end}`
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  return `${count}, worst first; ${sent}.${end}`
}

function nodesOf({ findings, refused, exchanges }) {
  return [
    ...findings.map(showFinding),
    ...(refused.length === 0
      ? []
      : [element('p', {}, `Not let in, although trusted: ${refused.join(', ')}.`)]),
    showSent('What was sent', exchanges),
  ]
}

function showFinding({ code, severity, message, fix, exchanges }) {
  return element(
    'article',
    { class: 'card' },
    element('h2', {}, badge(severity), ' ', element('code', {}, code)),
    element('p', {}, ...prose(message)),
    element('p', {}, element('strong', {}, 'Fix: '), ...prose(fix)),
    showSent('What shows it', exchanges),
  )
}

function showSent(title, exchanges) {
  return element(
    'details',
    {},
    element('summary', {}, `${title} (${exchanges.length})`),
    element('ol', { class: 'timeline' }, ...exchanges.map(showExchange)),
  )
}
