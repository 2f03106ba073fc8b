import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { checkCommand, shellWord } from '../../../../src/browser/messages/check-command.js'

describe('checkCommand', () => {
  it('has placeholders for what is unknown', () => {
    expect(checkCommand({})).toBe('npx strict-cors check <url> --origin <origin>')
  })

  it('names the method', () => {
    expect(
      checkCommand({
        url: 'https://a.example/x?y=1',
        origin: 'http://b.example:81',
        method: 'PUT',
      }),
    ).toBe("npx strict-cors check 'https://a.example/x?y=1' --origin http://b.example:81 -X PUT")
  })
})

describe('shellWord', () => {
  it.each([
    ['https://a.example/;id'],
    ['https://a.example/$(id)`id`'],
    ["https://a.example/';id;'"],
    ['https://a.example/"&&id||"'],
    ['~root'],
    ['a=b c'],
    ['-x y'],
    [''],
    ['!!'],
    ['https://a.example/%2f,+@~=-'],
  ])('is the same word to a shell: %s', (value) => {
    const script = `printf %s ${shellWord(value)}`
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(value)
  })

  it('has no line break, which would run what follows it', () => {
    expect(shellWord("a\nid\r'")).toBe("'a id '\\'''")
  })

  it('has nothing that a terminal would obey or hide', () => {
    expect(shellWord('https://a.example/\u009b2K\u202e\u2028')).toBe("'https://a.example/ 2K  '")
  })
})
