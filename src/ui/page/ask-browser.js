import { block, element } from './dom.js'

const TIMEOUT = 30_000

/** "Ask this browser too": the same request by `fetch()`, if this page has the origin asked for. */
export function askBrowser(input, verdict) {
  const button = element('button', { type: 'button' }, 'Ask this browser too')
  const said = element('p', { role: 'status', class: 'said' })
  button.disabled = input.origin.trim() !== location.origin
  const why = button.disabled
    ? `It can be asked as a page of its own origin only: ${location.origin}.`
    : 'This page has that origin, so your browser can send the same request.'
  button.addEventListener('click', async () => {
    said.textContent = 'Asking…'
    said.replaceChildren(...compare(await send(input), verdict))
  })
  return block('Model and browser', element('p', { class: 'hint' }, why), button, said)
}

async function send({ url, method, headers, body, credentials }) {
  try {
    const response = await fetch(url.trim(), {
      method: method.trim() || (body === '' ? 'GET' : 'POST'),
      headers: headers
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(pairOf),
      body: body === '' ? null : body,
      credentials: credentials ? 'include' : 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    return { outcome: 'shared', sentence: `fetch() gave a response with status ${response.status}` }
  } catch (error) {
    return { outcome: 'blocked', sentence: `fetch() failed: ${error}` }
  }
}

function pairOf(line) {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}

function compare({ outcome, sentence }, verdict) {
  const agree = outcome === verdict.outcome
  return [
    `${sentence}. `,
    element('strong', {}, agree ? 'Model and browser agree.' : 'Model and browser differ.'),
    agree ? '' : ' Cookies, extensions or a proxy of this browser may be the cause.',
  ]
}
