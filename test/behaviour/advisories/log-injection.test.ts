import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../src/index.js'
import { HOSTILE_REQUESTS, ORIGIN } from './hostile-requests.js'

const CHILD = fileURLToPath(new URL('log-injection-child.ts', import.meta.url))

const ONE_PLAIN_LINE = /^[\x20-\x7e]+$/

describe('a log line forged through a received value (CVE-2024-1681)', () => {
  const policy = createPolicy({ origin: ORIGIN, methods: 'PUT' })

  it.each(HOSTILE_REQUESTS)('is not possible in a denial: %s', (code, { method, headers = {} }) => {
    const { denial } = policy.evaluate({ method, headers })
    expect(denial?.code).toBe(code)
    expect(denial?.message).toMatch(ONE_PLAIN_LINE)
  })

  it.each(HOSTILE_REQUESTS)('is not possible in explain(): %s', (code, request) => {
    const { method, headers = {} } = request
    const lines = policy.explain({ method, headers }).split('\n')
    for (const line of lines) expect(line).toMatch(ONE_PLAIN_LINE)
    expect(lines.filter((line) => !line.startsWith(' '))).toHaveLength(1)
    expect(lines[1]).toMatch(new RegExp(`^  \\[${code}\\] `))
  })

  it('cannot end the quotes around what was received', () => {
    const { denial } = policy.evaluate({
      headers: { origin: 'x\\" is allowed; \\\\"' },
    })
    expect(denial?.message).toBe(
      'the Origin "x\\\\\\" is allowed; \\\\\\\\\\"" is not a serialized origin such as "https://app.example.com"; look at the client that sends it',
    )
  })

  it('is not possible in what NODE_DEBUG=strict-cors writes', { timeout: 30_000 }, async () => {
    const env = { ...process.env, NODE_DEBUG: 'strict-cors' }
    const run = promisify(execFile)
    const { stderr } = await run(process.execPath, ['--import', 'tsx', CHILD], { env })
    const lines = stderr.trimEnd().split('\n')
    for (const line of lines) expect(line).toMatch(ONE_PLAIN_LINE)
    expect(
      lines.map((line) => line.match(/^STRICT-CORS \d+: [A-Z]+ \/.*? \[([a-z-]+)\] /)?.[1]),
    ).toEqual([
      ...HOSTILE_REQUESTS.map(([code]) => code),
      'origin-invalid',
      'method-not-allowed',
      'request-headers-invalid',
    ])
  })
})
