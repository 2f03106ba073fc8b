import { byId, element, pairs } from './dom.js'
import { outcomeBadge, showReason } from './exchanges.js'

const START = [
  { origin: 'https://app.example.com', method: 'GET', headers: '', credentials: true },
  {
    origin: 'https://app.example.com',
    method: 'PUT',
    headers: 'Content-Type: application/json',
    credentials: true,
  },
  { origin: 'https://app.example.com', method: 'DELETE', headers: '', credentials: false },
  { origin: 'https://evil.example', method: 'GET', headers: '', credentials: false },
  { origin: 'null', method: 'GET', headers: '', credentials: false },
]

/**
 * The table of requests, in rows that can be changed.
 * @param {HTMLElement} list
 * @param {() => void} onChange
 */
export function createRequests(list, onChange) {
  let rows = []
  let made = 0

  function add(request = START[0], focus = true) {
    const row = createRow(request, ++made, onChange, () => remove(row))
    rows.push(row)
    list.append(row.item)
    if (focus) row.item.querySelector('input').focus()
    onChange()
  }

  function remove(row) {
    const index = rows.indexOf(row)
    rows = rows.filter((other) => other !== row)
    row.item.remove()
    const neighbour = rows[index] ?? rows.at(-1)
    if (neighbour === undefined) byId('policy-add').focus()
    else neighbour.item.querySelector('.remove').focus()
    onChange()
  }

  for (const request of START) add(request, false)
  return {
    add: () => add(),
    values: () => rows.map(({ values }) => values()),
    /** @param {object[] | null} decisions one per row; `null` if the policy does not start */
    show(decisions) {
      for (const [index, row] of rows.entries()) row.show(decisions?.[index] ?? null)
    },
  }
}

function createRow(request, number, onChange, onRemove) {
  const origin = input(`Origin of request ${number}`, request.origin)
  const method = input(`Method of request ${number}`, request.method)
  method.setAttribute('list', 'methods')
  const headers = element('textarea', {
    value: request.headers,
    rows: 1,
    spellcheck: false,
    placeholder: 'Name: value',
    'aria-label': `Headers of request ${number}`,
  })
  const credentials = element('input', { type: 'checkbox', checked: request.credentials })
  const remove = element('button', { type: 'button', class: 'small remove' }, 'Remove')
  remove.setAttribute('aria-label', `Remove request ${number}`)
  remove.addEventListener('click', onRemove)
  const summary = element('summary', {}, '…')
  const story = element('div', { class: 'story' })
  const item = element(
    'li',
    { class: 'card request' },
    element(
      'div',
      { class: 'inputs' },
      origin,
      method,
      headers,
      element('label', { class: 'inline' }, credentials, ' cookies'),
      remove,
    ),
    element('details', {}, summary, story),
  )
  item.addEventListener('input', onChange)
  return {
    item,
    values: () => ({
      origin: origin.value,
      method: method.value,
      headers: headers.value,
      credentials: credentials.checked,
    }),
    show(decision) {
      summary.replaceChildren(...summarize(decision))
      story.replaceChildren(...tell(decision))
    },
  }
}

function input(label, value) {
  return element('input', { type: 'text', value, spellcheck: false, 'aria-label': label })
}

function summarize(decision) {
  if (decision === null) return ['No decision: the server does not start.']
  if (decision.error !== undefined) return [decision.error]
  const { outcome, code } = decision
  return [outcomeBadge(outcome), ...(code === undefined ? [] : [' ', element('code', {}, code)])]
}

function tell(decision) {
  if (decision === null || decision.error !== undefined) return []
  return [...decision.steps.map(showStep), showReason({ ...decision, code: undefined })]
}

function showStep({ method, decision: { kind, allowed, rejected, denial, headers, vary } }) {
  const sent = [...Object.entries(headers), ...(vary.length > 0 ? [['Vary', vary.join(', ')]] : [])]
  return element(
    'div',
    { class: 'step' },
    element(
      'p',
      { class: 'line' },
      `${method}, ${kind}: ${rejected ? 'rejected with 403' : allowed ? 'allowed' : 'denied'}`,
    ),
    denial === undefined ? null : showReason(denial),
    sent.length === 0 ? element('p', { class: 'hint' }, 'No header.') : pairs(sent),
  )
}
