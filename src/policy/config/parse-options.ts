import { quote } from '../../fetch/quote.js'
import { isOkStatus } from '../../fetch/status.js'
import type { CommonOptions, NormalizedOptions, OriginFunction } from '../options.js'
import {
  parseAcknowledgements,
  unacknowledged,
  unusedAcknowledgements,
} from './acknowledgements.js'
import { CorsConfigError } from './config-error.js'
import { type ConfigIssue, configIssue } from './config-issue.js'
import { toLiteral } from './format-value.js'
import type { OriginContext, PublicSuffixTest } from './origin-risks.js'
import { parseEnforce } from './parse-enforce.js'
import { parseAllowedHeaders, parseExposedHeaders, parseMethods } from './parse-name-list.js'
import { parseOriginOption } from './parse-origin-option.js'
import { isPlainObject } from './plain-object.js'
import { suggestOption } from './suggest-option.js'

const OPTION_NAMES: readonly string[] = [
  'origin',
  'methods',
  'allowedHeaders',
  'exposedHeaders',
  'credentials',
  'maxAge',
  'preflightContinue',
  'optionsSuccessStatus',
  'dangerouslyAllow',
  'onDecision',
  'enforce',
]

const DEFAULT_METHODS: readonly string[] = Object.freeze([
  'GET',
  'HEAD',
  'PUT',
  'PATCH',
  'POST',
  'DELETE',
])

/** Firefox caps there; Chromium does at 7,200. https://fetch.spec.whatwg.org/#http-access-control-max-age */
const LARGEST_USEFUL_MAX_AGE = 86_400

/** Normalized options, and what is worth knowing about them. */
export interface ParsedOptions {
  readonly options: NormalizedOptions
  readonly warnings: readonly ConfigIssue[]
}

/**
 * Reads options, each own property once.
 * @throws CorsConfigError with every error and every unsafe option that is not acknowledged
 */
export function parseOptions(input: unknown, isPublicSuffix?: PublicSuffixTest): ParsedOptions {
  const given = ownOptions(input)
  const unknown = unknownOptions(given)
  const context = { credentials: given.get('credentials') === true, isPublicSuffix }
  const found: ConfigIssue[] = []
  // Issues come in the order of these lines, which is that of the documentation.
  const origin = parseOrigin(given, context, unknown, found)
  const parsed = {
    origin,
    methods: given.has('methods') ? parseMethods(given.get('methods'), found) : DEFAULT_METHODS,
    ...parseIfGiven(given, 'allowedHeaders', (value) => parseAllowedHeaders(value, found)),
    exposedHeaders: given.has('exposedHeaders')
      ? parseExposedHeaders(given.get('exposedHeaders'), context.credentials, found)
      : Object.freeze([]),
    credentials: parseBoolean(given, 'credentials', found),
    ...parseIfGiven(given, 'maxAge', (value) => parseMaxAge(value, found)),
    preflightContinue: parseBoolean(given, 'preflightContinue', found),
    optionsSuccessStatus: given.has('optionsSuccessStatus')
      ? parseStatus(given.get('optionsSuccessStatus'), found)
      : 204,
    dangerouslyAllow: given.has('dangerouslyAllow')
      ? parseAcknowledgements(given.get('dangerouslyAllow'), found)
      : Object.freeze([]),
    ...parseIfGiven(given, 'onDecision', (value) => parseHook(value, found)),
    enforce: given.has('enforce') ? parseEnforce(given.get('enforce'), origin, found) : false,
  }
  // So that a polluted Object.prototype has no say in the options that are absent.
  Object.setPrototypeOf(parsed, null)
  const options: NormalizedOptions = Object.freeze(parsed)
  const issues = [
    ...unacknowledged([...found, ...unknown], options.dangerouslyAllow),
    ...unusedAcknowledgements(found, options),
  ]
  const problems = issues.filter((issue) => issue.severity !== 'advice')
  if (problems.length > 0) throw new CorsConfigError(problems)
  return { options, warnings: Object.freeze(issues) }
}

/**
 * The options as they are now, so that what the caller changes later changes nothing.
 * Inherited ones do not count: a polluted `Object.prototype` must not open a server.
 */
function ownOptions(input: unknown): ReadonlyMap<string, unknown> {
  if (input === undefined) return new Map()
  if (isPlainObject(input)) {
    const given = new Map<string, unknown>(Object.entries(input))
    if (!given.has('isOriginAllowed')) return given
    const expected = 'an object of options; this is a policy already'
    const fix = 'use it as it is'
    throw new CorsConfigError([configIssue('invalid-type', '', input, { expected, fix })])
  }
  const origins = typeof input === 'string' || Array.isArray(input) || input instanceof RegExp
  const origin = origins ? toLiteral([input].flat(), false) : '"https://app.example.com"'
  const fix = `{ origin: ${origin} }`
  throw new CorsConfigError([
    configIssue('invalid-type', '', input, { expected: 'an object of options', fix }),
  ])
}

function unknownOptions(given: ReadonlyMap<string, unknown>): ConfigIssue[] {
  return [...given]
    .filter(([name]) => !OPTION_NAMES.includes(name))
    .map(([name, value]) => {
      const suggestion = suggestOption(name, OPTION_NAMES)
      // A name from untrusted input must not forge a line of the error.
      const path = /^[\w$-]+$/.test(name) ? name : quote(name)
      return configIssue('unknown-option', path, value, { suggestion, names: OPTION_NAMES })
    })
}

function parseOrigin(
  given: ReadonlyMap<string, unknown>,
  context: OriginContext,
  unknown: readonly ConfigIssue[],
  issues: ConfigIssue[],
): NormalizedOptions['origin'] {
  const origin = given.get('origin')
  if (isFunction<OriginFunction>(origin)) return origin
  if (given.has('origin')) return parseOriginOption(origin, 'origin', context, issues)
  // A misspelt name is the whole problem; that origin is absent then is not another one.
  const misspelt = unknown.some(({ path }) => suggestOption(path, OPTION_NAMES) === 'origin')
  if (context.credentials && !misspelt) {
    issues.push(configIssue('wildcard-with-credentials', 'origin', undefined, { option: 'origin' }))
  }
  return '*'
}

function parseIfGiven<Name extends string, Value>(
  given: ReadonlyMap<string, unknown>,
  name: Name,
  parse: (value: unknown) => Value | undefined,
): { readonly [Key in Name]?: Value } {
  const present: { [Key in Name]?: Value } = {}
  const value = given.has(name) ? parse(given.get(name)) : undefined
  if (value !== undefined) present[name] = value
  return present
}

function parseBoolean(
  given: ReadonlyMap<string, unknown>,
  name: 'credentials' | 'preflightContinue',
  issues: ConfigIssue[],
): boolean {
  if (!given.has(name)) return false
  const value = given.get(name)
  if (typeof value === 'boolean') return value
  const fix = value === 'true' || value === 1 ? 'true' : 'false'
  issues.push(configIssue('invalid-type', name, value, { expected: 'a boolean', fix }))
  return false
}

function parseMaxAge(value: unknown, issues: ConfigIssue[]): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    // Number() throws for symbols and for objects that have no primitive value.
    const meant = typeof value === 'number' || typeof value === 'string' ? Number(value) : 0
    const seconds = Math.floor(meant)
    const fix = Number.isSafeInteger(seconds) && seconds > 0 ? String(seconds) : '600'
    issues.push(configIssue('max-age-invalid', 'maxAge', value, { fix }))
    return 0
  }
  if (value > LARGEST_USEFUL_MAX_AGE) {
    issues.push(configIssue('max-age-capped', 'maxAge', value, {}))
  }
  return value
}

function parseStatus(value: unknown, issues: ConfigIssue[]): number {
  if (typeof value === 'number' && Number.isInteger(value) && isOkStatus(value)) return value
  issues.push(configIssue('status-invalid', 'optionsSuccessStatus', value, {}))
  return 204
}

function parseHook(value: unknown, issues: ConfigIssue[]): CommonOptions['onDecision'] {
  if (isFunction<NonNullable<CommonOptions['onDecision']>>(value)) return value
  const fix = '(decision, request) => { console.log(decision.denial?.message) }'
  issues.push(configIssue('invalid-type', 'onDecision', value, { expected: 'a function', fix }))
  return undefined
}

function isFunction<F extends (...args: never[]) => unknown>(value: unknown): value is F {
  return typeof value === 'function'
}
