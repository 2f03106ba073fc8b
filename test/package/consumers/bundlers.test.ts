import { expect, it } from 'vitest'
import { runProject } from './nodes.js'

const OUTCOME = {
  vary: 'Accept, Origin',
  allowed: 'https://app.example.com',
  openSuffix: ['public-suffix-wildcard'],
  openExpression: ['open-regexp'],
  misspelt: ['unknown-option'],
}

it('does the same in an app that is bundled into one file, or deployed with the files that it needs', async () => {
  expect(await runProject('20', 'bundled-app')).toEqual({
    'esbuild to an ES module': OUTCOME,
    'esbuild to CommonJS': OUTCOME,
    'esbuild from CommonJS': OUTCOME,
    'esbuild with other conditions': OUTCOME,
    'esbuild with other conditions to CommonJS': OUTCOME,
    'Rollup to an ES module': OUTCOME,
    'Rollup to CommonJS': OUTCOME,
    webpack: OUTCOME,
    'webpack from CommonJS': OUTCOME,
    'the files that Vercel finds': OUTCOME,
    'the files that Vercel finds from CommonJS': OUTCOME,
  })
})
