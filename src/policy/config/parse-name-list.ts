import { isForbiddenMethod, isMethod, normalizeMethod } from '../../fetch/method.js'
import { isForbiddenRequestHeaderName } from '../../fetch/request-header.js'
import {
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
} from '../../fetch/response-header.js'
import { isToken } from '../../fetch/token.js'
import { type ConfigIssue, configIssue } from './config-issue.js'
import { toLiteral } from './format-value.js'

/** Judges one name of a list. */
type Check = (name: string, path: string, inList: boolean) => ConfigIssue | null

/** Reads the option `methods`. */
export function parseMethods(value: unknown, issues: ConfigIssue[]): readonly string[] {
  return parseNameList(value, 'methods', '["GET", "PUT"]', checkMethod, issues)
}

/** Reads the option `allowedHeaders`; `'*'` can be combined with `Authorization`, which it does not cover. */
export function parseAllowedHeaders(value: unknown, issues: ConfigIssue[]): readonly string[] {
  return parseNameList(
    value,
    'allowedHeaders',
    '["Content-Type", "Authorization"]',
    checkRequestHeader,
    issues,
  )
}

/** Reads the option `exposedHeaders`. */
export function parseExposedHeaders(
  value: unknown,
  credentials: boolean,
  issues: ConfigIssue[],
): readonly string[] {
  const check: Check = (name, path, inList) => {
    if (name !== '*' || !credentials) return checkResponseHeader(name, path, inList)
    return configIssue('wildcard-with-credentials', path, name, { option: 'exposedHeaders' })
  }
  return parseNameList(value, 'exposedHeaders', '["ETag"]', check, issues)
}

function parseNameList(
  value: unknown,
  option: string,
  fix: string,
  check: Check,
  issues: ConfigIssue[],
): readonly string[] {
  const list = Array.isArray(value)
  if (!list && typeof value !== 'string') {
    const expected = '"*", a comma-separated string or an array of strings'
    issues.push(configIssue('invalid-type', option, value, { expected, fix }))
    return []
  }
  // Spread, since forEach would skip the holes of a sparse array.
  const items: readonly unknown[] = list ? [...value] : value.split(',').map((item) => item.trim())
  const inList = list || items.length > 1
  const names = new Map<string, string>()
  items.forEach((item, index) => {
    const path = inList ? `${option}[${index}]` : option
    if (typeof item !== 'string') {
      const unset = item === undefined || item === null
      const removal = unset ? 'remove it, or set the variable' : 'remove it'
      issues.push(configIssue('invalid-type', path, item, { expected: 'a string', fix: removal }))
      return
    }
    const issue = check(item, path, inList)
    if (issue !== null) issues.push(issue)
    const key = option === 'methods' ? item : item.toLowerCase()
    if (!names.has(key)) names.set(key, item)
  })
  return Object.freeze([...names.values()])
}

/** The issue of a method that the option `methods` does not accept; `null` if it does. */
export function checkMethod(name: string, path: string, inList = false): ConfigIssue | null {
  if (name === '*') return null
  if (!isMethod(name)) {
    const fix = tokenFix(name, inList, '"PUT"')
    return configIssue('method-invalid', path, name, { fix })
  }
  if (isForbiddenMethod(name)) return configIssue('method-forbidden', path, name, {})
  // Browsers normalize six methods. PATCH is not among them, but it is what everybody means.
  const method = name.toUpperCase() === 'PATCH' ? 'PATCH' : normalizeMethod(name)
  return name === method ? null : configIssue('method-case', path, name, { method })
}

function checkRequestHeader(name: string, path: string, inList: boolean): ConfigIssue | null {
  if (!isToken(name)) return invalidHeaderName(name, path, inList, '"Content-Type"')
  return isForbiddenRequestHeaderName(name) ? configIssue('header-forbidden', path, name, {}) : null
}

function checkResponseHeader(name: string, path: string, inList: boolean): ConfigIssue | null {
  if (!isToken(name)) return invalidHeaderName(name, path, inList, '"ETag"')
  if (isForbiddenResponseHeaderName(name)) {
    return configIssue('exposed-header-forbidden', path, name, {})
  }
  return isCorsSafelistedResponseHeaderName(name)
    ? configIssue('exposed-header-redundant', path, name, {})
    : null
}

function invalidHeaderName(
  name: string,
  path: string,
  inList: boolean,
  example: string,
): ConfigIssue {
  // Neither word is a header of its own.
  const hyphened = name.replace(/\b(content|x) (?=\w)/gi, '$1-')
  const fix = tokenFix(hyphened, inList, example)
  return configIssue('header-name-invalid', path, name, { fix })
}

/** The tokens in a string; in a list, one after the other. */
function tokenFix(name: string, inList: boolean, example: string): string {
  const tokens = name.split(/[\s,;:"'()]+/).filter((part) => isToken(part))
  if (tokens.length > 0) return toLiteral(tokens, inList)
  return inList ? 'remove it' : `${example}, or [] for none`
}
