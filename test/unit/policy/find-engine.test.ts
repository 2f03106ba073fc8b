import { describe, expect, it } from 'vitest'
import { createPolicy, findEngine } from '../../../src/policy/create-policy.js'

describe('findEngine', () => {
  it('finds the engine behind a policy', () => {
    const policy = createPolicy({ maxAge: 5 })
    expect(findEngine(policy)?.options).toBe(policy.options)
  })

  it('finds none behind anything else', () => {
    expect(findEngine({ ...createPolicy() })).toBeUndefined()
  })
})
