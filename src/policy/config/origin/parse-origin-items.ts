import type { OriginContext } from '../../origins/origin-risks.js'
import { type OriginRule, parseOriginRule } from '../../origins/origin-rule.js'
import { diagnoseOrigin } from '../diagnosis/diagnose-origin.js'
import { fixEverybody } from '../diagnosis/fix-origin.js'
import { hasNoPages, hasUnsetVariable } from '../diagnosis/loose-origin.js'
import type { Place, RuleContext } from '../diagnosis/rule-context.js'
import { type ConfigIssue, configIssue } from '../issues/config-issue.js'
import { type Fix, removal, replacement } from '../issues/fix.js'
import { LIST_ORIGINS, OWN_ORIGIN } from '../issues/origin-fixes.js'
import { plainRegExp } from '../regexp/plain-regexp.js'
import { patternIssues, regexpIssues } from './rule-issues.js'

const EXPECTED_ITEM = 'an origin, a pattern or a RegExp'

const UNSET = 'set the variable'

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

/** Rules, from the items of a list. */
export function parseItems(
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
export function wrongType(
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
