import type { OriginRule } from '../../origins/origin-rule.js'
import { fixEverybody } from '../diagnosis/fix-origin.js'
import { namesEverybody } from '../diagnosis/loose-origin.js'
import { isUnsafe, type RuleContext } from '../diagnosis/rule-context.js'
import { type ConfigIssue, configIssue } from '../issues/config-issue.js'
import { plainRegExp } from '../regexp/plain-regexp.js'
import { parseItems, wrongType } from './parse-origin-items.js'

const EXPECTED =
  '"*", an origin, a pattern, a RegExp, an array of those, true, false, or a function'

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
