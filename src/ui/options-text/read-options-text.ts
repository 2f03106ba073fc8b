import { quote } from '../../fetch/quote.js'
import type { Member, Node, ObjectNode } from './node.js'
import { readPlain } from './read-plain.js'
import { Reader } from './reader.js'

/** Options are two levels deep; the limit keeps the stack from growing with the text. */
const MAX_DEPTH = 10

/** What people paste around the options: `app.use(cors(`, `const options =`, `module.exports =`. */
const BEFORE = /[\w$.\s:=(]*(?=\{)/y
const AFTER = /(?:\)|;|\s|as const|satisfies CorsOptions)*/y

const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy

/**
 * Reads an object literal of JavaScript, or JSON, without running anything.
 * @throws {OptionsTextError} for everything else
 */
export function readOptionsText(text: string): ObjectNode {
  const reader = new Reader(text)
  reader.passGap()
  reader.take(BEFORE)
  const node = readNode(reader, 0)
  if (node.kind !== 'object') {
    return reader.fail("options are an object, as in { origin: 'https://app.example.com' }", 0)
  }
  reader.passGap()
  reader.take(AFTER)
  return reader.isAtEnd ? node : reader.fail('the options have ended, but the text goes on')
}

function readNode(reader: Reader, depth: number): Node {
  reader.passGap()
  const start = reader.position
  if (depth > MAX_DEPTH) return reader.fail('this is nested too deeply for options')
  if (reader.accept('{')) {
    const members = readList(reader, '}', () => readMember(reader, depth + 1))
    return { kind: 'object', members, start, end: reader.position }
  }
  if (reader.accept('[')) {
    const elements = readList(reader, ']', () => readNode(reader, depth + 1))
    return { kind: 'array', elements, start, end: reader.position }
  }
  return readPlain(reader)
}

/** Items with commas between them, and perhaps one behind the last. */
function readList<Item>(reader: Reader, close: string, readItem: () => Item): Item[] {
  const items: Item[] = []
  while (!reader.accept(close)) {
    const start = reader.position
    if (reader.accept('...')) reader.fail('nothing can be spread here: write the values', start)
    items.push(readItem())
    if (reader.accept(',')) continue
    if (reader.accept(close)) break
    reader.fail(`a comma or ${quote(close)} is missing here`)
  }
  return items
}

function readMember(reader: Reader, depth: number): Member {
  reader.passGap()
  const start = reader.position
  const name = reader.take(NAME)?.[0] ?? readQuotedName(reader)
  const key = { start, end: reader.position }
  if (!reader.accept(':')) {
    return reader.fail(
      `the value of ${quote(name)} is missing: write ${name}: and what it is. A function cannot be tried here`,
    )
  }
  const value = readNode(reader, depth)
  return { name, key, value, start, end: value.end }
}

function readQuotedName(reader: Reader): string {
  const { value, start } = readPlain(reader)
  return typeof value === 'string' ? value : reader.fail('this is not the name of an option', start)
}
