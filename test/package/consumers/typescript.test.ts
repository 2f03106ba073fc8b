import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { run } from './command.js'
import { runProject } from './nodes.js'
import { RESPONSES } from './responses.js'

const EMITTED = ['--module', 'nodenext', '--moduleResolution', 'nodenext']
const CHECKED = [
  ['--moduleResolution', 'node16', '--module', 'node16'],
  ['--moduleResolution', 'bundler', '--module', 'preserve'],
]
const EXPRESS = ['typescript-express-5', 'typescript-express-4']

describe.each(['5.9', '6', '7'])('TypeScript %s', (version) => {
  it('is that version', async () => {
    expect(await compile(version, '.', '--version')).toMatch(new RegExp(`^Version ${version}\\.`))
  })

  describe.each(EXPRESS)('in %s', (project) => {
    it.each(CHECKED)('compiles with %s %s', async (...flags) => {
      expect(await compile(version, project, '-p', '.', '--noEmit', ...flags)).toBe('')
    })

    it('compiles with moduleResolution nodenext to ES modules and CommonJS that run', async () => {
      await expectToRun(version, project, ['--esModuleInterop', 'true'])
    })
  })

  it('finds that the claims about the types hold for the package', async () => {
    expect(await compile(version, 'typescript-claims', '-p', '.')).toBe('')
  })
})

// TypeScript 7 has no compilation without it (TS5108).
describe.each([
  { version: '5.9', flags: ['--esModuleInterop', 'false'] },
  { version: '6', flags: ['--esModuleInterop', 'false', '--ignoreDeprecations', '6.0'] },
])('TypeScript $version without esModuleInterop', ({ version, flags }) => {
  it.each(EXPRESS)('compiles %s to ES modules and CommonJS that run', async (project) => {
    await expectToRun(version, project, flags)
  })
})

// TypeScript 7 has no such resolution (TS5108).
describe.each([
  { version: '5.9', flags: [] },
  { version: '6', flags: ['--ignoreDeprecations', '6.0'] },
])('TypeScript $version with moduleResolution node10', ({ version, flags }) => {
  it('finds the types of every entry', async () => {
    expect(await compile(version, 'typescript-node10', '-p', '.', ...flags)).toBe('')
  })
})

async function expectToRun(version: string, project: string, flags: string[]): Promise<void> {
  const out = ['out', version, ...flags].join('')
  expect(await compile(version, project, '-p', '.', '--outDir', out, ...EMITTED, ...flags)).toBe('')
  expect(await runProject('20', project, join(out, 'esm.mjs'))).toEqual(RESPONSES)
  expect(await runProject('20', project, join(out, 'commonjs.cjs'))).toEqual(RESPONSES)
}

/**
 * Runs a compiler in the folder of a project and returns what it says, which is nothing if all is
 * well.
 */
function compile(version: string, project: string, ...args: string[]): Promise<string> {
  const folder = inject('folder')
  // Each version brings a program named tsc, so .bin has only one of them.
  const compiler = join(folder, 'node_modules', `typescript${version}`, 'bin', 'tsc')
  return run(process.execPath, [compiler, ...args], join(folder, project))
}
