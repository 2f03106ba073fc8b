import { describe, expect, it } from 'vitest'
import { COMBINATIONS } from './combinations.js'
import { OUTCOME_EXCEPTIONS, REQUEST_EXCEPTIONS } from './exceptions.js'

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
