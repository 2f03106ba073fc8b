import { byId, element, pairs, prose } from './dom.js'
import { createTask } from './task.js'

/** @param {(values: object) => void} fillIn opens Check with some fields filled in */
export function startExplain(fillIn) {
  createTask(byId('explain'), {
    command: 'explain',
    show({ explanations }) {
      const count = explanations.length
      if (count === 0) {
        return { status: 'No message of a browser is known in this text.', nodes: [] }
      }
      return {
        status: count === 1 ? '1 message explained' : `${count} messages explained`,
        nodes: explanations.map((explanation) => showExplanation(explanation, fillIn)),
      }
    },
  })
}

function showExplanation({ code, browser, facts, meaning, fix }, fillIn) {
  const known = Object.entries(facts)
  return element(
    'article',
    { class: 'card' },
    element('h2', {}, element('code', {}, code)),
    element('p', { class: 'hint' }, BROWSERS[browser]),
    element('p', {}, ...prose(meaning)),
    element('p', {}, element('strong', {}, 'Fix: '), ...prose(fix)),
    known.length === 0 ? null : pairs(known.map(([name, value]) => [LABELS[name], value])),
    facts.url === undefined && facts.origin === undefined ? null : checkButton(facts, fillIn),
  )
}

const BROWSERS = {
  chromium: 'From Chrome, Edge or another Chromium',
  firefox: 'From Firefox',
  webkit: 'From Safari or another WebKit',
  'edge-legacy': 'From Internet Explorer or Edge until version 18',
  library: 'From a library in the page',
  server: 'From a server',
  unknown: 'From a browser',
}

const LABELS = {
  url: 'URL',
  origin: 'Origin',
  method: 'Method',
  header: 'Request header',
  headerValue: 'Header value',
  status: 'Status',
  redirectedTo: 'Redirected to',
}

function checkButton({ url, origin, method, header }, fillIn) {
  const button = element('button', { type: 'button' }, 'Check this request')
  button.addEventListener('click', () => {
    fillIn({
      url,
      origin,
      method: method ?? 'GET',
      headers: header === undefined ? '' : `${header}: 1`,
    })
  })
  return element('p', { class: 'actions' }, button)
}
