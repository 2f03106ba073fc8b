import type { MessageSource } from './explanation.js'
import { findChromiumHeads } from './reading/chromium-head.js'
import { findCutOff, findWording, type Match } from './reading/find-wording.js'
import { findFirefoxRequests } from './reading/firefox-requests.js'
import { fold } from './reading/fold.js'
import { findNetErrors } from './reading/net-errors.js'
import type { Facts } from './reading/read-fact.js'
import type { Topic } from './topics.js'
import { WORDINGS } from './wordings/wordings.js'

/** One message: its start, its reason and its end, as far as they are there. */
export interface Message {
  readonly topic: Topic
  readonly source: MessageSource
  readonly facts: Facts
  readonly start: number
  readonly end: number
}

/** How often each wording is looked for; a log that repeats itself says nothing new. */
const MOST_MATCHES = 500

/** How far a reason may be from the start of its message, and an end from its reason. */
const NEAR = 160

interface Draft {
  topic: Topic | undefined
  /** Whether it is a message even if its reason is cut off. */
  readonly complete: boolean
  source: MessageSource
  facts: Facts
  readonly start: number
  end: number
}

/** The messages in the text, in its order. */
export function messagesIn(text: string): Message[] {
  const folded = fold(text)
  const whole = [
    ...WORDINGS.flatMap((wording) => findWording(wording, text, folded, MOST_MATCHES)),
    ...findChromiumHeads(text, folded, MOST_MATCHES),
    ...findNetErrors(text, folded, MOST_MATCHES),
    ...findFirefoxRequests(text, folded, MOST_MATCHES),
  ]
  const matches = whole.some(isReason)
    ? whole
    : [...whole, ...WORDINGS.flatMap((wording) => findCutOff(wording, text, folded))]
  return assemble(withoutOverlaps(matches))
}

/** Several wordings may cover one sentence: the longest one knows most about it. */
function withoutOverlaps(matches: readonly Match[]): Match[] {
  const kept: Match[] = []
  let last: Match | undefined
  for (const match of [...matches].sort(byPlace)) {
    if (!isReason(match)) {
      kept.push(match)
    } else if (last === undefined || match.start >= last.end) {
      kept.push(match)
      last = match
    } else if (match.end - match.start > last.end - last.start) {
      const facts = match.about === last.about ? { ...last.facts, ...match.facts } : match.facts
      const longer = { ...match, facts }
      kept[kept.lastIndexOf(last)] = longer
      last = longer
    } else if (match.about === last.about) {
      Object.assign(last.facts, { ...match.facts, ...last.facts })
    }
  }
  return kept.sort(byPlace)
}

function byPlace(left: Match, right: Match): number {
  return left.start - right.start || right.end - left.end
}

function isReason({ about }: Match): boolean {
  return about !== 'head' && about !== 'lead' && about !== 'tail'
}

function assemble(matches: readonly Match[]): Message[] {
  const messages: Message[] = []
  let draft: Draft | undefined
  const finish = () => {
    const topic = draft?.topic ?? (draft?.complete ? 'unspecific' : undefined)
    if (draft !== undefined && topic !== undefined) messages.push({ ...draft, topic })
    draft = undefined
  }
  for (const { about, source, facts, start, end } of matches) {
    const near: boolean = draft !== undefined && start - draft.end <= NEAR
    if (draft !== undefined && about === 'tail') {
      if (near) add(draft, { ...facts, ...draft.facts }, source, end)
    } else if (about === 'head' || about === 'lead') {
      if (draft !== undefined && draft.topic === undefined && near) {
        draft = { ...draft, complete: draft.complete || about === 'head' }
        add(draft, { ...facts, ...draft.facts }, source, end)
      } else {
        finish()
        draft = { topic: undefined, complete: about === 'head', source, facts, start, end }
      }
    } else if (about !== 'tail') {
      if (draft === undefined || draft.topic !== undefined || !near) {
        finish()
        draft = { topic: about, complete: true, source, facts, start, end }
      } else {
        draft.topic = about
        add(draft, { ...draft.facts, ...facts }, source, end)
      }
    }
  }
  finish()
  return messages
}

function add(draft: Draft, facts: Facts, source: MessageSource, end: number): void {
  draft.facts = facts
  draft.end = Math.max(draft.end, end)
  if (draft.source === 'unknown') draft.source = source
}
