import { describe, expect, it } from 'vitest'
import { createPolicy, engineOf } from '../../../src/policy/create-policy.js'

describe('engineOf', () => {
  it('finds the engine behind a policy', () => {
    const policy = createPolicy({ maxAge: 5 })
    expect(engineOf(policy)?.options).toBe(policy.options)
  })

  it('finds none behind anything else', () => {
    expect(engineOf({ ...createPolicy() })).toBeUndefined()
  })
})
