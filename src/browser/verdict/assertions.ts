import { quote } from '../../fetch/quote.js'
import type { BlockedCode } from '../algorithms/blocked-facts.js'
import { AssertionError } from './assertion-error.js'
import { BLOCKED } from './blocked.js'
import { formatVerdict } from './format-verdict.js'
import type { BlockedVerdict, SharedVerdict, Verdict } from './verdict.js'

/**
 * Asserts that the page can read the response. The error tells the whole story: the code, the fix,
 * and every exchange. Works in vitest, jest and `node:test`, and narrows the type, so that
 * `verdict.response` is there afterwards.
 * @throws {AssertionError} if the verdict is blocked or opaque; its `code` is `ERR_ASSERTION`
 * @throws {TypeError} if it is not a verdict, such as a promise that is not awaited
 * @example
 * const verdict = await page.check('/orders', { method: 'PUT' })
 * assertShared(verdict)
 * verdict.response.headers // what script can read
 */
export function assertShared(verdict: Verdict): asserts verdict is SharedVerdict {
  assertVerdict(verdict, assertShared)
  if (verdict.outcome !== 'shared') throw unexpected('shared', verdict, assertShared)
}

/**
 * Asserts that the browser hides the response from the page, and for this reason, if one is given.
 * Works like `assertShared()`.
 * @param code the reason, such as `allow-origin-missing`
 * @throws {AssertionError} if the verdict is not blocked, or has another code; its own `code` is
 *   `ERR_ASSERTION`
 * @throws {TypeError} if it is not a verdict, such as a promise that is not awaited, or if no
 *   verdict has this code
 * @example
 * assertBlocked(await page.check('/orders'), 'allow-origin-missing')
 */
export function assertBlocked<Code extends BlockedCode = BlockedCode>(
  verdict: Verdict,
  code?: Code,
): asserts verdict is BlockedVerdict & { readonly code: Code } {
  assertVerdict(verdict, assertBlocked)
  if (code !== undefined && !Object.hasOwn(BLOCKED, code)) {
    throw new TypeError(
      `assertBlocked() got the code ${quote(String(code))}, but no verdict has it; the codes are ${Object.keys(BLOCKED).join(', ')}`,
    )
  }
  if (verdict.outcome !== 'blocked' || (code !== undefined && verdict.code !== code)) {
    throw unexpected(code === undefined ? 'blocked' : `blocked: ${code}`, verdict, assertBlocked)
  }
}

type Assertion = typeof assertShared | typeof assertBlocked

function unexpected(expected: string, verdict: Verdict, assertion: Assertion): AssertionError {
  const actual = verdict.outcome === 'blocked' ? `blocked: ${verdict.code}` : verdict.outcome
  const message = `expected the verdict "${expected}", but it is\n${formatVerdict(verdict)}`
  return startingAtCaller(new AssertionError(message, actual, expected), assertion)
}

function assertVerdict(value: unknown, assertion: Assertion): void {
  // By its members, not by its prototype: a CommonJS test may get a verdict from the ESM build.
  if (isObject(value) && 'outcome' in value && 'message' in value && 'exchanges' in value) return
  const message =
    isObject(value) && 'then' in value
      ? `${assertion.name}() got a promise; await the verdict: ${assertion.name}(await page.check(…))`
      : `${assertion.name}() needs a verdict, as in ${assertion.name}(await page.check(…)); it got ${describe(value)}`
  throw startingAtCaller(new TypeError(message), assertion)
}

/** Runners show the line that the stack begins with; it should be a line of the test. */
function startingAtCaller<Failure extends Error>(error: Failure, assertion: Assertion): Failure {
  Error.captureStackTrace(error, assertion)
  return error
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `the string ${quote(value)}`
  return isObject(value) ? 'another object' : String(value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
