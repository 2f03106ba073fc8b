import corsPackage from 'cors'
import { describe, expect, it } from 'vitest'
import strictCors from '../../../src/index.js'
import { issueCodesOf } from '../../unit/connect/serve.js'
import { CASES, type Case, type CreateMiddleware } from './cases.js'
import { DIFFERENCES } from './differences.js'
import { documentedResponses } from './documented.js'
import { type ComparedResponses, observe } from './observe.js'
import { REFUSALS } from './refusals.js'
import { REQUESTS } from './requests.js'

// A method, since its parameters are checked less strictly: the table holds wrong options on
// purpose.
interface Package {
  create(...source: unknown[]): ReturnType<CreateMiddleware>
}
const peer: Package = { create: corsPackage }
const ours: Package = { create: strictCors }

const nameOf = ({ option, says }: { readonly option: string; readonly says: string }) =>
  `${option}: ${says}`

const refusals = new Map(REFUSALS.map((refusal) => [nameOf(refusal), refusal]))
const cases = CASES.map((row) => [nameOf(row), row] as const)
const taken = cases.filter(([name]) => !refusals.has(name))
const refused = cases.flatMap(([name, row]) => {
  const refusal = refusals.get(name)
  return refusal === undefined ? [] : [[name, row, refusal] as const]
})
const replaced = refused.filter(([, , refusal]) => 'instead' in refusal)

/** The documented responses with some of the differences made. */
function responsesWith(differences: typeof DIFFERENCES, row: Case): ComparedResponses {
  const documented = documentedResponses(row)
  return Object.fromEntries(
    REQUESTS.map((request) => {
      const response = documented[request.name]
      if (response === undefined) throw new Error(`no documented response: ${request.name}`)
      return [
        request.name,
        differences.reduce((r, { change }) => change(r, request, row), response),
      ]
    }),
  )
}

describe('the table is true of cors', () => {
  it.each(cases)('%s', async (_name, row) => {
    expect(await observe(row, peer.create)).toEqual(documentedResponses(row))
  })
})

describe('strict-cors responds like cors, except for the listed differences', () => {
  it.each(taken)('%s', async (_name, row) => {
    expect(await observe(row, ours.create)).toEqual(responsesWith(DIFFERENCES, row))
  })
})

describe('strict-cors refuses the listed options that cors takes', () => {
  it.each(refused)('%s', (_name, row, { codes }) => {
    expect(issueCodesOf(() => ours.create(row.source))).toEqual(codes)
  })
})

describe('the options to write instead give the responses of cors, as far as options can', () => {
  it.each(replaced)('%s', async (_name, row, { instead }) => {
    const responses = await observe({ ...row, source: instead }, ours.create)
    expect(responses).toEqual(responsesWith(DIFFERENCES, row))
  })
})

describe('the lists hold no difference that makes no difference', () => {
  const rows = [...taken, ...replaced].map(([, row]) => row)

  it.each(DIFFERENCES.map(({ what }, index) => [what, index] as const))('%s', (_what, index) => {
    const before = rows.map((row) => responsesWith(DIFFERENCES.slice(0, index), row))
    const after = rows.map((row) => responsesWith(DIFFERENCES.slice(0, index + 1), row))
    expect(after).not.toEqual(before)
  })

  it('has one refusal for each row of the table of refusals', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(CASES.length)
    expect(refused.length).toBe(REFUSALS.length)
  })
})
