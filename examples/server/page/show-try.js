import { element } from './element.js'

/** What a request and its responses look like: the story of one try. */
export function showTry({ why, code }, { seen, decisions, verdict }) {
  return [
    element('p', 'why', why),
    element('pre', 'call', code),
    element(
      'div',
      'sides',
      element(
        'section',
        'side',
        element('h3', '', 'What the page got'),
        ...showSeen(seen, verdict),
      ),
      element(
        'section',
        'side',
        element('h3', '', 'What the server’s policy says'),
        ...(decisions.length > 0 ? decisions.map(showDecision) : ['The API got no request.']),
      ),
    ),
  ]
}

function showSeen(seen, verdict) {
  if (seen.error === undefined) {
    return [
      element('p', 'result', `Status ${seen.status}`),
      showHeaders(seen.headers),
      element('pre', '', seen.body),
    ]
  }
  return [
    element('p', 'result', seen.error),
    element('p', '', 'That is all a page is told. strict-cors/testing says:'),
    ...showReason(verdict),
  ]
}

function showDecision({ request, asked, decision }) {
  const { kind, allowed, denial, headers, vary } = decision
  const answer = { ...headers, ...(vary.length > 0 && { Vary: vary.join(', ') }) }
  return element(
    'div',
    'decision',
    element(
      'p',
      'result',
      element('span', allowed ? 'good' : 'bad', allowed ? 'Allowed' : 'Denied'),
      element('code', 'request', request),
    ),
    element('p', 'kind', NAMES[kind]),
    ...(denial ? showReason(denial) : []),
    element('h4', '', 'Asked'),
    showHeaders(Object.entries(asked)),
    element('h4', '', 'Answered'),
    showHeaders(Object.entries(answer)),
  )
}

function showReason({ message, code = '' }) {
  return [element('p', 'reason', message), element('p', 'code', code)]
}

const NAMES = {
  preflight: 'CORS-preflight request',
  cors: 'CORS request',
  'same-origin': 'Same-origin request',
}

function showHeaders(headers) {
  const list = element('dl', 'headers')
  for (const [name, value] of headers) {
    list.append(element('div', '', element('dt', '', name), element('dd', '', value)))
  }
  return list
}
