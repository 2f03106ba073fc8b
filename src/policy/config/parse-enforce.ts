import type { NormalizedOptions } from '../options.js'
import { type ConfigIssue, configIssue } from './config-issue.js'

/**
 * Reads the option `enforce`.
 * @param origin the option `origin`, which must say who is allowed for anything to be rejected
 */
export function parseEnforce(
  value: unknown,
  origin: NormalizedOptions['origin'],
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
  } else if (typeof origin === 'object' && origin.includes('null')) {
    issues.push(configIssue('enforce-with-null-origin', 'enforce', value, {}))
  }
  return value
}

function fixOf(value: unknown): string {
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  if (text.startsWith('report')) return '"report"'
  const off = ['0', 'false', 'off', 'no'].includes(text)
  return value && !off ? 'true' : 'false'
}
