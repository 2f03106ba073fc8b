/** A random regular expression, and what is known about it because it was made here. */
export interface RandomExpression {
  readonly regexp: RegExp
  /** Draws a text that it most likely matches. */
  readonly draw: () => string
  /** The texts that are written out in it, with `*` where something is not. */
  readonly spellings: readonly string[]
}

export type Random = () => number

interface Part {
  readonly source: string
  readonly draw: () => string
  readonly spellings: readonly string[]
}

const NAMES = [
  'example',
  'app',
  'a',
  'b',
  'evil',
  'vercel',
  'github',
  's3',
  'up',
  'localhost',
  '127',
  '0',
  'x-y',
  // It matches origins only with the flag i.
  'Example',
]
const SUFFIXES = [
  'com',
  'com',
  'co\\.uk',
  'app',
  'io',
  'test',
  'vercel\\.app',
  'localhost',
  '1',
  // Above public suffixes: s3.amazonaws.com, up.railway.app.
  'amazonaws\\.com',
  'railway\\.app',
]
const DOTS = ['\\.', '\\.', '\\.', '\\.', '\\.', '.', '[.]', '\\x2e', '[.\\-]', '\\.?']
/** Classes, and some of what they match. */
const CLASSES: readonly (readonly [string, string | readonly string[]])[] = [
  ['[a-z]', 'az'],
  ['[a-z0-9\\-]', 'a0-z'],
  ['\\w', 'a_1'],
  ['\\d', '019'],
  ['.', 'a.-:/1'],
  ['[^.]', 'a-1:'],
  ['[^:]', 'a.-/'],
  ['[a-z.]', 'az.'],
  ['[xy]', 'xy'],
  ['[1]', '1'],
  ['\\S', 'a.:'],
  ['[^a]', 'b.-'],
]
/** Classes with the flag v: within each other, and with strings. */
const SET_CLASSES: typeof CLASSES = [
  ['[[a-z]--[b]]', 'az'],
  ['[[a-z]&&[a-c]]', 'ac'],
  ['[\\w--[[a-z]--[ab]]]', 'ab1_'],
  ['[^[a-z]--[b]]', 'b.-'],
  ['[[a-z.]&&[^x]]', 'a.'],
  ['[\\q{a|b}]', 'ab'],
  ['[\\q{evil|x-y}[0-9]]', ['evil', 'x-y', '0']],
  ['[\\q{app|evil}--\\q{evil}]', ['app']],
  ['[[\\q{a.b|b}c]&&[\\q{a.b}b]]', ['a.b', 'b']],
]
/** What takes no text. */
const CONDITIONS = [
  '\\b',
  '\\B',
  '(?!evil)',
  '(?=[a-z])',
  '(?=.*[ae])',
  '(?!.*evil)',
  '(?!.*[.:]x)',
  '(?=[^:]*$)',
  '(?!(?!a))',
  '(?=(?!b)[a-y])',
  '(?!\\b)',
  '(?<=\\/\\/)',
  '(?<=[a-z./])',
  '(?<=^https:.*)',
  '(?<!^http:.*)',
  '(?<!evil\\.)',
  '(?<!a)',
  '(?<![^.\\/])',
  '(?<!(?=a).)',
]
const QUANTIFIERS: readonly (readonly [string, number, number])[] = [
  ['', 1, 1],
  ['', 1, 1],
  ['*', 0, 3],
  ['+', 1, 3],
  ['?', 0, 1],
  ['{1,3}', 1, 3],
  ['{0,2}', 0, 2],
  ['{2}', 2, 2],
  ['*?', 0, 3],
  ['+?', 1, 3],
]
const STARTS = [
  '^https:\\/\\/',
  '^https:\\/\\/',
  '^https:\\/\\/',
  '^https:\\/\\/',
  '^https:\\/\\/(?:www\\.)?',
  '^https?:\\/\\/',
  '^(?:https|http):\\/\\/',
  '^http:\\/\\/',
  'https:\\/\\/',
  '\\/\\/',
  '^',
  '',
  '^[a-z]+:\\/\\/',
  '^.*',
  '^(?=https:).*\\/\\/',
  '^(?!http:)https?:\\/\\/',
  '^(?!https?:)[a-z]+:\\/\\/',
  '(?<=^https:\\/\\/)',
  '(?<!.)https:\\/\\/',
  '(?<=https:\\/\\/)',
]
const ENDS = [
  '$',
  '$',
  '$',
  '$',
  '(?::\\d+)?$',
  ':\\d+$',
  '',
  '.*$',
  '.?$',
  '\\.?$',
  '\\b',
  '(?=$)',
  '(?!.)',
  '(?![^.])',
  '(?!:)',
  '(?=:|$)',
  '(?<=[a-z])$',
  '(?<!evil)$',
  '.*(?<=[a-z])$',
]
const FIRST_TEXTS = ['https://', 'http://', 'https://www.', 'a://', 'https://evil.']
const LAST_TEXTS = ['', ':8443', '.', '.evil.test', 'x']
const FLAGS = ['', '', '', 'i', 'u', 'v', 's', 'm', 'iu']

const MAX_SPELLINGS = 100

/**
 * Makes a regular expression as people write them for origins, and worse; `null` if it is not
 * valid.
 */
export function randomExpression(random: Random): RandomExpression | null {
  const one = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('there is nothing to choose from')
    return item
  }
  const chance = (share: number) => random() < share

  const literal = (source: string): Part => {
    const text = source
      .toLowerCase()
      .replace('\\x2e', '.')
      .replace(/\[(?:\.|\\)\\?-?\]?|\\(?=.)/g, (found) => (found.startsWith('[') ? '.' : ''))
    return { source, draw: () => text, spellings: [text] }
  }
  const dot = (): Part => {
    const source = one(DOTS)
    if (source === '.' || source === '[.\\-]') {
      return { source, draw: () => one(['.', '.', '-']), spellings: ['*', '.'] }
    }
    if (source === '\\.?') return { source, draw: () => one(['.', '']), spellings: ['.', ''] }
    return { source, draw: () => '.', spellings: ['.'] }
  }
  const sequence = (parts: readonly Part[]): Part => ({
    source: parts.map(({ source }) => source).join(''),
    draw: () => parts.map(({ draw }) => draw()).join(''),
    spellings: parts.reduce<readonly string[]>(
      (texts, part) => bounded(texts.flatMap((text) => part.spellings.map((more) => text + more))),
      [''],
    ),
  })
  const choice = (parts: readonly Part[], open: string): Part => ({
    source: `${open}${parts.map(({ source }) => source).join('|')})`,
    draw: () => one(parts).draw(),
    spellings: bounded(parts.flatMap(({ spellings }) => spellings)),
  })
  const quantified = (part: Part, [quantifier, min, max]: (typeof QUANTIFIERS)[number]): Part => {
    const times = (count: number) => sequence(new Array<Part>(count).fill(part))
    const counts = Array.from({ length: max - min + 1 }, (_, i) => min + i)
    return {
      source: part.source + quantifier,
      draw: () => Array.from({ length: one(counts) }, part.draw).join(''),
      spellings: bounded([...counts.flatMap((count) => times(count).spellings), '*']),
    }
  }
  const characters = (): Part => {
    const [source, some] = one(chance(0.1) ? SET_CLASSES : CLASSES)
    return { source, draw: () => one(Array.from(some)), spellings: ['*', ...some] }
  }
  const label = (depth: number): Part => {
    if (depth > 0 && chance(0.15)) {
      const parts = [label(depth - 1), label(depth - 1), host(depth - 1)]
      const group = choice(parts, one(['(?:', '(?:', '(', '(?<name>', '(?i:', '(?-i:']))
      return quantified(group, one(QUANTIFIERS))
    }
    if (chance(0.1)) return { ...literal(''), source: one(CONDITIONS) }
    if (chance(0.3)) return quantified(characters(), one(QUANTIFIERS))
    const name = literal(one(NAMES))
    return chance(0.15) ? sequence([name, quantified(characters(), one(QUANTIFIERS))]) : name
  }
  const host = (depth: number): Part => {
    const parts: Part[] = []
    for (let labels = Math.floor(random() * 3); labels > 0; labels--) {
      parts.push(label(depth), chance(0.85) ? literal('\\.') : dot())
    }
    const wide = chance(0.1) ? [quantified(characters(), one(QUANTIFIERS))] : []
    const suffix = chance(0.1) ? label(depth) : literal(one(SUFFIXES))
    return sequence([...parts, ...wide, literal(one(NAMES)), dot(), suffix])
  }
  const framed = (source: string, text: readonly string[]): Part => ({
    source,
    draw: () => one(text),
    spellings: ['*', ...(source.includes('www') ? ['*www.'] : [])],
  })
  const whole = (): Part => {
    const start = one(STARTS)
    const end = one(ENDS)
    return sequence([
      framed(start, start.startsWith('^https:') ? ['https://'] : FIRST_TEXTS),
      host(2),
      framed(end, end === '$' ? [''] : LAST_TEXTS),
    ])
  }
  // Beyond that, not all of what is written out is known.
  let isTooMuch = false
  const bounded = (texts: readonly string[]): readonly string[] => {
    const different = [...new Set(texts)]
    isTooMuch ||= different.length > MAX_SPELLINGS
    return different.slice(0, MAX_SPELLINGS)
  }
  const part = chance(0.1) ? choice([whole(), whole()], '(?:') : whole()
  if (isTooMuch) return null
  try {
    const flags = one(FLAGS)
    const isOfSets = /--|&&|\\q/.test(part.source)
    const regexp = new RegExp(part.source, isOfSets ? `${flags.replace(/[uv]/, '')}v` : flags)
    return { regexp, draw: part.draw, spellings: part.spellings }
  } catch {
    return null
  }
}
