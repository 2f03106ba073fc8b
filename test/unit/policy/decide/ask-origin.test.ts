import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../../src/index.js'

const ALLOWED = 'https://app.example.com'
const DENIED = 'https://evil.test'

describe('askOrigin()', () => {
  it.each([
    ['a list', createPolicy({ origin: [ALLOWED] })],
    ['a function', createPolicy({ origin: (origin) => origin === ALLOWED })],
    ['an async function', createPolicy({ origin: async (origin) => origin === ALLOWED })],
  ])('always promises a boolean: %s', async (_what, policy) => {
    const answers = [ALLOWED, DENIED, undefined].map((origin) => policy.askOrigin(origin))
    expect(answers.every((answer) => answer instanceof Promise)).toBe(true)
    expect(await Promise.all(answers)).toEqual([true, false, false])
  })

  it('rejects with what the function throws', async () => {
    const failure = new Error('the database is down')
    const policy = createPolicy({
      origin: () => {
        throw failure
      },
    })
    await expect(policy.askOrigin(ALLOWED)).rejects.toBe(failure)
  })
})

describe('isOriginAllowed()', () => {
  it('throws if a function decides, since a promise would pass for true', () => {
    const policy: object = createPolicy({ origin: (origin) => origin === ALLOWED })
    expect(() => Reflect.get(policy, 'isOriginAllowed')(DENIED)).toThrow(
      new TypeError(
        'strict-cors: isOriginAllowed() cannot wait for an origin function; use await policy.askOrigin(origin)',
      ),
    )
  })
})
