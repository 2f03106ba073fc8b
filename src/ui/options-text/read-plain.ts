import { quote } from '../../fetch/quote.js'
import type { PlainNode } from './node.js'
import type { Reader } from './reader.js'

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
])

const WORD = /[\p{L}_$][\p{L}\p{N}_$.[\]?!]*/uy
const NUMBER = /-?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/iy
const REGEXP = /\/((?:[^/\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+)\/([a-z]*)/y
const STRINGS = [
  /'((?:[^'\\\n]|\\[\s\S])*)'/y,
  /"((?:[^"\\\n]|\\[\s\S])*)"/y,
  /`((?:[^`\\$]|\\[\s\S])*)`/y,
]
const FUNCTION = /(?:async\b|function\b|\([^()]*\)\s*=>|[\w$]+\s*=>)/y
const OPERATOR = /[-+*/%|&?<>=!.(]/y

/** Reads a value that holds no others. */
export function readPlain(reader: Reader): PlainNode {
  const start = reader.position
  if (reader.take(FUNCTION) !== null) {
    return reader.fail(
      'a function cannot be tried here, because the page runs no code; try it in a unit test, with createPage(app, { origin })',
      start,
    )
  }
  const value = readValue(reader, start)
  const end = reader.position
  reader.passGap()
  const operator = reader.position
  if (reader.take(OPERATOR) !== null) {
    return reader.fail('nothing is calculated here: write the result', operator)
  }
  reader.position = end
  return { kind: 'plain', value, start, end }
}

function readValue(reader: Reader, start: number): unknown {
  for (const pattern of STRINGS) {
    const string = reader.take(pattern)
    if (string !== null) return unescapeString(String(string[1]))
  }
  const number = reader.take(NUMBER)
  if (number !== null) return Number(number[0].replaceAll('_', ''))
  const regexp = reader.take(REGEXP)
  if (regexp !== null) return readRegExp(reader, String(regexp[1]), String(regexp[2]), start)
  const word = reader.take(WORD)?.[0]
  if (word === undefined) {
    return reader.fail(
      reader.isAtEnd
        ? 'the text ends here, but a value is missing'
        : 'this is not a value: strings, numbers, true, false, null, regular expressions, arrays and objects are',
      start,
    )
  }
  if (!WORDS.has(word)) {
    return reader.fail(`the page does not know what ${quote(word)} is: write its value`, start)
  }
  return WORDS.get(word)
}

function readRegExp(reader: Reader, source: string, flags: string, start: number): RegExp {
  try {
    return new RegExp(source, flags)
  } catch {
    return reader.fail('this is not a valid regular expression', start)
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\n', ''],
])

function unescapeString(source: string): string {
  return source.replace(
    /\\(?:u\{([0-9a-f]{1,5})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi,
    (_, braced?: string, four?: string, two?: string, character?: string) => {
      if (character !== undefined) return ESCAPES.get(character) ?? character
      return String.fromCodePoint(Number.parseInt(String(braced ?? four ?? two), 16))
    },
  )
}
