import type { Message } from './messages-in.js'
import type { Facts } from './reading/read-fact.js'
import type { Topic } from './topics.js'

/** A reason and the request that it is about are next to each other. */
const NEXT_LINE = 200

/**
 * Gets more out of the messages than each one says alone: WebKit prints the reason and then the URL, a
 * value tells more than the sentence around it, and the same failure is printed several times.
 */
export function refine(messages: readonly Message[]): Message[] {
  const known = messages.filter((message) => !isVague(message))
  return withoutRepeats(
    withUrls(known.length === 0 ? messages : known).map((message) => ({
      ...message,
      topic: topicOf(message),
      facts: factsOf(message),
    })),
  )
}

/** The words "CORS error", which say nothing if there is a message. */
function isVague({ topic, source, facts }: Message): boolean {
  return topic === 'unspecific' && source === 'unknown' && facts.url === undefined
}

/** WebKit: `REASON`, and on the next line `Fetch API cannot load U due to access control checks.` */
function withUrls(messages: readonly Message[]): Message[] {
  return messages.map((message, index) => {
    if (message.source !== 'webkit' || message.topic === 'unspecific' || message.facts.url) {
      return message
    }
    const next = messages.slice(index + 1, index + 3).find(({ facts }) => facts.url !== undefined)
    return next?.topic === 'unspecific' &&
      next.source === 'webkit' &&
      next.start - message.end <= NEXT_LINE &&
      next.facts.url !== undefined
      ? { ...message, facts: { ...message.facts, url: next.facts.url } }
      : message
  })
}

/** What the facts say about the reason. */
function topicOf({ topic, source, facts }: Message): Topic {
  const { headerValue, redirectedTo, status = 0 } = facts
  switch (topic) {
    case 'scheme-not-http':
      return redirectedTo === undefined ? topic : 'redirect-scheme-not-http'
    case 'redirect-scheme-not-http':
      // WebKit says the same of a Location that is no URL.
      return redirectedTo !== undefined && /^https?:/i.test(redirectedTo)
        ? 'redirect-location-invalid'
        : topic
    case 'preflight-status-not-ok':
      return REDIRECT_STATUSES.has(status) ? 'preflight-redirected' : topic
    case 'allow-origin-invalid':
    case 'allow-origin-mismatch':
      // Browsers refuse `*` only if credentials are included.
      if (headerValue === '*') return 'allow-origin-wildcard-with-credentials'
      return source === 'firefox' && headerValue !== undefined && /[,\s]/.test(headerValue.trim())
        ? 'allow-origin-multiple'
        : topic
    default:
      return topic
  }
}

/** WebKit calls the value by its name. */
function factsOf({ topic, source, facts }: Message): Facts {
  return topic === 'allow-origin-wildcard-with-credentials' && source === 'webkit'
    ? { ...facts, headerValue: '*' }
    : facts
}

const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308])

/** One message for what several say about the same request. */
function withoutRepeats(messages: readonly Message[]): Message[] {
  const kept: Message[] = []
  for (const message of messages) {
    const index = kept.findIndex(
      (other) => other.topic === message.topic && sameCase(other, message),
    )
    const other = kept[index]
    if (other === undefined) kept.push(message)
    else kept[index] = { ...other, facts: { ...other.facts, ...message.facts } }
  }
  return kept
}

/** Whether no fact differs, and one says all that the other does or both name the URL. */
function sameCase({ facts }: Message, { facts: others }: Message): boolean {
  const known = new Map<string, unknown>(Object.entries(facts))
  const names = Object.keys(others)
  const shared = names.filter((name) => known.has(name))
  const equal = Object.entries(others).every(
    ([name, value]) => !known.has(name) || known.get(name) === value,
  )
  return (
    equal &&
    (shared.length === names.length || shared.length === known.size || shared.includes('url'))
  )
}
