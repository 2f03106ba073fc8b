import { expect, it } from 'vitest'
import { runProject } from './nodes.js'

const OUTCOME = {
  vary: 'Accept, Origin',
  allowed: 'https://app.example.com',
  openSuffix: ['public-suffix-wildcard'],
  openExpression: ['open-regexp'],
  misspelt: ['unknown-option'],
}
const IN_ONE_PIECE = { ...OUTCOME, namesLaterFiles: false }
const WITH_FILES = { ...OUTCOME, namesLaterFiles: true }

it('does the same in an app that is bundled into one file, or deployed with the files that it needs', async () => {
  expect(await runProject('20', 'bundled-app')).toEqual({
    'esbuild to an ES module': IN_ONE_PIECE,
    'esbuild to CommonJS': IN_ONE_PIECE,
    'esbuild from CommonJS': WITH_FILES,
    'esbuild with other conditions': WITH_FILES,
    'esbuild with other conditions to CommonJS': WITH_FILES,
    'Rollup to an ES module': IN_ONE_PIECE,
    'Rollup to CommonJS': IN_ONE_PIECE,
    webpack: IN_ONE_PIECE,
    'webpack from CommonJS': IN_ONE_PIECE,
    ncc: IN_ONE_PIECE,
    'ncc from CommonJS': IN_ONE_PIECE,
    'the files that Vercel finds': WITH_FILES,
    'the files that Vercel finds from CommonJS': WITH_FILES,
  })
})
