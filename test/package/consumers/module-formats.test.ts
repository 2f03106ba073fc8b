import { describe, expect, it } from 'vitest'
import { NODES, runProject } from './nodes.js'

const EXPORTS = {
  root: ['CorsConfigError', 'checkOrigins', 'cors', 'createPolicy', 'default'],
  policy: ['CorsConfigError', 'checkOrigins', 'createPolicy'],
  testing: [
    'UnreachableError',
    'assertBlocked',
    'assertShared',
    'audit',
    'compare',
    'createPage',
    'explainMessage',
  ],
  defaultIsCors: true,
  oneErrorClass: true,
  name: 'strict-cors',
}

describe.each(NODES)('on Node %s', (node) => {
  it('exports the same to ES modules from every entry', async () => {
    expect(await runProject(node, 'esm')).toEqual(EXPORTS)
  })

  it('gives require() the function itself, with the other exports as its properties', async () => {
    expect(await runProject(node, 'commonjs')).toEqual({ ...EXPORTS, rootIs: 'function' })
  })

  it('accepts a policy from the other format if both are loaded', async () => {
    expect(await runProject(node, 'both-formats')).toEqual({
      twoCopies: true,
      policyOfCommonjsInEsm: ['shared', 'blocked'],
      policyOfEsmInCommonjs: ['shared', 'blocked'],
      policyOfCommonjsByDelegateOfEsm: ['shared', 'blocked'],
    })
  })

  it('bundles the policy for browsers, which needs nothing from Node or the web', async () => {
    expect(await runProject(node, 'policy-bundle')).toEqual({
      packages: ['strict-cors'],
      globals: [],
      allowed: [true, true, false],
      denial: 'origin-not-allowed',
      refused: ['origin-invalid', 'origin-invalid', 'unknown-option'],
    })
  })
})
