import type { OriginRule } from '../options.js'
import {
  coveredPublicSuffix,
  isInsecure,
  type OriginContext,
  withHttps,
} from '../origins/origin-risks.js'
import { type OriginPattern, parseOriginRule } from '../origins/origin-rule.js'
import { diagnoseOrigin, fixEverybody, hasNoPages } from './diagnose-origin.js'
import { isUnsafe, type Place, type RuleContext } from './diagnosis/fix-origin.js'
import { hasUnsetVariable, looksLikeIpAddress, namesEverybody } from './diagnosis/loose-origin.js'
import { forDevelopment, isOnPrivateNetwork } from './diagnosis/private-network.js'
import { type ConfigIssue, configIssue } from './issues/config-issue.js'
import { type Fix, removal, replacement } from './issues/fix.js'
import { LIST_ORIGINS, NAME_FOR_ADDRESS, OWN_ORIGIN } from './issues/origin-fixes.js'
import type { RegExpFinding } from './regexp/find-openings.js'
import { fixRegExp } from './regexp/fix-regexp.js'
import { judgeRegExp } from './regexp/judge-regexp.js'
import { plainRegExp } from './regexp/plain-regexp.js'

const EXPECTED =
  '"*", an origin, a pattern, a RegExp, an array of those, true, false, or a function'

const EXPECTED_ITEM = 'an origin, a pattern or a RegExp'

const UNSET = 'set the variable'

/** `'*'`, a switch, or rules, from any value of the option `origin` but a function. */
export function parseOriginOption(
  value: unknown,
  path: string,
  context: RuleContext,
  issues: ConfigIssue[],
): '*' | boolean | readonly OriginRule[] {
  if (value === '*') return value
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
    const place = { inList: false, isRemovable: false }
    issues.push(wrongType(value, path, EXPECTED, place, context))
    return []
  }
  if (list) return parseList([...value], path, context, issues)
  const rules = parseItems(
    [value],
    () => path,
    { inList: false, isRemovable: false },
    context,
    issues,
  )
  return namesEverybody(value) ? '*' : rules
}

/** Rules, from one or a list of them, that a function has answered with. */
export function parseOriginRules(
  value: unknown,
  path: string,
  context: OriginContext,
  issues: ConfigIssue[],
): readonly OriginRule[] {
  const inList = Array.isArray(value)
  // Spread, since forEach would skip the holes of a sparse array.
  const items: readonly unknown[] = inList ? [...value] : [value]
  const place = { inList, isRemovable: inList, isAnswer: true }
  return parseItems(items, (index) => (inList ? `${path}[${index}]` : path), place, context, issues)
}

function parseList(
  items: readonly unknown[],
  path: string,
  context: RuleContext,
  issues: ConfigIssue[],
): '*' | readonly OriginRule[] {
  const pathOf = (index: number) => `${path}[${index}]`
  const found: ConfigIssue[] = []
  const rules = parseItems(items, pathOf, { inList: true, isRemovable: true }, context, found)
  const removed = new Set(
    found.filter((issue) => isRemoved(issue, context)).map(({ path }) => path),
  )
  if (removed.size < items.length) {
    for (const issue of found) issues.push(issue)
    return rules
  }
  // No entry would be left, so the fix has to be a replacement.
  if (items.some(namesEverybody)) {
    issues.push(
      configIssue('wildcard-in-list', path, items, {
        fix: fixEverybody({ inList: false, isRemovable: false }),
      }),
    )
    return '*'
  }
  return parseItems(items, pathOf, { inList: true, isRemovable: false }, context, issues)
}

function isRemoved({ code, severity, edit }: ConfigIssue, context: RuleContext): boolean {
  return edit !== null && 'remove' in edit && (severity === 'error' || isUnsafe(code, context))
}

function parseItems(
  items: readonly unknown[],
  pathOf: (index: number) => string,
  place: Place,
  context: RuleContext,
  issues: ConfigIssue[],
): readonly OriginRule[] {
  const rules: OriginRule[] = []
  items.forEach((item, index) => {
    const rule = parseItem(item, pathOf(index), place, context, issues)
    if (rule !== null) rules.push(rule)
  })
  return Object.freeze(rules)
}

/** One rule, from an item of the option `origin`; `null` if it is not a rule. */
export function parseItem(
  item: unknown,
  path: string,
  place: Place,
  context: RuleContext,
  issues: ConfigIssue[],
): OriginRule | null {
  const { inList, isRemovable, isAnswer = false } = place
  const regexp = plainRegExp(item)
  if (regexp !== null) {
    issues.push(...regexpIssues(regexp, path, inList, context))
    return regexp
  }
  if (typeof item !== 'string') {
    issues.push(wrongType(item, path, EXPECTED_ITEM, place, context))
    return null
  }
  if (item === '*') {
    const fix = fixEverybody(place)
    issues.push(configIssue('wildcard-in-list', path, item, { fix }))
    return null
  }
  if (item === '' || (!isAnswer && item !== 'null' && hasUnsetVariable(item))) {
    const fix = isRemovable ? removal(`, or ${UNSET}`) : UNSET
    issues.push(configIssue('origin-missing', path, item, { fix, inTemplate: item !== '' }))
    return null
  }
  if (item === 'null') {
    const fix = isRemovable ? removal() : LIST_ORIGINS
    if (context.credentials) issues.push(configIssue('null-origin', path, item, { fix }))
    return item
  }
  const pattern = parseOriginRule(item)
  if (pattern === null || (!isAnswer && hasNoPages(item))) {
    issues.push(configIssue('origin-invalid', path, item, diagnoseOrigin(item, place, context)))
    return null
  }
  if (context.credentials) issues.push(...patternIssues(item, pattern, path, place, context))
  return item
}

/** The issue for a value that is neither a string nor a regular expression. */
function wrongType(
  value: unknown,
  path: string,
  expected: string,
  place: Place,
  context: RuleContext,
): ConfigIssue {
  const { inList, isRemovable } = place
  if (inList && (value === undefined || value === null)) {
    const fix = isRemovable ? removal(`, or ${UNSET}`) : UNSET
    return configIssue('invalid-type', path, value, { expected, fix })
  }
  if (value === false && isRemovable) {
    const fix = removal(', as .filter(Boolean) does')
    return configIssue('invalid-type', path, value, { expected, fix })
  }
  if (value === 0) {
    const hint = '; the operator | makes 0 of strings, and || takes the first that is set'
    return configIssue('invalid-type', path, value, { expected: expected + hint, fix: OWN_ORIGIN })
  }
  const fix = fixNested(value, inList, context)
  return configIssue('invalid-type', path, value, { expected: expected + hintOn(value), fix })
}

function hintOn(value: unknown): string {
  if (value instanceof URL) return '; take the origin of a URL'
  return value instanceof Set ? '; spread a Set into an array' : ''
}

/** What to write in place of something that has origins in it. */
function fixNested(value: unknown, inList: boolean, context: RuleContext): Fix {
  const rules = originsIn(value).map((item) => {
    const issues: ConfigIssue[] = []
    const rule = parseItem(item, '', { inList: true, isRemovable: false }, context, issues)
    const edits = issues.map(({ edit }) => edit)
    const [edit = null] = edits
    if (edits.length === 0) return rule
    return edits.length === 1 && edit !== null && 'replace' in edit ? edit.replace : null
  })
  return rules.length === 0 || rules.includes(null) ? OWN_ORIGIN : replacement(rules.flat(), inList)
}

function originsIn(value: unknown): readonly unknown[] {
  if (value instanceof URL) return [value.origin]
  if (typeof value === 'number') return [String(value)]
  const items: readonly unknown[] = value instanceof Set || Array.isArray(value) ? [...value] : []
  // Strings only: a list could contain itself.
  return items.every((item) => typeof item === 'string') ? items : []
}

function patternIssues(
  item: string,
  pattern: OriginPattern,
  path: string,
  { isRemovable }: Place,
  context: RuleContext,
): ConfigIssue[] {
  const issues: ConfigIssue[] = []
  if (isInsecure(pattern)) {
    const isPrivate = isOnPrivateNetwork(pattern.host)
    const fix = isPrivate ? forDevelopment([item], isRemovable) : fixInsecure(item, pattern)
    issues.push(configIssue('insecure-origin', path, item, { fix, isPrivate }))
  }
  const suffix = coveredPublicSuffix(pattern, context)
  if (suffix !== null) {
    const known = context.isPublicSuffix !== undefined
    issues.push(configIssue('public-suffix-wildcard', path, item, { suffix, known }))
  }
  return issues
}

function fixInsecure(item: string, { host }: OriginPattern): Fix {
  // What servers log as their address. Pages are opened at localhost.
  if (host === '0.0.0.0') return replacement([item.replace(host, 'localhost')], true)
  return looksLikeIpAddress(host) ? NAME_FOR_ADDRESS : replacement([withHttps(item)], true)
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
  fix: Fix,
  { isPublicSuffix }: OriginContext,
): ConfigIssue {
  if (finding.code === 'regexp-slow') {
    return configIssue(finding.code, path, item, { fix, isUncertain: finding.isUncertain })
  }
  if (finding.code !== 'public-suffix-wildcard') {
    return configIssue(finding.code, path, item, { attacker: finding.attacker, fix })
  }
  const { attacker, suffix } = finding
  const known = isPublicSuffix !== undefined
  return configIssue(finding.code, path, item, { suffix, known, attacker, fix })
}
