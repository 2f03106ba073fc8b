import { describe, expect, it } from 'vitest'
import {
  countRequestHeaders,
  scanRequestHeaders,
} from '../../../../../src/policy/decide/preflight/request-headers.js'

function scan(value: string): { readonly count: number; readonly names: readonly string[] } {
  const names: string[] = []
  const count = scanRequestHeaders(value, (name) => names.push(name))
  return { count, names }
}

const LISTS: readonly (readonly [what: string, value: string, names: readonly string[]])[] = [
  ['nothing', '', []],
  ['white space', ' \t ', []],
  ['commas alone', ',,,', []],
  ['one name', 'x-a', ['x-a']],
  ['names as a browser sends them', 'authorization,x-a,x-b', ['authorization', 'x-a', 'x-b']],
  ['names with white space', 'x-a, x-b\t,\tx-c', ['x-a', 'x-b', 'x-c']],
  ['empty elements', ',x-a,, ,x-b,', ['x-a', 'x-b']],
  ['upper case', 'X-A,Content-Type', ['x-a', 'content-type']],
  ['a name twice', 'x-a,x-a', ['x-a', 'x-a']],
  ['every character of a token', "!#$%&'*+-.^_`|~09az", ["!#$%&'*+-.^_`|~09az"]],
  ['128 names', 'a,'.repeat(128), new Array<string>(128).fill('a')],
  ['4,096 bytes', 'a'.repeat(4096), ['a'.repeat(4096)]],
]

const NO_LISTS: readonly (readonly [what: string, value: string])[] = [
  ['white space within a name', 'x a'],
  ['a name and white space and a name', 'x-a\tx-b'],
  ['a semicolon', 'x-a;x-b'],
  ['a colon', 'x-a: 1'],
  ['a quoted string', '"x-a"'],
  ['a line break', 'x-a\r\nx-b'],
  ['a line break at the end', 'x-a\n'],
  ['NUL', 'x-a\0'],
  ['a form feed, which is no white space here', 'x-a,\fx-b'],
  ['a no-break space', 'x-a,\xa0x-b'],
  ['bytes beyond ASCII', 'x-\u00e4'],
  ['a bad token after good ones', 'x-a,x-b,('],
  ['129 names', 'a,'.repeat(129)],
  ['4,097 bytes', 'a'.repeat(4097)],
  ['4,097 commas', ','.repeat(4097)],
]

describe('scanRequestHeaders', () => {
  it.each(LISTS)('reads %s', (_what, value, names) => {
    expect(scan(value)).toEqual({ count: names.length, names })
  })

  it.each(NO_LISTS)('refuses %s', (_what, value) => {
    expect(scan(value).count).toBe(-1)
  })
})

describe('countRequestHeaders', () => {
  it.each(LISTS)('counts the names of %s', (_what, value, names) => {
    expect(countRequestHeaders(value)).toBe(names.length)
  })

  it.each(NO_LISTS)('refuses %s', (_what, value) => {
    expect(countRequestHeaders(value)).toBe(-1)
  })
})
