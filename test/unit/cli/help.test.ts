import { describe, expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { COMMANDS } from '../../../src/cli/commands/index.js'
import { runCommand } from './run-command.js'

/** A terminal as small as they come. */
const LINES = 24
const COLUMNS = 80

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('is what %j prints', async (argv) => {
    const { status, stdout, stderr } = await runCommand(argv)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const name of COMMANDS.keys()) expect(stdout).toContain(`\n  ${name} `)
    expectToFit(stdout)
  })

  it.each([...COMMANDS])(
    'of %s fits one screen, with two examples and every option',
    async (name, load) => {
      const { status, stdout, stderr } = await runCommand([name, '--help'])
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expectToFit(stdout)
      expect(stdout.match(new RegExp(`^  npx strict-cors ${name} `, 'gm'))).toHaveLength(2)
      const { options } = await load()
      for (const [option, { short }] of Object.entries(options)) {
        expect(stdout).toContain(short === undefined ? `--${option} ` : `-${short}, --${option} `)
      }
      for (const [, option = ''] of stdout.matchAll(/--([\w-]+)/g)) {
        expect(Object.keys(options)).toContain(option)
      }
      expect(await runCommand([name, 'x', '-h'])).toEqual({ status, stdout, stderr })
      expect(await runCommand(['help', name])).toEqual({ status, stdout, stderr })
    },
  )

  it('has the version', async () => {
    const printed = { status: 0, stdout: `${manifest.version}\n`, stderr: '' }
    expect(await runCommand(['--version'])).toEqual(printed)
    expect(await runCommand(['-V'])).toEqual(printed)
  })
})

function expectToFit(text: string): void {
  const lines = text.split('\n')
  expect(lines.length - 1).toBeLessThanOrEqual(LINES)
  expect(lines.filter((line) => line.length > COLUMNS)).toEqual([])
}
