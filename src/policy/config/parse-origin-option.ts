import type { OriginRule } from '../options.js'
import { type OriginPattern, parseOriginRule } from '../origins/origin-rule.js'
import { type ConfigIssue, configIssue, LIST_ORIGINS } from './config-issue.js'
import { diagnoseOrigin, fixWildcard } from './diagnose-origin.js'
import { toLiteral } from './format-value.js'
import { coveredPublicSuffix, isInsecure, type OriginContext, withHttps } from './origin-risks.js'
import type { RegExpFinding } from './regexp/find-openings.js'
import { fixRegExp } from './regexp/fix-regexp.js'
import { judgeRegExp } from './regexp/judge-regexp.js'
import { plainRegExp } from './regexp/plain-regexp.js'

const EXPECTED =
  '"*", an origin, a pattern, a RegExp, an array of those, true, false, or a function'

const UNSET_FIX = 'remove it, or set the variable'

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
    const fix = `"https://app.example.com", or false to turn CORS off${everybody}`
    issues.push(configIssue('origin-missing', path, value, { fix }))
    return []
  }
  if (!list && typeof value !== 'string' && plainRegExp(value) === null) {
    const fix = '"https://app.example.com"'
    issues.push(configIssue('invalid-type', path, value, { expected: EXPECTED, fix }))
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

/** One rule, from an item of the option `origin`; `null` if it is none. */
export function parseItem(
  item: unknown,
  path: string,
  inList: boolean,
  context: OriginContext,
  issues: ConfigIssue[],
): OriginRule | null {
  const regexp = plainRegExp(item)
  if (regexp !== null) {
    issues.push(...regexpIssues(regexp, path, inList, context))
    return regexp
  }
  if (typeof item !== 'string') {
    const expected = 'an origin, a pattern or a RegExp'
    const unset = item === undefined || item === null
    const fix = unset ? UNSET_FIX : '"https://app.example.com"'
    issues.push(configIssue('invalid-type', path, item, { expected, fix }))
    return null
  }
  if (item === '*') {
    const fix = fixWildcard(inList, context.credentials)
    issues.push(configIssue('wildcard-in-list', path, item, { fix }))
    return null
  }
  if (item === '') {
    issues.push(configIssue('origin-missing', path, item, { fix: UNSET_FIX }))
    return null
  }
  if (item === 'null') {
    const fix = inList ? 'remove it' : LIST_ORIGINS
    if (context.credentials) issues.push(configIssue('null-origin', path, item, { fix }))
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
    const fix = toLiteral([withHttps(item)], true)
    issues.push(configIssue('insecure-origin', path, item, { fix }))
  }
  const suffix = coveredPublicSuffix(pattern, context)
  if (suffix !== null) {
    const known = context.isPublicSuffix !== undefined
    issues.push(configIssue('public-suffix-wildcard', path, item, { suffix, known }))
  }
  return issues
}

function regexpIssues(
  item: RegExp,
  path: string,
  inList: boolean,
  context: OriginContext,
): ConfigIssue[] {
  const { findings } = judgeRegExp(item, context)
  if (findings.length === 0 && !item.global && !item.sticky) return []
  const fix = fixRegExp(item, context, inList)
  const issues = findings.map((finding) => openingIssue(finding, item, path, fix, context))
  return item.global || item.sticky
    ? [configIssue('regexp-stateful', path, item, { fix }), ...issues]
    : issues
}

function openingIssue(
  finding: RegExpFinding,
  item: RegExp,
  path: string,
  fix: string,
  { isPublicSuffix }: OriginContext,
): ConfigIssue {
  if (finding.code !== 'public-suffix-wildcard') {
    return configIssue(finding.code, path, item, { attacker: finding.attacker, fix })
  }
  const { attacker, suffix } = finding
  const known = isPublicSuffix !== undefined
  return configIssue(finding.code, path, item, { suffix, known, attacker, fix })
}
