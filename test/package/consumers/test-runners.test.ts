import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { runNode } from './nodes.js'

/** Programs of test runners, each with what makes it print its results as JSON. */
const RUNNERS = [
  ['jest', ['--experimental-vm-modules', 'jest/bin/jest.js', '--json']],
  ['vitest', ['vitest/vitest.mjs', 'run', '--reporter=json']],
] as const

it.each(RUNNERS)(
  'loads in %s with jsdom, as ES module and CommonJS, and its assertions work',
  async (_name, args) => {
    expect(await results('jsdom', args)).toEqual([4, true])
  },
)

it.each(RUNNERS)('runs the example for %s', async (_name, args) => {
  expect(await results('testing-examples', args)).toEqual([2, true])
})

async function results(project: string, args: readonly string[]): Promise<unknown> {
  const modules = join(inject('folder'), 'node_modules')
  const found = args.map((arg) => (arg.includes('/') ? join(modules, arg) : arg))
  const { numPassedTests, success } = JSON.parse(await runNode('20', found, project))
  return [numPassedTests, success]
}
