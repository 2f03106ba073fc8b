import type { MessageSource } from '../explanation.js'
import type { Topic } from '../topics.js'
import { type Folded, isQuote, skipSpace } from './fold.js'
import { endOfSentence, type FactName, type Facts, readFact } from './read-fact.js'
import { LONGEST_VALUE, readLine, readValue, unquote } from './read-value.js'
import type { Role, Wording } from './wording.js'

/** A place in the folded text where a wording was found, with what it says there. */
export interface Match {
  readonly about: Topic | Role
  readonly source: MessageSource
  readonly start: number
  readonly end: number
  readonly facts: Facts
}

/** Every place of the wording in the text, at most `limit`. */
export function findWording(
  wording: Wording,
  text: string,
  folded: Folded,
  limit: number,
): Match[] {
  const { key, opens, closes } = wording
  const matches: Match[] = []
  let previous = 0
  let found = folded.folded.indexOf(key)
  while (found !== -1 && matches.length < limit) {
    const end = found + key.length
    const next = folded.folded.indexOf(key, end)
    if (
      startsWord(text, folded, found) &&
      (!opens || startsLine(text, folded, found)) &&
      (!closes || endsSentence(text, folded, end))
    ) {
      const room = { from: previous, to: next === -1 ? folded.folded.length : next }
      matches.push(readAround(wording, text, folded, { start: found, end }, room))
    }
    previous = end
    found = next
  }
  return matches
}

/**
 * The wording with its key cut off by the start or the end of the text. What is left has to be most of
 * the key and three words, since the name of a header alone is not a message.
 */
export function findCutOff(wording: Wording, text: string, folded: Folded): Match[] {
  const { key, opens, closes } = wording
  const least = Math.max(SHORTEST_REST, Math.ceil(key.length * 0.7))
  if (opens || closes) return []
  const first = folded.folded.length - folded.folded.trimStart().length
  const last = folded.folded.trimEnd().length
  const room = { from: 0, to: folded.folded.length }
  for (let length = key.length - 1; length >= least; length -= 1) {
    const start = key.slice(0, length).trimEnd()
    const end = key.slice(-length).trimStart()
    if (isLongEnough(start) && folded.folded.endsWith(start, last)) {
      const found = { start: last - start.length, end: last }
      return [readAround(wording, text, folded, found, room)]
    }
    if (isLongEnough(end) && folded.folded.startsWith(end, first)) {
      return [readAround(wording, text, folded, { start: first, end: first + end.length }, room)]
    }
  }
  return []
}

function isLongEnough(rest: string): boolean {
  return rest.split(' ').length > 2
}

const SHORTEST_REST = 14

interface Span {
  readonly start: number
  readonly end: number
}

/** Copied lines are glued together (`this errorAccess to`), so a capital starts a word too. */
function startsWord(text: string, { at }: Folded, found: number): boolean {
  const index = Number(at[found])
  const first = text.charAt(index)
  return !/[a-z]/i.test(first) || !/[a-z]/i.test(text.charAt(index - 1)) || /[A-Z]/.test(first)
}

function startsLine(text: string, { at }: Folded, found: number): boolean {
  const index = Number(at[found])
  return /(?:^|\n)[^\S\n]*[^\p{L}\s]?$/u.test(text.slice(Math.max(0, index - 40), index))
}

/** `Failed to fetch` ends there; `Failed to fetch the list` is an app's own message. */
function endsSentence(text: string, folded: Folded, end: number): boolean {
  const from = rawStart(folded, end)
  return /^[^\p{L}\d\s]|^\s*$|^[^\S\n]*\n|^\s+(?:at\b|\(|\S{1,80}:\d)|^[A-Z]/u.test(
    text.slice(from, from + 99),
  )
}

/** Reads the slots on both sides of the key, between its neighbours in the text. */
function readAround(
  wording: Wording,
  text: string,
  folded: Folded,
  found: Span,
  room: { readonly from: number; readonly to: number },
): Match {
  const { key, part } = wording
  const facts: Facts = {}
  const offset = part.indexOf(key)
  // What is around the key in its part belongs to the sentence, unless it is cut off.
  const whole = folded.folded.startsWith(part, found.start - offset)
  let start = whole ? found.start - offset : found.start
  let end = whole ? start + part.length : found.end
  for (const { slot, literal } of wording.before) {
    const from = Math.max(room.from, start - reach(slot))
    // An empty value leaves one space in the place of two.
    const shared = literal.length > 1 && folded.folded[start] === ' ' ? 1 : 0
    const window = folded.folded.slice(from, start + shared)
    // Anything can be in front of the first slot, so its value is one word.
    const before =
      literal === '' ? window.trimEnd().lastIndexOf(' ') + 1 : window.lastIndexOf(literal)
    if (before === -1) break
    const raw = rawBetween(text, folded, from + before + literal.length, start)
    if (!readSlot(facts, slot, raw)) break
    start = from + before
  }
  for (const { slot, literal } of wording.after) {
    if (literal === '') {
      end = readLast(facts, slot, text, folded, end)
      break
    }
    const from = literal.length > 1 && folded.folded[end - 1] === ' ' ? end - 1 : end
    const window = folded.folded.slice(from, Math.min(room.to, end + reach(slot)))
    const after = window.indexOf(literal)
    if (after === -1 || !readSlot(facts, slot, rawBetween(text, folded, end, from + after))) break
    end = from + after + literal.length
  }
  return { about: wording.about, source: wording.source, start, end, facts }
}

const LONGEST_NAME = 256

function reach(slot: string): number {
  return slot === 'method' || slot === 'header' || slot === 'any' ? LONGEST_NAME : LONGEST_VALUE
}

/** White space behind an opening quote. */
const SPACED_QUOTE = /^\s*['"`‘“„«]\s/

/** The text between two places of the folded text, with the quotes that folding dropped. */
export function rawBetween(text: string, folded: Folded, start: number, end: number): string {
  const raw = text.slice(rawStart(folded, start), folded.at[end])
  // French, and some editors: « value », with white space in front of the closing quote.
  const rest = text.slice(folded.at[end], folded.at[end + 1]).trim()
  return SPACED_QUOTE.test(raw) && isQuote(rest) ? raw + rest : raw
}

/** Where the text goes on behind the character in front of `start`; white space is kept. */
function rawStart({ folded, at }: Folded, start: number): number {
  if (start === 0) return 0
  const before = Number(at[start - 1])
  return folded[start - 1] === ' ' ? before : before + 1
}

/** Whether the slot holds what it should; a slot that is not a fact holds anything. */
function readSlot(facts: Facts, slot: string, raw: string): boolean {
  return !isFactName(slot) || readFact(facts, slot, slot === 'headerValue' ? unquote(raw) : raw)
}

/** Reads a value with nothing known behind it; returns its end in the folded text. */
function readLast(facts: Facts, slot: string, text: string, folded: Folded, start: number): number {
  const from = skipSpace(text, rawStart(folded, start))
  const { value, end } = slot === 'line' ? readLine(text, from) : readValue(text, from)
  const name = slot === 'line' ? 'headerValue' : slot
  if (isFactName(name)) {
    const quoted = text.charAt(end - 1) !== value.charAt(value.length - 1)
    readFact(facts, name, quoted || slot === 'line' ? value : endOfSentence(value))
  }
  return foldedIndex(folded, end)
}

/** The first character of the folded text that is not in front of `index` of the text. */
export function foldedIndex({ at }: Folded, index: number): number {
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (Number(at[middle]) < index) low = middle + 1
    else high = middle
  }
  return low
}

const FACT_NAMES = new Set<string>([
  'url',
  'origin',
  'method',
  'header',
  'headerValue',
  'status',
  'redirectedTo',
] satisfies FactName[])

function isFactName(slot: string): slot is FactName {
  return FACT_NAMES.has(slot)
}
