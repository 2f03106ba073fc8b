import { describe, expect, it } from 'vitest'
import { NODES, runProject } from './nodes.js'

describe.each(NODES)('the command on Node %s', (node) => {
  it('checks, audits, compares and explains', async () => {
    expect(await runProject(node, 'command')).toEqual({
      version: true,
      help: '0 Usage: npx strict-cors <command> [options]',
      shared: '0 Shared: PUT http://localhost/ from http://localhost',
      blocked: '1 Blocked (allow-origin-missing): GET http://localhost/ from null',
      silent: '3 No response: GET http://localhost/ from http://localhost',
      usage: '2 The URL is missing.',
      audit: '0 0 findings at http://localhost/ after n requests.',
      compare: '0 0 differences between http://localhost/ and http://localhost/',
      explain: '0 unspecific (chromium)',
    })
  })
})
