import type { MessageSource } from '../explanation.js'
import type { Topic } from '../topics.js'
import { fold } from './fold.js'

/**
 * What a phrase does in a message. A `head` names the request and is a message even if its reason is
 * cut off; a `lead` needs a reason behind it; a `tail` adds facts to what is in front of it.
 */
export type Role = 'head' | 'lead' | 'tail'

/** A slot, with the literal text on its far side of the key. */
interface Piece {
  readonly slot: string
  readonly literal: string
}

/**
 * A sentence of a browser, compiled. The message is recognized by `key`, which is in `part`, the
 * literal text between two slots; everything else may be cut off.
 */
export interface Wording {
  readonly about: Topic | Role
  readonly source: MessageSource
  readonly key: string
  readonly part: string
  /** What is in front of `part`, the nearest first. */
  readonly before: readonly Piece[]
  readonly after: readonly Piece[]
  /** Whether the key must be the start of a line. */
  readonly opens: boolean
  /** Whether the key must be the end of a sentence. */
  readonly closes: boolean
}

const SLOT = /\{[^}]*\}/
const LITERAL_AND_SLOT = /(?<literal>[^{}]*)\{(?<slot>[^}]*)\}/g
const SLOT_AND_LITERAL = /\{(?<slot>[^}]*)\}(?<literal>[^{}]*)/g
const KEY = /\[(?<key>[^\]]*)\]/

/**
 * Compiles a sentence such as `Method {method} is [not allowed by Access-Control-Allow-Methods]`. The
 * key is in brackets; without brackets it is the longest text between slots. `^` is the start
 * of a line, `$` the end of a sentence.
 */
export function wording(about: Topic | Role, source: MessageSource, sentence: string): Wording {
  const opens = sentence.startsWith('^')
  const closes = sentence.endsWith('$')
  const text = sentence.slice(opens ? 1 : 0, closes ? -1 : undefined)
  const literals = text.split(SLOT)
  const longest = literals.reduce((long, next) => (next.length > long.length ? next : long))
  const keyed = literals.find((literal) => KEY.test(literal)) ?? longest
  const start = text.indexOf(keyed)
  return {
    about,
    source,
    key: fold(KEY.exec(keyed)?.groups?.key ?? keyed).folded.trim(),
    part: fold(keyed.replace(KEY, '$<key>')).folded,
    before: piecesOf(text.slice(0, start), LITERAL_AND_SLOT).reverse(),
    after: piecesOf(text.slice(start + keyed.length), SLOT_AND_LITERAL),
    opens,
    closes,
  }
}

function piecesOf(text: string, pattern: RegExp): Piece[] {
  return [...text.matchAll(pattern)].map(({ groups }) => ({
    slot: String(groups?.slot),
    literal: fold(String(groups?.literal)).folded,
  }))
}
