import { attackerOrigin } from './regexp/attacker-origin.js'
import { type ConfigIssue, configIssue, LIST_ORIGINS } from './config-issue.js'
import { diagnoseOrigin, repairWildcard } from './diagnose-origin.js'
import type { OriginRule } from '../options.js'
import { coversPublicSuffix, isInsecure, overTls } from './origin-risks.js'
import { type OriginPattern, parseOriginRule } from '../origins/origin-rule.js'
import { isAnchored } from './regexp/regexp-anchors.js'
import { repairRegExp } from './regexp/repair-regexp.js'
import { literals } from '../../fetch/quote.js'

/** Whether anyone can register a name directly under a host, as under `com` or `github.io`. */
export type PublicSuffixTest = (host: string) => boolean

/** What decides whether an origin rule is unsafe. */
export interface OriginContext {
  readonly credentials: boolean
  readonly isPublicSuffix: PublicSuffixTest | undefined
}

const EXPECTED =
  '"*", an origin, a pattern, a RegExp, an array of those, true, false, or a function'

const UNSET_REPAIR = 'remove it, or set the variable'

/** `'*'`, a switch, or rules, from any value of the option `origin` but a function. */
export function parseOriginOption(
  value: unknown,
  path: string,
  context: OriginContext,
  issues: ConfigIssue[],
): '*' | boolean | readonly OriginRule[] {
  if (value === '*') {
    if (context.credentials) {
      issues.push(configIssue('wildcard-with-credentials', path, value, { option: 'origin' }))
    }
    return value
  }
  if (value === true && context.credentials) issues.push(configIssue('any-origin', path, value, {}))
  if (typeof value === 'boolean') return value
  const list = Array.isArray(value)
  if (value === undefined || value === null || value === '' || (list && value.length === 0)) {
    const everybody = context.credentials ? '' : ', or "*" for everybody'
    const repair = `"https://app.example.com", or false to turn CORS off${everybody}`
    issues.push(configIssue('origin-missing', path, value, { repair }))
    return []
  }
  if (!list && typeof value !== 'string' && !(value instanceof RegExp)) {
    const repair = '"https://app.example.com"'
    issues.push(configIssue('invalid-type', path, value, { expected: EXPECTED, repair }))
    return []
  }
  return parseOriginRules(value, path, context, issues)
}

/** Rules, from one or a list of them. */
export function parseOriginRules(
  value: unknown,
  path: string,
  context: OriginContext,
  issues: ConfigIssue[],
): readonly OriginRule[] {
  const inList = Array.isArray(value)
  // Spread, since forEach would skip the holes of a sparse array.
  const items: readonly unknown[] = inList ? [...value] : [value]
  const rules: OriginRule[] = []
  items.forEach((item, index) => {
    const rule = parseItem(item, inList ? `${path}[${index}]` : path, inList, context, issues)
    if (rule !== null) rules.push(rule)
  })
  return Object.freeze(rules)
}

function parseItem(
  item: unknown,
  path: string,
  inList: boolean,
  context: OriginContext,
  issues: ConfigIssue[],
): OriginRule | null {
  if (item instanceof RegExp) {
    issues.push(...regexpIssues(item, path, context))
    return new RegExp(item.source, item.flags)
  }
  if (typeof item !== 'string') {
    const expected = 'an origin, a pattern or a RegExp'
    const unset = item === undefined || item === null
    const repair = unset ? UNSET_REPAIR : '"https://app.example.com"'
    issues.push(configIssue('invalid-type', path, item, { expected, repair }))
    return null
  }
  if (item === '*') {
    const repair = repairWildcard(inList, context.credentials)
    issues.push(configIssue('wildcard-in-list', path, item, { repair }))
    return null
  }
  if (item === '') {
    issues.push(configIssue('origin-missing', path, item, { repair: UNSET_REPAIR }))
    return null
  }
  if (item === 'null') {
    const repair = inList ? 'remove it' : LIST_ORIGINS
    if (context.credentials) issues.push(configIssue('null-origin', path, item, { repair }))
    return item
  }
  const pattern = parseOriginRule(item)
  if (pattern === null) {
    issues.push(configIssue('origin-invalid', path, item, diagnoseOrigin(item, inList, context)))
    return null
  }
  if (context.credentials) issues.push(...patternIssues(item, pattern, path, context))
  return item
}

function patternIssues(
  item: string,
  pattern: OriginPattern,
  path: string,
  context: OriginContext,
): ConfigIssue[] {
  const issues: ConfigIssue[] = []
  if (isInsecure(pattern)) {
    const repair = literals([overTls(item)], true)
    issues.push(configIssue('insecure-origin', path, item, { repair }))
  }
  if (coversPublicSuffix(pattern, context)) {
    const known = context.isPublicSuffix !== undefined
    issues.push(configIssue('public-suffix-wildcard', path, item, { suffix: pattern.host, known }))
  }
  return issues
}

function regexpIssues(item: RegExp, path: string, { credentials }: OriginContext): ConfigIssue[] {
  const issues: ConfigIssue[] = []
  const repair = repairRegExp(item, credentials)
  if (item.global || item.sticky) {
    issues.push(configIssue('regexp-stateful', path, item, { repair }))
  }
  if (credentials && !isAnchored(item)) {
    const attacker = attackerOrigin(item)
    issues.push(configIssue('unanchored-regexp', path, item, { attacker, repair }))
  }
  return issues
}
