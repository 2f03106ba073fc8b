import { describe, expect, it } from 'vitest'
import { mimeTypeEssence } from '../../../src/fetch/mime-type.js'

// https://mimesniff.spec.whatwg.org/#parse-a-mime-type
describe('parsing a MIME type', () => {
  it.each([
    ['text/plain', 'text/plain'],
    ['TEXT/Plain', 'text/plain'],
    ['\t\n\r text/plain\t\n\r ', 'text/plain'],
    ['text/plain;charset=utf-8', 'text/plain'],
    ['text/plain ;charset=utf-8', 'text/plain'],
    ['text/plain;', 'text/plain'],
    ['text/plain; a="b/c;d"', 'text/plain'],
    ['text/plain; not a parameter', 'text/plain'],
    ['application/vnd.api+json', 'application/vnd.api+json'],
    ["!#$%&'*+-.^_`|~/!#$%&'*+-.^_`|~", "!#$%&'*+-.^_`|~/!#$%&'*+-.^_`|~"],
    ['*/*', '*/*'],
  ])('finds the essence of %j', (input, essence) => {
    expect(mimeTypeEssence(input)).toBe(essence)
  })

  it.each([
    ['nothing', ''],
    ['white space alone', ' \t'],
    ['no slash', 'text'],
    ['no type', '/plain'],
    ['no subtype', 'text/'],
    ['no subtype before the parameters', 'text/;charset=utf-8'],
    ['a slash alone', '/'],
    ['two slashes', 'text/plain/x'],
    ['white space before the slash', 'text /plain'],
    ['white space after the slash', 'text/ plain'],
    ['white space in the subtype', 'text/pl ain'],
    ['a semicolon before the slash', 'text;/plain'],
    ['a semicolon first', ';text/plain'],
    ['two types', 'text/plain,text/html'],
    ['a form feed, which is no HTTP whitespace', '\ftext/plain'],
    ['a vertical tab, which is no HTTP whitespace', 'text/plain\v'],
    ['a letter beyond ASCII', 'text/pl\xe4in'],
  ])('fails on %s', (_reason, input) => {
    expect(mimeTypeEssence(input)).toBeNull()
  })
})
