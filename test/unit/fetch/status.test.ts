import { describe, expect, it } from 'vitest'
import { isNullBodyStatus, isOkStatus, isRedirectStatus } from '../../../src/fetch/status.js'

/** https://fetch.spec.whatwg.org/#concept-status */
const STATUSES = Array.from({ length: 1000 }, (_, status) => status)

describe('status', () => {
  it.each([
    ['a null body status', isNullBodyStatus, [101, 103, 204, 205, 304]],
    ['a redirect status', isRedirectStatus, [301, 302, 303, 307, 308]],
    ['an ok status', isOkStatus, Array.from({ length: 100 }, (_, i) => 200 + i)],
  ])('is %s if and only if the standard says so', (_name, predicate, expected) => {
    expect(STATUSES.filter(predicate)).toEqual(expected)
  })
})
