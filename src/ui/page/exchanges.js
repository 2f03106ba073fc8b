import { badge, element, pairs } from './dom.js'

/** One request over the wire and its response, as a step of the timeline. */
export function showExchange({ kind, request, response }) {
  const preflight = kind === 'preflight'
  return step(
    preflight ? 'Preflight' : 'Request',
    preflight ? `The browser asks for permission first${reasonOf(request)}.` : null,
    element('p', { class: 'line' }, `${request.method} ${request.url}`),
    pairs(request.headers),
    element(
      'p',
      { class: 'line' },
      response === null ? 'No response' : `Response with status ${response.status}`,
    ),
    response === null ? null : pairs(response.headers),
  )
}

/** What makes the preflight necessary. */
function reasonOf({ headers }) {
  const reasons = headers.flatMap(([name, value]) => {
    if (name === 'Access-Control-Request-Headers')
      return [`the header ${value.replaceAll(',', ', ')}`]
    if (name !== 'Access-Control-Request-Method' || SAFELISTED.includes(value)) return []
    return [`the method ${value}`]
  })
  return reasons.length === 0 ? '' : `, because of ${reasons.join(' and ')}`
}

/** https://fetch.spec.whatwg.org/#cors-safelisted-method */
const SAFELISTED = ['GET', 'HEAD', 'POST']

/** A step of the timeline. */
export function step(title, sentence, ...children) {
  return element(
    'li',
    {},
    element('h3', {}, title),
    sentence === null ? null : element('p', { class: 'hint' }, sentence),
    ...children,
  )
}

/** The outcome of a verdict as a badge. */
export function outcomeBadge(outcome) {
  return badge({ shared: 'good', opaque: 'calm', blocked: 'bad' }[outcome], outcome)
}

/** Why, and what to do. */
export function showReason({ code, message, fix }) {
  const [problem] = fix === undefined ? [message] : message.split(` Fix: ${fix}`)
  return element(
    'div',
    { class: 'reason' },
    element('p', {}, problem),
    fix === undefined ? null : element('p', {}, element('strong', {}, 'Fix: '), `${fix}.`),
    code === undefined ? null : element('p', { class: 'code' }, code),
  )
}
