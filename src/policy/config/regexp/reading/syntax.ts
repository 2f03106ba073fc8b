import { MAX_ORIGIN_LENGTH } from '../../../origins/origin-rule.js'
import { ALPHABET } from './alphabet.js'

/** A regular expression, as far as it matters for what it lets in: never less than it matches. */
export type Syntax =
  /** One of some characters; of those that no origin has, nothing is said. */
  | { readonly type: 'characters'; readonly characters: string; readonly text: string }
  /** `^` and `$`; no origin has a line break, so the flag `m` changes nothing. */
  | { readonly type: 'start' | 'end' }
  | { readonly type: 'sequence'; readonly items: readonly Syntax[] }
  | { readonly type: 'choice'; readonly options: readonly Syntax[] }
  | {
      readonly type: 'repeat'
      readonly item: Syntax
      readonly min: number
      readonly max: number
      /** What it stands for, if it is more than what is read here: a back-reference, for example. */
      readonly unread?: string
    }
  /** A look-around. If it is not `known` what it says, it is tried, but not relied upon. */
  | {
      readonly type: 'look'
      readonly item: Syntax
      readonly isBehind: boolean
      readonly isNegative: boolean
      readonly isKnown: boolean
    }

/** Longer than any origin that is read, so a longer repetition is as good as this one. */
const MAX_REPEATS = MAX_ORIGIN_LENGTH + 1

const MAX_DEPTH = 100

const MAX_LENGTH = 100_000

const GROUP = String.raw`\((?:\?(?:[ims]*(?:-[ims]+)?:|[=!]|<[=!]|<[^=!>][^>]*>)|(?!\?))`
const QUANTIFIER = String.raw`(?:[*+?]|\{\d+(?:,\d*)?\})\??`
const CLASS = String.raw`\[(?:\\.|[^\]\\])*\]`
const ESCAPE = String.raw`\\(?:c[A-Za-z]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|k<[\w$]+>|\d+|.)`
/** What the flag `u` makes one character: both halves of one outside the BMP as well. */
const UNICODE_ESCAPE = String.raw`\\(?:u\{[^}]*\}|[pP]\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..)`

/** What the flag `v` alone gives a class: classes within it, here two deep, and strings. */
const SET_CLASS = [1, 2].reduce(
  (inner) => String.raw`\[(?:\\.|[^\[\]\\]|${inner})*\]`,
  String.raw`\[(?:\\.|[^\[\]\\])*\]`,
)

const TOKEN = `${QUANTIFIER}|${GROUP}|${CLASS}|${ESCAPE}|[^\\\\([]`
const UNICODE_TOKEN = `${UNICODE_ESCAPE}|${TOKEN}`

/** Takes nothing. Whether it holds is not known. */
const PERHAPS: Syntax = {
  type: 'look',
  item: { type: 'sequence', items: [] },
  isBehind: false,
  isNegative: true,
  isKnown: false,
}

interface Group {
  readonly open: string
  readonly options: Syntax[]
  items: Syntax[]
  /** Whether it matches exactly what its syntax does. */
  isExact: boolean
}

/** Parses a regular expression; `null` if it has what is not known here, or too much of it. */
export function parseRegExp({ source, flags }: Pick<RegExp, 'source' | 'flags'>): Syntax | null {
  if (source.length > MAX_LENGTH) return null
  const token = flags.includes('v')
    ? new RegExp(UNICODE_TOKEN.replace(CLASS, SET_CLASS), 'yu')
    : flags.includes('u')
      ? new RegExp(UNICODE_TOKEN, 'yu')
      : new RegExp(TOKEN, 'y')
  const isEither = /\(\?[a-z-]+:/.test(source)
  const charactersOf = characterReader(flags, isEither)
  const outer: Group[] = []
  const groupOf = (open: string) => ({ open, options: [], items: [], isExact: !isEither })
  let group: Group = groupOf('')

  while (token.lastIndex < source.length) {
    const text = token.exec(source)?.[0]
    if (text === undefined || outer.length > MAX_DEPTH) return null
    // Without a letter, or without a named group, they are texts of their own.
    if (text === '\\c' || text === '\\k') return null
    if (text.startsWith('(')) {
      outer.push(group)
      group = groupOf(text)
    } else if (text === ')') {
      const closed = closeGroup(group)
      const isExact = group.isExact && closed.type !== 'look'
      // A regular expression that exists has as many ( as ).
      group = outer.pop() ?? group
      group.items.push(closed)
      group.isExact &&= isExact
    } else if (text === '|') {
      group.options.push(sequence(group.items))
      group.items = []
    } else if (text === '^') group.items.push({ type: 'start' })
    else if (text === '$') group.items.push({ type: 'end' })
    else if (/^(?:[*+?]|\{\d)/.test(text)) {
      const item = group.items.pop()
      if (item === undefined) return null
      group.items.push(repeat(item, ...countsOf(text)))
    } else if (/^\\[bB]$/.test(text)) {
      group.items.push(PERHAPS)
      group.isExact = false
    } else if (/^\\(?:\d|k<)|^\[.*\\q/.test(text)) {
      const strings = stringsOf(text)
      // A back-reference, or a class with strings that are not plain.
      const unread: Syntax = {
        ...repeat(characters(text, ALPHABET), 0, Number.POSITIVE_INFINITY),
        unread: text,
      }
      const options = strings && [characters(text, charactersOf(text)), ...strings]
      const either: Syntax = options === null ? unread : { type: 'choice', options }
      group.items.push(sequence([PERHAPS, either]))
      group.isExact = false
    } else if (flags.includes('v') && text.startsWith('[^')) {
      // Within a repeated group, V8 reads every other one without the `^`.
      const own = charactersOf(text)
      const others = Array.from(ALPHABET).filter((character) => !own.includes(character))
      group.items.push(characters(text, own + others.join('')))
      group.isExact = false
    } else group.items.push(characters(text, charactersOf(text)))
  }
  return closeGroup(group)
}

/** What each look-behind looks for, the other way around, as engines read it: from its end. */
export function lookBehinds(part: Syntax): readonly Syntax[] {
  switch (part.type) {
    case 'look':
      return [...lookBehinds(part.item), ...(part.isBehind ? [reversed(part.item)] : [])]
    case 'choice':
      return part.options.flatMap(lookBehinds)
    case 'sequence':
      return part.items.flatMap(lookBehinds)
    case 'repeat':
      return lookBehinds(part.item)
    default:
      return []
  }
}

function reversed(part: Syntax): Syntax {
  switch (part.type) {
    case 'start':
      return { type: 'end' }
    case 'end':
      return { type: 'start' }
    case 'choice':
      return { ...part, options: part.options.map(reversed) }
    case 'sequence':
      return { ...part, items: part.items.map(reversed).reverse() }
    case 'repeat':
      return { ...part, item: reversed(part.item) }
    default:
      return part
  }
}

function closeGroup({ open, options, items, isExact }: Group): Syntax {
  const last = sequence(items)
  const item: Syntax = options.length === 0 ? last : { type: 'choice', options: [...options, last] }
  if (!/[=!]$/.test(open)) return item
  const isNegative = open.endsWith('!')
  // What is matched is never more than the syntax says, so what is not matched may be less.
  const isKnown = isExact || !isNegative
  return { type: 'look', item, isBehind: open.includes('<'), isNegative, isKnown }
}

function characters(text: string, found = text): Syntax {
  return { type: 'characters', characters: found, text }
}

/** The strings that a class may match; `null` for a back-reference, or if they are not plain. */
function stringsOf(text: string): readonly Syntax[] | null {
  const strings = [...text.matchAll(/\\q\{([^}]*)\}/g)].flatMap(([, all = '']) => all.split('|'))
  if (strings.length === 0 || strings.some((string) => /[^\w.:/-]/.test(string))) return null
  return strings.map((string) =>
    sequence(Array.from(string.toLowerCase(), (character) => characters(character))),
  )
}

function sequence(items: readonly Syntax[]): Syntax {
  return { type: 'sequence', items }
}

function repeat(item: Syntax, min: number, max: number): Syntax & { type: 'repeat' } {
  return { type: 'repeat', item, min, max }
}

/** The least and the greatest number of times that a quantifier stands for. */
function countsOf(quantifier: string): [min: number, max: number] {
  if (quantifier.startsWith('*')) return [0, Number.POSITIVE_INFINITY]
  if (quantifier.startsWith('+')) return [1, Number.POSITIVE_INFINITY]
  if (quantifier.startsWith('?')) return [0, 1]
  const [min = '', max = min] = quantifier.slice(1, quantifier.indexOf('}')).split(',')
  return [
    Math.min(Number(min), MAX_REPEATS),
    max === '' ? Number.POSITIVE_INFINITY : Math.min(Number(max), MAX_REPEATS),
  ]
}

/**
 * Asks the engine itself which characters a class or an escape takes, whatever the flags. Where
 * groups change the flags, it may be those with `i` and those without.
 */
function characterReader(flags: string, isEither: boolean): (text: string) => string {
  const known = new Map<string, string>()
  const kept = flags.replace(isEither ? /[^suv]/g : /[^isuv]/g, '')
  return (text) => {
    let characters = known.get(text)
    if (characters === undefined) {
      const atoms = [kept, ...(isEither ? [`${kept}i`] : [])].map((own) => new RegExp(text, own))
      characters = Array.from(ALPHABET)
        .filter((character) => atoms.some((atom) => atom.test(character)))
        .join('')
      known.set(text, characters)
    }
    return characters
  }
}
