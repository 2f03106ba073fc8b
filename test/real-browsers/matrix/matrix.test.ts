import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../src/index.js'
import { COMBINATIONS } from './combinations.js'
import { OUTCOME_EXCEPTIONS, REQUEST_EXCEPTIONS } from './exceptions.js'
import { PAGE_NAMES, type PageName, pageOrigin } from './pages.js'
import { POLICY_NAMES, type PolicyName, policyOptions } from './policies.js'

const PORTS = { first: 8001, second: 8002 }
const APP = 'http://localhost:8000'
const TUPLE_ORIGINS = PAGE_NAMES.filter((page) => page !== 'sandboxed')

const ADMITTED: Readonly<Record<PolicyName, readonly PageName[]>> = {
  default: PAGE_NAMES,
  stars: PAGE_NAMES,
  'star-and-authorization': PAGE_NAMES,
  'read-only': TUPLE_ORIGINS,
  'one-origin': ['localhost'],
  'one-origin-credentials': ['localhost'],
  'list-credentials': ['localhost, other port', 'app.localhost', '127.0.0.1', '[::1]'],
  subdomains: ['a.app.localhost'],
  'any-port': ['localhost', 'localhost, other port', 'the app itself'],
  'any-subdomain-credentials': [
    'localhost',
    'localhost, other port',
    'app.localhost',
    'a.app.localhost',
    'evilapp.localhost',
    'the app itself',
  ],
  regexp: ['app.localhost'],
  reflected: TUPLE_ORIGINS,
  'reflected-credentials': TUPLE_ORIGINS,
  off: [],
  'opaque-origin': ['localhost', 'sandboxed'],
  function: ['app.localhost'],
  'function-callback': ['localhost, other port'],
  'function-promise': ['app.localhost', 'a.app.localhost', 'evilapp.localhost', '[::1]'],
  'preflight-continue': TUPLE_ORIGINS,
  'nothing-extra': TUPLE_ORIGINS,
}

describe('the policies of the matrix', () => {
  it.each(POLICY_NAMES)('%s admits the pages that it is meant for', async (name) => {
    const policy = createPolicy(policyOptions(name, PORTS))
    const admitted: PageName[] = []
    for (const page of PAGE_NAMES) {
      if (await policy.askOrigin(pageOrigin(page, PORTS, APP))) admitted.push(page)
    }
    expect(admitted).toEqual(ADMITTED[name])
  })
})

describe('the matrix', () => {
  const names = COMBINATIONS.map(({ name }) => name)

  it('has 720 different combinations', () => {
    expect(new Set(names).size).toBe(720)
  })

  it('has exceptions for 6 outcomes and 15 requests, each of them a combination', () => {
    const outcomes = OUTCOME_EXCEPTIONS.flatMap(({ combinations }) => combinations)
    const requests = REQUEST_EXCEPTIONS.flatMap(({ combinations }) => combinations)
    expect([outcomes.length, requests.length]).toEqual([6, 15])
    expect([...outcomes, ...requests].filter((name) => !names.includes(name))).toEqual([])
  })
})
