import type { NormalizedOptions } from '../options.js'
import type { PublicSuffixTest } from '../origins/origin-risks.js'
import type { OriginRule } from '../origins/origin-rule.js'
import { type ConfigIssue, configIssue } from './issues/config-issue.js'
import { removal, replacement } from './issues/fix.js'
import { LIST_ORIGINS } from './issues/origin-fixes.js'
import { judgeRegExp } from './regexp/judge-regexp.js'

/**
 * Reads the option `enforce`.
 * @param parsedOrigin the option `origin`, which must say who is allowed for anything to be rejected
 */
export function parseEnforce(
  value: unknown,
  parsedOrigin: NormalizedOptions['origin'],
  isPublicSuffix: PublicSuffixTest | undefined,
  issues: ConfigIssue[],
): NormalizedOptions['enforce'] {
  const meant = meantBy(value)
  if (meant !== value) {
    const details = { expected: 'true, "report" or false', fix: replacement([meant], false) }
    issues.push(configIssue('invalid-type', 'enforce', value, details))
  }
  if (meant === false) return meant
  const origin = fixedOrigin(parsedOrigin, issues)
  if (origin === '*' || typeof origin === 'boolean') {
    issues.push(configIssue('enforce-without-allowlist', 'enforce', value, { origin }))
  } else if (typeof origin === 'object' && origin.some((rule) => isOpen(rule, isPublicSuffix))) {
    issues.push(configIssue('enforce-without-allowlist', 'enforce', value, { origin }))
  } else if (typeof origin === 'object' && origin.includes('null')) {
    const only = origin.length === 1
    const path = only ? 'origin' : `origin[${origin.indexOf('null')}]`
    const fix = only ? LIST_ORIGINS : removal()
    issues.push(configIssue('enforce-with-null-origin', path, 'null', { fix }))
  }
  return meant
}

/** The option `origin` once its issue is fixed: `"false"` becomes `false`. */
function fixedOrigin(
  origin: NormalizedOptions['origin'],
  issues: readonly ConfigIssue[],
): NormalizedOptions['origin'] {
  const replaced = issues.flatMap(({ path, edit }) =>
    path === 'origin' && edit && 'replace' in edit ? [edit.replace] : [],
  )
  return replaced.find((value) => typeof value === 'boolean') ?? origin
}

/**
 * Whether a rule is an expression that every host matches. Judged as with credentials, since a form
 * sends cookies whatever the options say.
 */
function isOpen(rule: OriginRule, isPublicSuffix: PublicSuffixTest | undefined): boolean {
  if (typeof rule === 'string') return false
  const { findings } = judgeRegExp(rule, { credentials: true, isPublicSuffix })
  return findings.some(({ code }) => code === 'any-origin')
}

function meantBy(value: unknown): boolean | 'report' {
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  if (text.startsWith('report')) return 'report'
  return Boolean(value) && !OFF.includes(text)
}

const OFF: readonly string[] = ['0', 'false', 'off', 'no']
