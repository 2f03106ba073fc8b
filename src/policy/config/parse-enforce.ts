import type { NormalizedOptions, OriginRule } from '../options.js'
import { type ConfigIssue, configIssue, LIST_ORIGINS } from './config-issue.js'
import type { PublicSuffixTest } from './origin-risks.js'
import { judgeRegExp } from './regexp/judge-regexp.js'
import { type Fix, removal, replacement } from './repair.js'

/**
 * Reads the option `enforce`.
 * @param origin the option `origin`, which must say who is allowed for anything to be rejected
 */
export function parseEnforce(
  value: unknown,
  origin: NormalizedOptions['origin'],
  isPublicSuffix: PublicSuffixTest | undefined,
  issues: ConfigIssue[],
): NormalizedOptions['enforce'] {
  if (value === false) return value
  if (value !== true && value !== 'report') {
    const details = { expected: 'true, "report" or false', fix: fixOf(value) }
    issues.push(configIssue('invalid-type', 'enforce', value, details))
    return false
  }
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
  return value
}

/** Whether a rule is an expression that every host matches. A form brings cookies with it anyway. */
function isOpen(rule: OriginRule, isPublicSuffix: PublicSuffixTest | undefined): boolean {
  if (typeof rule === 'string') return false
  const { findings } = judgeRegExp(rule, { credentials: true, isPublicSuffix })
  return findings.some(({ code }) => code === 'any-origin')
}

function fixOf(value: unknown): Fix {
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  if (text.startsWith('report')) return replacement(['report'], false)
  const off = ['0', 'false', 'off', 'no'].includes(text)
  return replacement([Boolean(value) && !off], false)
}
