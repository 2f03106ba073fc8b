import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../../../../src/ui/write/command-line.js'
import { FORMS } from '../forms.js'

/** The arguments that a shell makes of a command line. */
function argumentsOf(command: string): unknown {
  const script = 'console.log(JSON.stringify(process.argv.slice(1)))'
  const shown = command.replace('npx strict-cors', `"${process.execPath}" -e '${script}' --`)
  const env = { AUTHORIZATION: 'Bearer secret', COOKIE: 'session=secret' }
  return JSON.parse(execFileSync('sh', ['-c', shown], { env, encoding: 'utf8' }))
}

describe('commandLine', () => {
  it('is as short as possible', () => {
    expect(commandLine(FORMS.simple)).toBe(
      "npx strict-cors check 'http://127.0.0.1:3000/orders?page=2' \\\n  --origin https://app.example.com",
    )
  })

  it('passes everything through a shell, secrets by the environment', () => {
    expect(commandLine(FORMS.full)).not.toContain('secret')
    expect(argumentsOf(commandLine(FORMS.full))).toEqual([
      'check',
      FORMS.full.url,
      '--origin',
      'https://app.example.com',
      '-X',
      'PUT',
      '-H',
      'Authorization: Bearer secret',
      '-H',
      'X-Trace: 1',
      '-H',
      'Accept: text/plain',
      '-d',
      '{"item":"Kettle"}',
      '--credentials',
      '-b',
      'session=secret',
    ])
  })

  it.each(['X-Api-Key', 'X-My-Token', 'Client-Secret', 'proxy-authorization', 'Cookie'])(
    'does not write out the value of a header that reports mask: %s',
    (name) => {
      const command = commandLine({ ...FORMS.simple, headers: [[name, 'of-ada']] })
      expect(command).not.toContain('of-ada')
      expect(command).toContain(`$${name.toUpperCase().replaceAll('-', '_')}`)
    },
  )

  it('leaves out the method that a body has by itself', () => {
    expect(commandLine(FORMS.post)).not.toContain('-X')
  })

  it('lets nothing break out of its quotes', () => {
    const [[name, value] = []] = FORMS.hostile.headers
    expect(argumentsOf(commandLine(FORMS.hostile))).toEqual([
      'check',
      FORMS.hostile.url,
      '--origin',
      'https://app.example.com',
      '-H',
      `${name}: ${value}`,
    ])
  })
})
