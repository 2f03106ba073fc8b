/**
 * Text made comparable: lower case, without quotes, every run of white space one space, comment marks
 * at the start of a line left out.
 */
export interface Folded {
  readonly folded: string
  /** For each character of `folded`, where it is in the text; one more entry for the end. */
  readonly at: Uint32Array
}

const QUOTES = new Set('\'"`´′″‘’‚‛“”„‟«»‹›「」『』')

/** What browsers, editors and languages write in more than one way. */
const LOOK_ALIKES = new Map([
  ['：', ':'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['。', '.'],
  ['、', ','],
  ['\u2010', '-'],
  ['\u2011', '-'],
])

const LINE_BREAK = '\n'
const COMMENT_MARKS = new Set('/*#>|')
const LETTER = /[a-z]/i

/** Folds the text in one pass. */
export function fold(text: string): Folded {
  const units = new Uint16Array(text.length)
  const at = new Uint32Array(text.length + 1)
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (QUOTES.has(character)) continue
    if (isSpace(character)) {
      const end = skipSpace(text, index)
      const broken = text.slice(index, end).includes(LINE_BREAK)
      // A name may be broken over two lines at its hyphen.
      const hyphenated = broken && text[index - 1] === '-' && LETTER.test(text.charAt(index - 2))
      if (!hyphenated && (length === 0 || units[length - 1] !== 32)) {
        at[length] = index
        units[length++] = 32
      }
      index = end - 1
      continue
    }
    at[length] = index
    units[length++] = foldCharacter(character).charCodeAt(0)
  }
  at[length] = text.length
  return { folded: decode(units.subarray(0, length)), at: at.subarray(0, length + 1) }
}

/** Whether the character is one that people and programs put around names. */
export function isQuote(character: string): boolean {
  return QUOTES.has(character)
}

function foldCharacter(character: string): string {
  const plain = LOOK_ALIKES.get(character) ?? character
  const lower = plain.toLowerCase()
  return lower.length === 1 ? lower : plain
}

function isSpace(character: string): boolean {
  return character === '\u3000' || character.trim() === ''
}

/** The index after white space, and after the comment marks of the lines in it. */
export function skipSpace(text: string, start: number): number {
  let index = start
  let lineStart = false
  while (index < text.length) {
    const character = text.charAt(index)
    if (isSpace(character)) lineStart ||= character === LINE_BREAK
    else if (!(lineStart && isCommentMark(text, index))) break
    index += 1
  }
  return index
}

/** A mark is followed by white space or by a second mark; `'*'` on a line of its own is a value. */
function isCommentMark(text: string, index: number): boolean {
  return (
    COMMENT_MARKS.has(text.charAt(index)) &&
    (isSpace(text.charAt(index + 1)) || text.startsWith('//', index) || text[index - 1] === '/')
  )
}

function decode(units: Uint16Array): string {
  let text = ''
  for (let start = 0; start < units.length; start += 8192) {
    text += String.fromCharCode(...units.subarray(start, start + 8192))
  }
  return text
}
