import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../src/index.js'
import { drawCombinations } from './combinations.js'
import { PAGE_NAMES, type PageName, pageOrigin } from './pages.js'
import { POLICY_NAMES, type PolicyName, policyOptions } from './policies.js'
import { DEFAULT_SIZE, type MatrixSize, parseSize } from './size.js'

const PORTS = { first: 8001, second: 8002 }
const APP = 'http://localhost:8000'
const TUPLE_ORIGINS = PAGE_NAMES.filter((page) => page !== 'sandboxed')

const ADMITTED: Readonly<Record<PolicyName, readonly PageName[]>> = {
  default: PAGE_NAMES,
  stars: PAGE_NAMES,
  'star-and-authorization': PAGE_NAMES,
  'read-only': PAGE_NAMES,
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
  reflected: PAGE_NAMES,
  'reflected-credentials': TUPLE_ORIGINS,
  off: [],
  'opaque-origin': ['localhost', 'sandboxed'],
  function: ['app.localhost'],
  'function-callback': ['localhost, other port'],
  'function-promise': ['app.localhost', 'a.app.localhost', 'evilapp.localhost', '[::1]'],
  'preflight-continue': PAGE_NAMES,
  'nothing-extra': PAGE_NAMES,
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
  const namesOf = (size: MatrixSize) => drawCombinations(size).map(({ name }) => name)

  it('has 720 different combinations by default, 4 for each policy and page', () => {
    const combinations = drawCombinations(DEFAULT_SIZE)
    expect(new Set(combinations.map(({ name }) => name)).size).toBe(720)
    const sizes = POLICY_NAMES.flatMap((policy) =>
      PAGE_NAMES.map(
        (page) =>
          combinations.filter((drawn) => drawn.policy === policy && drawn.page === page).length,
      ),
    )
    expect(sizes).toEqual(Array(180).fill(4))
  })

  it.each([1, 719, 10_000])('has %i different combinations if told so', (count) => {
    expect(new Set(namesOf({ seed: 7, count })).size).toBe(count)
  })

  it('is the same for the same seed, and another one for another seed', () => {
    expect(namesOf({ seed: 7, count: 720 })).toEqual(namesOf({ seed: 7, count: 720 }))
    expect(namesOf({ seed: 7, count: 720 })).not.toEqual(namesOf({ seed: 8, count: 720 }))
  })
})

describe('the size of the matrix', () => {
  it('is the default if nothing is given', () => {
    expect(parseSize({})).toEqual({ seed: 1, count: 720 })
    expect(parseSize({ count: '10000' })).toEqual({ seed: 1, count: 10_000 })
    expect(parseSize({ seed: '0' })).toEqual({ seed: 0, count: 720 })
  })

  it.each([
    [{ seed: '-1' }, '--seed is a whole number from 0 to 4294967295, not "-1"'],
    [{ seed: '4294967296' }, '--seed is a whole number from 0 to 4294967295, not "4294967296"'],
    [{ count: '0' }, '--count is a whole number from 1 to 100000, not "0"'],
    [{ count: '1e3' }, '--count is a whole number from 1 to 100000, not "1e3"'],
    [{ count: '' }, '--count is a whole number from 1 to 100000, not ""'],
  ])('is refused: %o', (given, message) => {
    expect(() => parseSize(given)).toThrow(new RangeError(message))
  })
})
