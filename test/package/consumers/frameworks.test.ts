import { describe, expect, it } from 'vitest'
import { NODES, runNode, runProject } from './nodes.js'
import { RESPONSES } from './responses.js'

// Restify 12 asks for Node 22 and runs on Node 20 too. Restify 11 is left out: from Node 24 on it
// cannot be loaded (`No such module: http_parser`).
const PROJECTS = [
  'express-5',
  'express-4',
  'connect-3',
  'node-http',
  'node-http2',
  'nest',
  'nest-enable-cors',
  'fastify-middie',
  'next-style',
  'polka',
  'restify',
]

describe.each(NODES)('on Node %s', (node) => {
  it('runs that version', async () => {
    expect(await runNode(node, ['--version'], '.')).toMatch(new RegExp(`^v${node}\\.`))
  })

  it.each(PROJECTS)('responds as it should in %s', async (project) => {
    expect(await runProject(node, project)).toEqual(RESPONSES)
  })
})
