import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createPage, type PageRequestInit } from '../../../../src/testing.js'
import { API, PAGE, reply, responding, shared } from '../transports.js'

interface VerdictKind {
  readonly outcome: string
  readonly init: PageRequestInit
  readonly members: readonly string[]
}

const kinds: readonly VerdictKind[] = [
  { outcome: 'shared', init: {}, members: ['outcome', 'message', 'response', 'exchanges'] },
  {
    outcome: 'opaque',
    init: { mode: 'no-cors' },
    members: ['outcome', 'message', 'response', 'exchanges'],
  },
  {
    outcome: 'blocked',
    init: { mode: 'same-origin' },
    members: ['outcome', 'code', 'message', 'phase', 'step', 'fix', 'chromiumIssue', 'exchanges'],
  },
]

describe.each(kinds)('a verdict with the outcome $outcome', ({ outcome, init, members }) => {
  const page = createPage(responding(reply(200, shared())), { origin: PAGE })

  it('is plain data that cannot be changed', async () => {
    const verdict = await page.check(API, init)
    expect(verdict.outcome).toBe(outcome)
    expect(Object.keys(verdict)).toEqual(members)
    expect(Object.isFrozen(verdict)).toBe(true)
    expect(Object.isFrozen(verdict.exchanges)).toBe(true)
  })

  it('has a text of its own, which inspect() shows too', async () => {
    const verdict = await page.check(API, init)
    expect(String(verdict).split('\n').slice(0, 2)).toEqual([
      verdict.outcome === 'blocked' ? `blocked: ${verdict.code}` : outcome,
      verdict.message,
    ])
    expect(inspect(verdict)).toBe(String(verdict))
  })
})

it('verdicts have one prototype, which cannot be changed', async () => {
  const page = createPage(responding(reply(200, shared())), { origin: PAGE })
  const prototypes = await Promise.all(
    kinds.map(async ({ init }) => Object.getPrototypeOf(await page.check(API, init))),
  )
  expect(new Set(prototypes).size).toBe(1)
  expect(prototypes.every((prototype) => prototype !== Object.prototype)).toBe(true)
  expect(prototypes.every(Object.isFrozen)).toBe(true)
})
