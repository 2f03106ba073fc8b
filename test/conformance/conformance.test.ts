import corsPackage from 'cors'
import { describe, expect, it } from 'vitest'
import { observe } from './answer.js'
import { CASES, type CreateMiddleware } from './cases.js'
import { documentedAnswers } from './documented.js'

// A method takes any value for its parameters' types: the table holds wrong options on purpose.
const peer: { create(...source: unknown[]): ReturnType<CreateMiddleware> } = { create: corsPackage }

describe('the table is true of cors', () => {
  it.each(CASES)('$option: $says', async (row) => {
    expect(await observe(row, peer.create)).toEqual(documentedAnswers(row))
  })
})
