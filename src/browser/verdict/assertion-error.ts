/**
 * What a failed assertion throws. vitest, jest and `node:test` know an assertion's error by its name
 * and its code; the class of `node:assert` exists only in Node.
 */
export class AssertionError extends Error {
  override readonly name = 'AssertionError'
  readonly code = 'ERR_ASSERTION'
  readonly actual: string
  readonly expected: string

  constructor(message: string, actual: string, expected: string) {
    super(message)
    this.actual = actual
    this.expected = expected
  }
}
