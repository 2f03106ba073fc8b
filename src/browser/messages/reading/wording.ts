import type { MessageSource } from '../explanation.js'
import type { Topic } from '../topics.js'
import { type Folded, fold } from './fold.js'
import { endOfSentence, type FactName, type Facts, readFact } from './read-fact.js'
import { LONGEST_VALUE, readLine, readValue, unquote } from './read-value.js'

/**
 * What a phrase does in a message. A `head` names the request and is a message even if its reason is
 * cut off; a `lead` needs a reason behind it; a `tail` adds facts to what is in front of it.
 */
export type Role = 'head' | 'lead' | 'tail'

/**
 * A sentence of a browser, compiled. `parts` are the literal texts between the slots. The message is
 * recognized by `key`, which is in `parts[keyPart]`; everything else may be cut off.
 */
export interface Wording {
  readonly about: Topic | Role
  readonly source: MessageSource
  readonly parts: readonly string[]
  readonly slots: readonly string[]
  readonly keyPart: number
  readonly key: string
  /** Whether the key must be the start of a line. */
  readonly opens: boolean
  /** Whether the key must be the end of a sentence. */
  readonly closes: boolean
}

/** A place in the folded text where a wording was found, with what it says there. */
export interface Match {
  readonly about: Topic | Role
  readonly source: MessageSource
  readonly start: number
  readonly end: number
  readonly facts: Facts
}

const SLOT = /\{([^}]*)\}/
const KEY = /\[([^\]]*)\]/

/**
 * Compiles a sentence such as `Method {method} is [not allowed by Access-Control-Allow-Methods]`. The
 * key is in brackets; without brackets it is the longest text between slots. `^` is the start
 * of a line, `$` the end of a sentence.
 */
export function wording(about: Topic | Role, source: MessageSource, sentence: string): Wording {
  const opens = sentence.startsWith('^')
  const closes = sentence.endsWith('$')
  const pieces = sentence.slice(opens ? 1 : 0, closes ? -1 : undefined).split(SLOT)
  const literals = pieces.filter((_, index) => index % 2 === 0)
  const parts = literals.map((literal) => fold(literal.replace(KEY, '$1')).folded)
  const longest = Math.max(...parts.map((part) => part.length))
  const bracketed = literals.findIndex((literal) => KEY.test(literal))
  const keyPart = bracketed === -1 ? parts.findIndex((part) => part.length === longest) : bracketed
  const key =
    fold(KEY.exec(literals[keyPart] ?? '')?.[1] ?? '').folded || (parts[keyPart] ?? '').trim()
  return {
    about,
    source,
    parts,
    slots: pieces.filter((_, index) => index % 2 === 1),
    keyPart,
    key,
    opens,
    closes,
  }
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
      matches.push(readAround(wording, text, folded, found, room))
    }
    previous = end
    found = next
  }
  return matches
}

/** Copied lines are glued together (`this errorAccess to`), so a capital starts a word too. */
function startsWord(text: string, { at }: Folded, found: number): boolean {
  const index = at[found] ?? 0
  const first = text.charAt(index)
  return !/[a-z]/i.test(first) || !/[a-z]/i.test(text.charAt(index - 1)) || /[A-Z]/.test(first)
}

function startsLine(text: string, { at }: Folded, found: number): boolean {
  const index = at[found] ?? 0
  return /(?:^|\n)[^\S\n]*[^\p{L}\s]?$/u.test(text.slice(Math.max(0, index - 40), index))
}

/** `Failed to fetch` ends there; `Failed to fetch the list` is an app's own message. */
function endsSentence(text: string, folded: Folded, end: number): boolean {
  const from = rawStart(folded, end)
  return /^[^\p{L}\d\s]|^\s*$|^[^\S\n]*\n|^\s+(?:at\b|\()|^[A-Z]/u.test(text.slice(from, from + 99))
}

/** Reads the slots on both sides of the key, between its neighbours in the text. */
function readAround(
  wording: Wording,
  text: string,
  folded: Folded,
  found: number,
  room: { readonly from: number; readonly to: number },
): Match {
  const { parts, slots, keyPart, key } = wording
  const facts: Facts = {}
  const part = parts[keyPart] ?? ''
  const offset = part.indexOf(key)
  // What is around the key in its part belongs to the sentence, unless it is cut off.
  const whole = folded.folded.startsWith(part, found - offset)
  let start = whole ? found - offset : found
  let end = whole ? start + part.length : found + key.length
  for (let index = keyPart - 1; index >= 0; index -= 1) {
    const slot = slots[index] ?? ''
    const previous = parts[index] ?? ''
    const from = Math.max(room.from, start - reach(slot))
    // An empty value leaves one space where the sentence has two.
    const shared = previous.length > 1 && folded.folded[start] === ' ' ? 1 : 0
    const window = folded.folded.slice(from, start + shared)
    // In front of the first slot is anything: its value is one word.
    const before =
      previous === '' ? window.trimEnd().lastIndexOf(' ') + 1 : window.lastIndexOf(previous)
    if (before === -1) break
    const raw = rawBetween(text, folded, from + before + previous.length, start)
    if (!readSlot(facts, slot, raw)) break
    start = from + before
  }
  for (let index = keyPart; index < slots.length; index += 1) {
    const slot = slots[index] ?? ''
    const next = parts[index + 1] ?? ''
    if (next === '') {
      end = readLast(facts, slot, text, folded, end)
      break
    }
    const from = next.length > 1 && folded.folded[end - 1] === ' ' ? end - 1 : end
    const after = folded.folded.slice(from, Math.min(room.to, end + reach(slot))).indexOf(next)
    if (after === -1) break
    if (!readSlot(facts, slot, rawBetween(text, folded, end, from + after))) break
    end = from + after + next.length
  }
  return { about: wording.about, source: wording.source, start, end, facts }
}

const LONGEST_NAME = 256

function reach(slot: string): number {
  return slot === 'method' || slot === 'header' || slot === 'any' ? LONGEST_NAME : LONGEST_VALUE
}

/** The text between two places of the folded text, with the quotes that folding dropped. */
export function rawBetween(text: string, folded: Folded, start: number, end: number): string {
  const raw = text.slice(rawStart(folded, start), folded.at[end])
  // French: « value », with white space in front of the closing quote.
  const rest = text.slice(folded.at[end], folded.at[end + 1])
  return raw.includes('«') && rest.trim() === '»' ? `${raw}»` : raw
}

/** Where the text goes on behind the character in front of `start`; white space is kept. */
function rawStart({ folded, at }: Folded, start: number): number {
  if (start === 0) return 0
  const before = at[start - 1] ?? 0
  return folded[start - 1] === ' ' ? before : before + 1
}

/** Whether the slot holds what it should; a slot that is no fact holds anything. */
function readSlot(facts: Facts, slot: string, raw: string): boolean {
  return !isFactName(slot) || readFact(facts, slot, slot === 'headerValue' ? unquote(raw) : raw)
}

/** Reads a value with nothing known behind it; gives its end in the folded text. */
function readLast(facts: Facts, slot: string, text: string, folded: Folded, start: number): number {
  const from = rawStart(folded, start)
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
    if ((at[middle] ?? 0) < index) low = middle + 1
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
