import { askBrowser } from './ask-browser.js'
import { copyable } from './copy.js'
import { block, byId, element, pairs } from './dom.js'
import { outcomeBadge, showExchange, showReason, step } from './exchanges.js'
import { selectTab } from './tabs.js'
import { createTask, fill } from './task.js'

/** @returns `fillIn`, which opens this tab with some fields filled in */
export function startCheck(prepared) {
  const form = byId('check-form')
  const task = createTask(byId('check'), { command: 'check', show, titled: true })
  showPrepared(prepared, (check) => {
    const empty = { method: 'GET', headers: '', body: '', cookies: '', credentials: false }
    fill(form, { ...empty, origin: location.origin, ...check })
    task.run()
  })
  return {
    fillIn(values) {
      fill(form, values)
      selectTab('check')
      form.querySelector('.main').focus()
    },
  }
}

function showPrepared(prepared, choose) {
  if (prepared.length === 0) return
  byId('prepared').hidden = false
  const list = byId('prepared').querySelector('ul')
  for (const { name, expected, ...check } of prepared) {
    const button = element('button', { type: 'button' }, name, ' ', outcomeBadge(expected))
    button.addEventListener('click', () => choose(check))
    list.append(element('li', {}, button))
  }
}

function show(verdict, input) {
  const { outcome, code } = verdict
  return {
    status: code === undefined ? `Verdict: ${outcome}` : `Verdict: ${outcome}, ${code}`,
    nodes: [
      element('h2', { class: 'verdict' }, outcomeBadge(outcome), ` ${TITLES[outcome]}`),
      showReason(verdict),
      ...showFixes(verdict.fixes),
      showTimeline(verdict, input),
      ...(verdict.console === null
        ? []
        : [block('What Chrome’s console says', copyable('the sentence', verdict.console))]),
      askBrowser(input, verdict),
      block('The same on the command line', copyable('the command', verdict.command)),
      block('The same as a test', copyable('the test', verdict.test)),
    ],
  }
}

/** Lines of code first, then sentences. */
function showFixes(fixes) {
  if (fixes.length === 0) return []
  const shown = fixes.map((line) =>
    line.startsWith('app.use(') ? copyable('the fix', line) : element('p', {}, line),
  )
  return [block('The fix with strict-cors', ...shown)]
}

const TITLES = {
  shared: 'The page can read the response',
  opaque: 'The page gets a response, but can read nothing of it',
  blocked: 'The page cannot read the response',
}

function showTimeline({ outcome, exchanges, sent, response }, { origin }) {
  const steps = exchanges.map(showExchange)
  if (outcome === 'blocked') steps.at(-1)?.classList.add('failed')
  return element(
    'ol',
    { class: 'timeline' },
    step('Page', null, element('p', { class: 'line' }, origin)),
    ...steps,
    sent ? null : step('Request', 'It was never sent.'),
    showReadable(response),
  )
}

function showReadable(response) {
  if (response === undefined) {
    return step('What script can read', 'Nothing: fetch() rejects with a TypeError.')
  }
  const { status, headers, body } = response
  return step(
    'What script can read',
    null,
    element('p', { class: 'line' }, `Status ${status}`),
    pairs(Object.entries(headers)),
    body === '' ? null : element('pre', {}, cut(body)),
  )
}

const SHOWN = 4000

function cut(body) {
  return body.length > SHOWN ? `${body.slice(0, SHOWN)}… (${body.length} characters)` : body
}
