import { describe, expect, it } from 'vitest'
import { literalValue } from '../../../../src/ui/options-text/node.js'
import { readOptionsText } from '../../../../src/ui/options-text/read-options-text.js'
import { OptionsTextError } from '../../../../src/ui/options-text/reader.js'

function read(text: string): unknown {
  return literalValue(readOptionsText(text))
}

/** Line, column and message. */
function problem(text: string): string {
  try {
    read(text)
  } catch (error) {
    if (!(error instanceof OptionsTextError)) throw error
    return `${error.line}:${error.column} ${error.message}`
  }
  return 'none'
}

const FUNCTION =
  'a function cannot be tried here, because the page runs no code; try it in a unit test, with createPage(app, { origin })'

describe('readOptionsText', () => {
  it.each<[string, unknown]>([
    ['{}', {}],
    [
      '{ "origin": "https://a.example", "credentials": true }',
      { origin: 'https://a.example', credentials: true },
    ],
    ["{ origin: 'a', }", { origin: 'a' }],
    ['{ origin: `a` }', { origin: 'a' }],
    ['{ origin: [\'a\', "b",] }', { origin: ['a', 'b'] }],
    ['{ origin: [] }', { origin: [] }],
    [
      '{ origin: /^https:\\/\\/[a-z/]+\\.a\\.example$/i }',
      { origin: /^https:\/\/[a-z/]+\.a\.example$/i },
    ],
    ['{ maxAge: 600, a: -1.5, b: 86_400, c: 1e3 }', { maxAge: 600, a: -1.5, b: 86_400, c: 1000 }],
    [
      '{ a: null, b: undefined, c: false, $d_1: true }',
      { a: null, b: undefined, c: false, $d_1: true },
    ],
    ['// before\n{ /* in\n here */ a: 1 } // after', { a: 1 }],
    ['cors({ a: 1 })', { a: 1 }],
    ['app.use(cors({ a: 1 }));', { a: 1 }],
    ['const options: CorsOptions = { a: 1 } as const;\n', { a: 1 }],
    ['module.exports = { a: { b: [1, [2]] } }', { a: { b: [1, [2]] } }],
    ['{ a: "\\u0041\\x42\\u{43}\\n\\t\\"\\\'\\q\\\n" }', { a: 'ABC\n\t"\'q' }],
    ["{ 'odd name': 1 }", { 'odd name': 1 }],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual(value)
  })

  it('gives __proto__ no power', () => {
    const value = read('{ "__proto__": { "credentials": true } }')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(Object(value))).toEqual(['__proto__'])
  })

  it.each([
    ['', '1:1 the text ends here, but a value is missing'],
    ['{ a: ', '1:6 the text ends here, but a value is missing'],
    ['[1]', "1:1 options are an object, as in { origin: 'https://app.example.com' }"],
    ['"*"', "1:1 options are an object, as in { origin: 'https://app.example.com' }"],
    ['{ a: 1 } { b: 2 }', '1:10 the options have ended, but the text goes on'],
    ['{ a: 1\n  b: 2 }', '2:3 a comma or "}" is missing here'],
    ['{ a: [1 2] }', '1:9 a comma or "]" is missing here'],
    ['{ origin: (o) => true }', `1:11 ${FUNCTION}`],
    ['{ origin: o => true }', `1:11 ${FUNCTION}`],
    ['{ origin: async (o) => true }', `1:11 ${FUNCTION}`],
    ['{ origin: function () {} }', `1:11 ${FUNCTION}`],
    [
      '{ origin(o) { return true } }',
      '1:9 the value of "origin" is missing: write origin: and what it is. A function cannot be tried here',
    ],
    [
      '{ origin }',
      '1:10 the value of "origin" is missing: write origin: and what it is. A function cannot be tried here',
    ],
    [
      '{\n  origin: process.env.ORIGIN }',
      '2:11 the page does not know what "process.env.ORIGIN" is: write its value',
    ],
    ['{ a: fetch("/") }', '1:6 the page does not know what "fetch" is: write its value'],
    ['{ a: globalThis["x"] }', '1:6 the page does not know what "globalThis[" is: write its value'],
    ['{ a: new Set() }', '1:6 the page does not know what "new" is: write its value'],
    ['{ a: 60 * 60 }', '1:9 nothing is calculated here: write the result'],
    ["{ a: 'b'.split(',') }", '1:9 nothing is calculated here: write the result'],
    ['{ ...rest }', '1:3 nothing can be spread here: write the values'],
    ['{ a: [...list] }', '1:7 nothing can be spread here: write the values'],
    ['{ a: /(/ }', '1:6 this is not a valid regular expression'],
    ['{ a: /x/zz }', '1:6 this is not a valid regular expression'],
    [
      '{ a: @ }',
      '1:6 this is not a value: strings, numbers, true, false, null, regular expressions, arrays and objects are',
    ],
    [
      "{ a: 'b\n' }",
      '1:6 this is not a value: strings, numbers, true, false, null, regular expressions, arrays and objects are',
    ],
    [
      `{ a: \`\${x}\` }`,
      '1:6 this is not a value: strings, numbers, true, false, null, regular expressions, arrays and objects are',
    ],
    ['{ 1: 2 }', '1:3 this is not the name of an option'],
  ])('refuses %s', (text, expected) => {
    expect(problem(text)).toBe(expected)
  })

  it('limits how deep a text is nested', () => {
    const text = `{ a: ${'['.repeat(100_000)}`
    expect(problem(text)).toBe('1:16 this is nested too deeply for options')
  })

  it('needs time in proportion to the length of a text', () => {
    for (const piece of ['/*', '//', 'a.', '(', "'\\", '/[', ' ', '\n', '{a:', '`']) {
      expect(problem(piece.repeat(100_000))).not.toBe('none')
    }
  })
})
