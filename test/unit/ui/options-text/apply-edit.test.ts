import { describe, expect, it } from 'vitest'
import type { Edit } from '../../../../src/policy/config/issues/fix.js'
import { applyEdit } from '../../../../src/ui/options-text/apply-edit.js'
import { readOptionsText } from '../../../../src/ui/options-text/read-options-text.js'

function apply(text: string, path: string, edit: Edit): string | null {
  return applyEdit(text, readOptionsText(text), path, edit)
}

describe('applyEdit', () => {
  it.each<[string, string, Edit, string]>([
    ['{ a: 1, b: 2 }', 'a', { replace: 'x' }, "{ a: 'x', b: 2 }"],
    ['{ a: 1 }', 'a', { replace: ['x', 2, true] }, "{ a: ['x', 2, true] }"],
    ['{ a: 1 }', 'a', { replace: /x/i }, '{ a: /x/i }'],
    ['{ a: 1 }', 'a', { replace: "it's" }, '{ a: "it\'s" }'],
    ['{ a: 1 }', 'a', { replace: 'say "x"' }, '{ a: \'say "x"\' }'],
    ['{ "a": 1 /* why */ }', 'a', { rename: 'b' }, '{ b: 1 /* why */ }'],
    ["{ 'odd name': 1 }", '"odd name"', { remove: true }, '{  }'],
    ['{ a: 1, b: 2 }', 'a', { remove: true }, '{ b: 2 }'],
    ['{ a: 1, b: 2 }', 'b', { remove: true }, '{ a: 1 }'],
    ['{ a: 1, }', 'a', { remove: true }, '{  }'],
    ["{ a: ['x', 'y', 'z'] }", 'a[1]', { replace: 'q' }, "{ a: ['x', 'q', 'z'] }"],
    ["{ a: ['x', 'y'] }", 'a[0]', { replace: ['p', 'q'] }, "{ a: ['p', 'q', 'y'] }"],
    ["{ a: ['x', 'y'] }", 'a[0]', { replace: [] }, "{ a: ['y'] }"],
    ["{ a: ['x', 'y'] }", 'a[1]', { remove: true }, "{ a: ['x'] }"],
    ["{ a: ['x'] }", 'a[0]', { remove: true }, '{ a: [] }'],
    ["{ a: 'GET, put' }", 'a[1]', { replace: 'PUT' }, "{ a: 'GET,PUT' }"],
    ["{ a: 'GET,put,' }", 'a[2]', { remove: true }, "{ a: 'GET,put' }"],
  ])('edits %s at %s', (text, path, edit, expected) => {
    expect(apply(text, path, edit)).toBe(expected)
  })

  it.each<[string, string, Edit]>([
    ['{ a: 1 }', 'b', { remove: true }],
    ['{ a: 1 }', 'b', { replace: 2 }],
    ['{ a: 1 }', 'b[0]', { replace: 2 }],
    ['{ a: [1] }', 'a[1]', { remove: true }],
    ['{ a: 1 }', 'a[0]', { remove: true }],
    ['{ a: [1] }', 'a[0]', { rename: 'b' }],
  ])('leaves %s alone if it has no %s', (text, path, edit) => {
    expect(apply(text, path, edit)).toBeNull()
  })
})
