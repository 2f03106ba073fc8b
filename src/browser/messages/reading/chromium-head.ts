import { type Match, rawBetween } from './find-wording.js'
import type { Folded } from './fold.js'
import { type Facts, readFact } from './read-fact.js'
import { LONGEST_VALUE } from './read-value.js'

const BLOCKED = 'blocked by cors policy'
const BLOCKED_BY_THE = 'blocked by the cors policy'
const OLD_BLOCKED = 'by cross-origin resource sharing policy:'

/**
 * The start of Chromium's messages, read from its end because its start is often cut off:
 * `Access to fetch at 'U' (redirected from 'V') from origin 'O' has been blocked by CORS policy:`,
 * `Redirect from 'U' to 'T' has been blocked by CORS policy:`, and in Chrome 35 to 52
 * `Font from origin 'R' has been blocked from loading by Cross-Origin Resource Sharing policy:`.
 */
export function findChromiumHeads(text: string, folded: Folded, limit: number): Match[] {
  return [
    ...findHeads(BLOCKED, readHead, text, folded, limit),
    ...findHeads(BLOCKED_BY_THE, readHead, text, folded, limit),
    ...findHeads(OLD_BLOCKED, readOldHead, text, folded, limit),
  ]
}

type Reader = (window: Window) => number

/** What is in front of the phrase, back to the one before it. */
interface Window {
  readonly folded: string
  readonly facts: Facts
  readonly raw: (start: number, end: number) => string
}

function findHeads(
  phrase: string,
  read: Reader,
  text: string,
  folded: Folded,
  limit: number,
): Match[] {
  const matches: Match[] = []
  let from = 0
  let found = folded.folded.indexOf(phrase)
  while (found !== -1 && matches.length < limit) {
    const start = Math.max(from, found - LONGEST_VALUE)
    const facts: Facts = {}
    const offset = read({
      folded: folded.folded.slice(start, found),
      facts,
      raw: (rawStart, rawEnd) => rawBetween(text, folded, start + rawStart, start + rawEnd),
    })
    from = found + phrase.length
    if (offset !== -1) {
      matches.push({
        about: 'head',
        source: 'chromium',
        start: start + Math.min(offset, found - start),
        end: from,
        facts,
      })
    }
    found = folded.folded.indexOf(phrase, from)
  }
  return matches
}

function readHead({ folded, facts, raw }: Window): number {
  const end = folded.replace(/(?: has been| been| was| is)? ?$/, '').length
  const origin = folded.lastIndexOf('from origin ', end)
  const redirect = folded.lastIndexOf('redirect from ', end)
  if (redirect !== -1 && redirect > folded.lastIndexOf('access to ', end)) {
    const to = folded.indexOf(' to ', redirect)
    if (to !== -1 && to < end) readFact(facts, 'redirectedTo', raw(to + 4, end))
    readFact(facts, 'url', raw(redirect + 14, to === -1 ? end : to))
    return redirect
  }
  if (origin !== -1) readFact(facts, 'origin', raw(origin + 12, end))
  const access = folded.lastIndexOf('access to ', end)
  const target = folded.lastIndexOf(' at ', end)
  const requested = origin === -1 ? end : origin
  if (target === -1 && !folded.startsWith('at ')) {
    // Only the end is there: `'http://localhost:3000' has been blocked by CORS policy`.
    const token = folded.lastIndexOf(' ', end - 1) + 1
    if (origin === -1) readFact(facts, 'origin', raw(token, end))
    return origin === -1 ? token : origin
  }
  const urlStart = target === -1 ? 3 : target + 4
  const first = folded.indexOf('(redirected from ', urlStart)
  if (first !== -1 && first < requested) {
    readFact(facts, 'redirectedTo', raw(urlStart, first))
    readFact(facts, 'url', raw(first + 17, folded.lastIndexOf(')', requested)))
  } else {
    readFact(facts, 'url', raw(urlStart, requested))
  }
  return access === -1 ? Math.max(0, target) : access
}

function readOldHead({ folded, facts, raw }: Window): number {
  const blocked = folded.lastIndexOf(' has been blocked from')
  const origin = folded.lastIndexOf(' origin ', blocked)
  if (blocked === -1 || origin === -1) return -1
  const redirected = folded.slice(0, origin).endsWith('redirect at')
  readFact(facts, redirected ? 'redirectedTo' : 'url', raw(origin + 8, blocked))
  return origin
}
