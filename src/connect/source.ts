import { CorsConfigError } from '../policy/config/config-error.js'
import { configIssue } from '../policy/config/config-issue.js'
import { parseOptions } from '../policy/config/parse-options.js'
import { isPlainObject } from '../policy/config/plain-object.js'
import { findEngine } from '../policy/create-policy.js'
import { Engine } from '../policy/decide/engine.js'
import type { CorsOptions } from '../policy/options.js'
import type { Policy } from '../policy/policy.js'
import { writeAdvice } from './debug-log.js'
import { isPublicSuffix } from './public-suffix.js'
import type { HttpRequest } from './response-headers.js'

/** Takes a delegate's answer; only the first call counts. */
export type DelegateCallback = (error?: unknown, source?: CorsOptions | Policy) => void

interface DelegateSignature {
  // A method, so that a delegate may declare the request of its framework.
  delegate(
    request: HttpRequest,
    callback: DelegateCallback,
  ): CorsOptions | Policy | Promise<CorsOptions | Policy> | Promise<void> | void
}

/**
 * Chooses options or a policy per request. It answers by returning, by a promise, or through the
 * callback; one that declares fewer than two parameters is expected to return its answer.
 */
export type CorsDelegate = DelegateSignature['delegate']

/**
 * Policies made by another copy of this package, for instance if both module formats are loaded.
 * They are compiled again, with the public suffix list of this copy.
 */
const FOREIGN_ENGINES = new WeakMap<object, Engine>()

/**
 * The engine of options or of a policy; advice on them goes to the debug log.
 * @throws CorsConfigError
 */
export function compileSource(source: unknown): Engine {
  const engine = isPolicy(source) ? engineOfPolicy(source) : makeEngine(source)
  writeAdvice(engine)
  return engine
}

function engineOfPolicy(source: Policy): Engine {
  const engine = findEngine(source) ?? FOREIGN_ENGINES.get(source)
  if (engine !== undefined) return engine
  const rebuilt = makeEngine(source.options)
  FOREIGN_ENGINES.set(source, rebuilt)
  return rebuilt
}

/** @throws CorsConfigError */
function makeEngine(options: unknown): Engine {
  return new Engine(parseOptions(options, isPublicSuffix), isPublicSuffix)
}

/** Which returned values are a delegate's answer. */
export function answerTest(delegate: CorsDelegate): (returned: unknown) => boolean {
  return delegate.length < 2 ? () => true : isPlainObject
}

/**
 * The engine of a delegate's answer.
 * @throws CorsConfigError
 */
export function compileAnswer(answer: unknown): Engine {
  const expected = 'options or a policy from the function given to cors()'
  return compileSource(
    assertGiven(answer, expected, 'return options or a policy, or call back with one'),
  )
}

/**
 * Asserts that there is a source: a forgotten `return`, or a value that nobody has set, must not mean
 * the default, which is everybody.
 * @throws CorsConfigError
 */
export function assertGiven<Source>(
  source: Source | undefined,
  expected: string,
  fix: string,
): Source {
  if (source !== undefined) return source
  throw new CorsConfigError([configIssue('invalid-type', '', source, { expected, fix })])
}

/**
 * Asserts that options name an `origin`.
 * @throws CorsConfigError
 */
export function assertOrigin(source: unknown): void {
  if (!isPlainObject(source) || isPolicy(source) || Object.hasOwn(source, 'origin')) return
  const fix = 'name who may read: "https://app.example.com", or "*" for everybody'
  throw new CorsConfigError([configIssue('origin-missing', 'origin', undefined, { fix })])
}

function isPolicy(source: unknown): source is Policy {
  return (
    typeof source === 'object' &&
    source !== null &&
    'evaluate' in source &&
    typeof source.evaluate === 'function' &&
    // Without them it would be rebuilt from nothing, which means everybody.
    'options' in source &&
    source.options !== undefined
  )
}
