import { isForbiddenMethod, isMethod, normalizeMethod } from '../../fetch/method.js'
import { isForbiddenRequestHeaderName } from '../../fetch/request-header.js'
import {
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
} from '../../fetch/response-header.js'
import { isToken } from '../../fetch/token.js'
import { type ConfigIssue, configIssue } from './issues/config-issue.js'
import { type Fix, removal, replacement } from './issues/fix.js'
import { toLiteral } from './issues/format-value.js'
import { placeOfAllowed, placeOfExposed } from './misplaced-header.js'

/** Judges one name of a list. */
type Check = (name: string, path: string, inList: boolean) => ConfigIssue | null

/** Reads the option `methods`. */
export function parseMethods(value: unknown, issues: ConfigIssue[]): readonly string[] {
  return parseNameList(value, 'methods', checkMethod, issues)
}

/** Reads the option `allowedHeaders`; `'*'` can be combined with `Authorization`, which it does not cover. */
export function parseAllowedHeaders(value: unknown, issues: ConfigIssue[]): readonly string[] {
  return parseNameList(value, 'allowedHeaders', checkRequestHeader, issues)
}

/**
 * Reads the option `exposedHeaders`.
 * @param hasWildcard whether `'*'` is possible
 */
export function parseExposedHeaders(
  value: unknown,
  hasWildcard: boolean,
  issues: ConfigIssue[],
): readonly string[] {
  const check: Check = (name, path, inList) => {
    if (name !== '*' || hasWildcard) return checkResponseHeader(name, path, inList)
    return configIssue('wildcard-with-credentials', path, name, { option: 'exposedHeaders' })
  }
  return parseNameList(value, 'exposedHeaders', check, issues)
}

function parseNameList(
  value: unknown,
  option: string,
  check: Check,
  issues: ConfigIssue[],
): readonly string[] {
  const list = Array.isArray(value)
  if (!list && typeof value !== 'string') {
    const expected = '"*", a comma-separated string or an array of strings'
    const fix = fixType(value, check)
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
      const fix = fixUnset(item)
      issues.push(configIssue('invalid-type', path, item, { expected: 'a string', fix }))
      return
    }
    const issue = check(item, path, inList)
    if (issue !== null) issues.push(issue)
    const key = option === 'methods' ? item : item.toLowerCase()
    if (!names.has(key)) names.set(key, item)
  })
  return Object.freeze([...names.values()])
}

/** The issue for a method that the option `methods` does not accept; `null` if it does. */
function checkMethod(name: string, path: string, inList: boolean): ConfigIssue | null {
  if (name === '*') return null
  if (!isMethod(name)) {
    const methods = tokensOf(name).map(meantMethod)
    const fix = fixTokens(
      methods.filter((method) => !isForbiddenMethod(method)),
      inList,
    )
    return configIssue('method-invalid', path, name, { fix })
  }
  if (isForbiddenMethod(name)) {
    return configIssue('method-forbidden', path, name, { fix: dropName(inList) })
  }
  const method = meantMethod(name)
  return name === method ? null : configIssue('method-case', path, name, { method })
}

/** Browsers normalize six methods. PATCH is not among them, but it is what everybody means. */
export function meantMethod(name: string): string {
  return name.toUpperCase() === 'PATCH' ? 'PATCH' : normalizeMethod(name)
}

function checkRequestHeader(name: string, path: string, inList: boolean): ConfigIssue | null {
  if (!isToken(name)) return invalidHeaderName(name, path, inList)
  const fix = dropName(inList)
  if (isForbiddenRequestHeaderName(name))
    return configIssue('header-forbidden', path, name, { fix })
  const place = placeOfAllowed(name)
  return place && configIssue('header-misplaced', path, name, { place, fix })
}

function checkResponseHeader(name: string, path: string, inList: boolean): ConfigIssue | null {
  if (!isToken(name)) return invalidHeaderName(name, path, inList)
  const fix = dropName(inList)
  if (isForbiddenResponseHeaderName(name)) {
    return configIssue('exposed-header-forbidden', path, name, { fix })
  }
  if (isCorsSafelistedResponseHeaderName(name)) {
    return configIssue('exposed-header-redundant', path, name, { fix })
  }
  const place = placeOfExposed(name)
  return place && configIssue('header-misplaced', path, name, { place, fix })
}

function invalidHeaderName(name: string, path: string, inList: boolean): ConfigIssue {
  // Neither word is a header name by itself, so the space was meant as a hyphen.
  const hyphened = name.replace(/\b(content|x) (?=\w)/gi, '$1-')
  const names = tokensOf(hyphened).filter((token) => token !== '*')
  return configIssue('header-name-invalid', path, name, { fix: fixTokens(names, inList) })
}

function tokensOf(text: string): readonly string[] {
  return text.split(/[\s,;:"'()]+/).filter((part) => isToken(part))
}

/** The tokens in a string; in a list, one after the other. */
function fixTokens(tokens: readonly string[], inList: boolean): Fix {
  if (tokens.length > 0) return replacement(tokens, inList)
  return inList ? removal() : removal(' for the default, or [] for none')
}

/** The option without a name: if it is the only one, leaving the option out would allow more. */
function dropName(inList: boolean): Fix {
  return inList ? removal() : { text: '[]', edit: { replace: [] } }
}

function fixType(value: unknown, check: Check): Fix {
  const items: readonly unknown[] = value instanceof Set ? [...value] : []
  const names = items.flatMap((item) => (typeof item === 'string' ? [item] : []))
  if (names.length === 0 || names.length < items.length) return fixUnset(value)
  const meant = names.flatMap((name) => {
    const edit = check(name, '', true)?.edit
    if (!edit) return [name]
    return 'replace' in edit ? edit.replace : []
  })
  return { text: toLiteral(meant, false), edit: { replace: meant } }
}

function fixUnset(value: unknown): Fix {
  return removal(value === undefined || value === null ? ', or set the variable' : '')
}
