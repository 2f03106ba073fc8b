import { copyable } from './copy.js'
import { badge, byId, element } from './dom.js'
import { createRequests } from './requests.js'
import { ask } from './server.js'

const START = `{
  origin: ['https://app.example.com'],
  methods: ['GET', 'PUT'],
  credentials: true,
}`

/** How long a person has stopped typing, in milliseconds. */
const PAUSE = 200

export function startPolicy() {
  const panel = byId('policy')
  const text = byId('policy-text')
  const status = panel.querySelector('.status')
  const result = panel.querySelector('.result')
  const fixAll = byId('policy-fix-all')
  let timer
  let turn = 0
  const requests = createRequests(byId('requests'), judgeSoon)

  function judgeSoon() {
    clearTimeout(timer)
    timer = setTimeout(judge, PAUSE)
  }

  async function judge() {
    const own = ++turn
    const judged = await ask('policy', { text: text.value, requests: requests.values() }).catch(
      (error) => ({ failed: error.message }),
    )
    if (own === turn) show(judged)
  }

  function show({ failed, unreadable, starts, issues = [], decisions = null, code }) {
    fixAll.disabled = !issues.some(({ fixable }) => fixable)
    requests.show(decisions)
    result.replaceChildren(
      ...issues.map(showIssue),
      ...(starts ? [element('h2', {}, 'As code'), copyable('the code', code)] : []),
    )
    say(
      failed ??
        (unreadable === undefined
          ? describe(starts, issues)
          : `Line ${unreadable.line}, column ${unreadable.column}: ${unreadable.message}.`),
      failed !== undefined || unreadable !== undefined || !starts,
    )
  }

  function say(sentence, isError) {
    if (status.textContent !== sentence) status.textContent = sentence
    status.classList.toggle('error', isError)
  }

  function showIssue(issue, index) {
    const { code: name, path, value, message, fix, severity, fixable } = issue
    const button = element('button', { type: 'button' }, 'Apply this fix')
    button.addEventListener('click', () => applyFix({ index }))
    return element(
      'article',
      { class: `card issue ${severity}` },
      element(
        'p',
        { class: 'place' },
        badge(severity),
        ' ',
        element('code', {}, `${path} ${value}`),
      ),
      element('p', {}, message),
      element('p', { class: 'fix' }, element('strong', {}, 'Fix: '), element('span', {}, fix)),
      element('p', { class: 'code' }, name),
      fixable ? element('p', { class: 'actions' }, button) : null,
    )
  }

  async function applyFix(what) {
    const fixed = await ask('fix', { text: text.value, ...what })
    text.value = fixed.text
    await judge()
    // The button that was pressed is gone.
    const next = result.querySelector('.issue button')
    if (next === null) text.focus()
    else next.focus()
  }

  text.addEventListener('input', judgeSoon)
  fixAll.addEventListener('click', () => applyFix({}))
  byId('policy-add').addEventListener('click', () => requests.add())
  byId('policy-form').addEventListener('submit', (event) => event.preventDefault())
  if (text.value === '') text.value = START
  judge()
  return { judge }
}

function describe(starts, issues) {
  const count = issues.length === 1 ? '1 problem' : `${issues.length} problems`
  if (!starts) return `The server does not start: ${count}.`
  return issues.length === 0 ? 'The server starts.' : `The server starts, with advice: ${count}.`
}
