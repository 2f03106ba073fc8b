import { isOkStatus } from '../../fetch/status.js'
import type { CommonOptions, NormalizedOptions, OriginFunction } from '../options.js'
import type { PublicSuffixTest } from '../origins/origin-risks.js'
import {
  parseAcknowledgements,
  unacknowledged,
  unusedAcknowledgements,
} from './acknowledgements.js'
import type { RuleContext } from './diagnosis/rule-context.js'
import { CorsConfigError } from './issues/config-error.js'
import { type ConfigIssue, configIssue } from './issues/config-issue.js'
import { type Fix, removal, replacement } from './issues/fix.js'
import { notOptions } from './not-options.js'
import { readNames } from './option-names.js'
import { parseOriginOption } from './origin/parse-origin-option.js'
import { redundantOrigins } from './origin/redundant-origins.js'
import { parseEnforce } from './parse-enforce.js'
import { parseAllowedHeaders, parseExposedHeaders, parseMethods } from './parse-name-list.js'
import { isPlainObject } from './plain-object.js'

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

/** Everything that is found in options, unless it is acknowledged. */
interface ReadOptions {
  readonly options: NormalizedOptions
  readonly issues: readonly ConfigIssue[]
}

/**
 * Reads options, each own property once.
 * @throws CorsConfigError with every error and every unsafe option that is not acknowledged
 */
export function parseOptions(
  input: unknown = {},
  isPublicSuffix?: PublicSuffixTest,
): ParsedOptions {
  if (!isPlainObject(input) || Object.hasOwn(input, 'isOriginAllowed')) {
    const find = (options: object) => problemsIn(readOptions(options, isPublicSuffix))
    throw new CorsConfigError([notOptions(input, find)])
  }
  const read = readOptions(input, isPublicSuffix)
  const problems = problemsIn(read)
  if (problems.length > 0) throw new CorsConfigError(problems)
  return { options: read.options, warnings: Object.freeze(read.issues) }
}

function problemsIn({ issues }: ReadOptions): readonly ConfigIssue[] {
  return issues.filter(({ severity }) => severity !== 'advice')
}

function readOptions(input: object, isPublicSuffix: PublicSuffixTest | undefined): ReadOptions {
  const { options: given, unknown } = readNames(input)
  const ignored: ConfigIssue[] = []
  const context = {
    credentials: meansTrue(given.get('credentials')),
    isPublicSuffix,
    accepted: parseAcknowledgements(given.get('dangerouslyAllow') ?? [], ignored),
  }
  const found: ConfigIssue[] = []
  // Issues come in the order of these lines, which is that of the documentation.
  const origin = parseOrigin(given, context, found)
  const isRefused = context.credentials && origin === '*'
  const parsed = {
    origin,
    methods: given.has('methods') ? parseMethods(given.get('methods'), found) : DEFAULT_METHODS,
    ...parseIfGiven(given, 'allowedHeaders', (value) => parseAllowedHeaders(value, found)),
    exposedHeaders: given.has('exposedHeaders')
      ? parseExposedHeaders(given.get('exposedHeaders'), !context.credentials || isRefused, found)
      : Object.freeze([]),
    credentials: parseCredentials(given, isRefused, found),
    ...parseIfGiven(given, 'maxAge', (value) => parseMaxAge(value, found)),
    preflightContinue: parseBoolean(given, 'preflightContinue', found),
    optionsSuccessStatus: given.has('optionsSuccessStatus')
      ? parseStatus(given.get('optionsSuccessStatus'), found)
      : 204,
    dangerouslyAllow: given.has('dangerouslyAllow')
      ? parseAcknowledgements(given.get('dangerouslyAllow'), found)
      : Object.freeze([]),
    ...parseIfGiven(given, 'onDecision', (value) => parseHook(value, found)),
    enforce: given.has('enforce')
      ? parseEnforce(given.get('enforce'), origin, isPublicSuffix, found)
      : false,
  }
  // So that a polluted Object.prototype cannot supply the options that are omitted.
  Object.setPrototypeOf(parsed, null)
  const options: NormalizedOptions = Object.freeze(parsed)
  const issues = [
    ...unacknowledged([...found, ...unknown], options.dangerouslyAllow),
    ...unusedAcknowledgements(found, options),
  ]
  return { options, issues }
}

function parseOrigin(
  given: ReadonlyMap<string, unknown>,
  context: RuleContext,
  issues: ConfigIssue[],
): NormalizedOptions['origin'] {
  const value = given.get('origin')
  if (isFunction<OriginFunction>(value)) return value
  if (!given.has('origin')) return '*'
  const origin = parseOriginOption(value, 'origin', context, issues)
  if (Array.isArray(value) && Array.isArray(origin)) issues.push(...redundantOrigins(origin))
  return origin
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

/** @param isRefused whether credentials are on and `origin` is `'*'` */
function parseCredentials(
  given: ReadonlyMap<string, unknown>,
  isRefused: boolean,
  issues: ConfigIssue[],
): boolean {
  if (!isRefused) return parseBoolean(given, 'credentials', issues)
  const value = given.get('credentials')
  const details = { option: 'origin', omitted: !given.has('origin') } as const
  issues.push(configIssue('wildcard-with-credentials', 'credentials', value, details))
  return true
}

function parseBoolean(
  given: ReadonlyMap<string, unknown>,
  name: 'credentials' | 'preflightContinue',
  issues: ConfigIssue[],
): boolean {
  if (!given.has(name)) return false
  const value = given.get(name)
  if (typeof value === 'boolean') return value
  const isUnset = value === undefined || value === null
  const fix = isUnset ? unset() : replacement([meansTrue(value)], false)
  issues.push(configIssue('invalid-type', name, value, { expected: 'a boolean', fix }))
  return false
}

/** Whether a value is true, or what people write for it. */
function meansTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === 1
}

function unset(): Fix {
  return removal(', or set the variable')
}

function parseMaxAge(value: unknown, issues: ConfigIssue[]): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    issues.push(configIssue('max-age-invalid', 'maxAge', value, { fix: fixMaxAge(value) }))
    return 0
  }
  if (value > LARGEST_USEFUL_MAX_AGE) {
    issues.push(configIssue('max-age-capped', 'maxAge', value, {}))
  }
  return value
}

function fixMaxAge(value: unknown): Fix {
  if (value === undefined || value === null) return unset()
  const meant = numberMeant(value)
  if (meant === Number.POSITIVE_INFINITY) return replacement([LARGEST_USEFUL_MAX_AGE], false)
  const seconds = Math.floor(meant)
  return Number.isSafeInteger(seconds) && seconds >= 0
    ? replacement([seconds], false)
    : removal('; browsers then keep a preflight for 5 seconds')
}

function parseStatus(value: unknown, issues: ConfigIssue[]): number {
  if (typeof value === 'number' && Number.isInteger(value) && isOkStatus(value)) return value
  const meant = numberMeant(value)
  const isMeant = Number.isInteger(meant) && isOkStatus(meant)
  const fix = isMeant ? replacement([meant], false) : removal('; the default is 204')
  issues.push(configIssue('status-invalid', 'optionsSuccessStatus', value, { fix }))
  return 204
}

/** The number that is written in a string, too. */
function numberMeant(value: unknown): number {
  // Number() throws for symbols and for objects that have no primitive value.
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
}

function parseHook(value: unknown, issues: ConfigIssue[]): CommonOptions['onDecision'] {
  if (isFunction<NonNullable<CommonOptions['onDecision']>>(value)) return value
  const fix = removal(', or write (decision, request) => { console.log(decision.denial?.message) }')
  issues.push(configIssue('invalid-type', 'onDecision', value, { expected: 'a function', fix }))
  return undefined
}

function isFunction<F extends (...args: never[]) => unknown>(value: unknown): value is F {
  return typeof value === 'function'
}
