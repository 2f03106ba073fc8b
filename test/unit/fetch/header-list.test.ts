import { describe, expect, it } from 'vitest'
import {
  extractHeaderListValues,
  FAILURE,
  getDecodeAndSplit,
  getHeader,
  type HeaderList,
} from '../../../src/fetch/header-list.js'

/** "Get, decode, and split" with a header list: https://fetch.spec.whatwg.org/#header-list-get-decode-split */
function getDecodeAndSplitFrom(list: HeaderList, name: string): string[] | null {
  const value = getHeader(list, name)
  return value === null ? null : getDecodeAndSplit(value)
}

describe('getting a header', () => {
  const list: HeaderList = [
    ['A', '1'],
    ['B', ''],
    ['a', '2'],
    ['a', ''],
  ]

  it.each([
    ['A', '1, 2, '],
    ['a', '1, 2, '],
    ['B', ''],
    ['C', null],
    ['', null],
  ])('joins the values of every header called %j, in order', (name, value) => {
    expect(getHeader(list, name)).toBe(value)
  })

  it('returns null for the empty list', () => {
    expect(getHeader([], 'A')).toBeNull()
  })
})

describe('get, decode, and split', () => {
  // https://fetch.spec.whatwg.org/#example-header-list-get-decode-split
  it.each<[HeaderList, string[] | null]>([
    [[['A', 'nosniff,']], ['nosniff', '']],
    [
      [
        ['A', 'nosniff'],
        ['B', 'sniff'],
        ['A', ''],
      ],
      ['nosniff', ''],
    ],
    [
      [
        ['A', ''],
        ['B', 'sniff'],
      ],
      [''],
    ],
    [[['B', 'sniff']], null],
    [[['A', 'text/html;", x/x']], ['text/html;", x/x']],
    [
      [
        ['A', 'text/html;"'],
        ['A', 'x/x'],
      ],
      ['text/html;", x/x'],
    ],
    [[['A', 'x/x;test="hi",y/y']], ['x/x;test="hi"', 'y/y']],
    [
      [
        ['A', 'x/x;test="hi"'],
        ['C', '**bingo**'],
        ['A', 'y/y'],
      ],
      ['x/x;test="hi"', 'y/y'],
    ],
    [[['A', 'x / x,,,1']], ['x / x', '', '', '1']],
    [
      [
        ['A', 'x / x'],
        ['A', ','],
        ['A', '1'],
      ],
      ['x / x', '', '', '1'],
    ],
    [[['A', '"1,2", 3']], ['"1,2"', '3']],
    [
      [
        ['A', '"1,2"'],
        ['D', '4'],
        ['A', '3'],
      ],
      ['"1,2"', '3'],
    ],
  ])('splits %j as the example of the standard does', (list, expected) => {
    expect(getDecodeAndSplitFrom(list, 'A')).toEqual(expected)
  })

  it.each([
    ['', ['']],
    [' \t', ['']],
    [',', ['', '']],
    ['\ta ,\t b\t', ['a', 'b']],
    ['\n a', ['\n a']],
    ['a"b,c"d,e', ['a"b,c"d', 'e']],
    ['"a\\",b",c', ['"a\\",b"', 'c']],
    ['"a\\\\",b', ['"a\\\\"', 'b']],
    ['a\\",b"', ['a\\",b"']],
    ['a\\,b', ['a\\', 'b']],
    ['"a,b', ['"a,b']],
    ['"a\\', ['"a\\']],
    ['" a "', ['" a "']],
    ['"",""', ['""', '""']],
  ])('splits %j outside of quoted strings only', (value, expected) => {
    expect(getDecodeAndSplit(value)).toEqual(expected)
  })
})

describe('extracting header list values', () => {
  it('returns null if there is no such header', () => {
    expect(extractHeaderListValues([['B', 'x']], 'A')).toBeNull()
  })

  // The examples of https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1.2 come first.
  it.each([
    ['foo,bar', ['foo', 'bar']],
    ['foo ,bar,', ['foo', 'bar']],
    ['foo , ,bar,charlie', ['foo', 'bar', 'charlie']],
    ['', []],
    [',', []],
    [',   ,', []],
    ['\tfoo\t,\t bar', ['foo', 'bar']],
    ['*', ['*']],
    ['PUT, patch, PUT', ['PUT', 'patch', 'PUT']],
  ])('reads %j as a list of tokens', (value, expected) => {
    expect(extractHeaderListValues([['A', value]], 'A')).toEqual(expected)
  })

  it('reads several headers of the name as one list, in order, in any case', () => {
    const list: HeaderList = [
      ['Access-Control-Allow-Headers', 'X-A, X-B'],
      ['Vary', 'Origin'],
      ['access-control-allow-headers', ''],
      ['ACCESS-CONTROL-ALLOW-HEADERS', 'x-c'],
    ]
    expect(extractHeaderListValues(list, 'access-control-allow-headers')).toEqual([
      'X-A',
      'X-B',
      'x-c',
    ])
  })

  it.each([
    ['two words without a comma', 'foo bar'],
    ['a quoted string', '"foo"'],
    ['a comma in a quoted string', '"foo,bar"'],
    ['a parameter', 'foo;q=1'],
    ['a line break', 'foo,\nbar'],
    ['a form feed, which is no optional white space', 'foo,\fbar'],
    ['a bad token after good ones', 'foo, bar, b@z'],
  ])('fails on %s', (_reason, value) => {
    expect(extractHeaderListValues([['A', value]], 'A')).toBe(FAILURE)
  })

  it('fails if one of several headers fails', () => {
    const list: HeaderList = [
      ['A', 'foo'],
      ['A', 'b r'],
    ]
    expect(extractHeaderListValues(list, 'A')).toBe(FAILURE)
  })
})
