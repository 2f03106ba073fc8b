import { CorsConfigError } from '../policy/config/issues/config-error.js'
import { configIssue } from '../policy/config/issues/config-issue.js'
import { parseOptions } from '../policy/config/parse-options.js'
import { isPlainObject } from '../policy/config/plain-object.js'
import { findEngine } from '../policy/create-policy.js'
import { Engine } from '../policy/decide/engine.js'
import type { Policy } from '../policy/policy.js'
import { writeAdvice } from './debug-log.js'
import { isPublicSuffix } from './public-suffix.js'

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
  const engine = isPolicy(source) ? compilePolicy(source) : compileOptions(source)
  writeAdvice(engine)
  return engine
}

/** The engine that this copy of the package made for a policy, or makes for a foreign one. */
function compilePolicy(source: Policy): Engine {
  const engine = findEngine(source) ?? FOREIGN_ENGINES.get(source)
  if (engine !== undefined) return engine
  const rebuilt = compileOptions(source.options)
  FOREIGN_ENGINES.set(source, rebuilt)
  return rebuilt
}

/** @throws CorsConfigError */
function compileOptions(options: unknown): Engine {
  return new Engine(parseOptions(options, isPublicSuffix), isPublicSuffix)
}

/**
 * Asserts that there is a source: a forgotten `return`, or a value that nobody has set, must not mean
 * the default, which is everybody.
 * @throws CorsConfigError
 */
export function assertGiven(source: unknown, expected: string, fix: string): void {
  if (source !== undefined) return
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

/**
 * Asserts that a function is not what `cors()` returns, which would fail on every request.
 * @throws CorsConfigError
 */
export function assertNoMiddleware(source: object): void {
  if (!Object.hasOwn(source, 'update') || !Object.hasOwn(source, 'policy')) return
  const expected = 'options, a policy or a function that chooses them; this is middleware already'
  const fix = 'use it as it is, or pass its policy'
  throw new CorsConfigError([configIssue('invalid-type', '', source, { expected, fix })])
}

/**
 * Asserts that a source is not the request of `app.use(cors)`, which calls `cors` itself.
 * @throws CorsConfigError
 */
export function assertNoRequest(source: unknown): void {
  if (typeof source !== 'object' || source === null || !('httpVersion' in source)) return
  const expected = 'an options object; this is a request, so cors itself was mounted'
  const fix = 'app.use(cors()), with the parentheses'
  throw new CorsConfigError([configIssue('invalid-type', '', source, { expected, fix })])
}

/** Whether a source is a policy, from any copy of this package. */
export function isPolicy(source: unknown): source is Policy {
  return (
    typeof source === 'object' &&
    source !== null &&
    'evaluate' in source &&
    typeof source.evaluate === 'function' &&
    // Without options, it would be compiled with the default, which is everybody.
    'options' in source &&
    source.options !== undefined
  )
}
