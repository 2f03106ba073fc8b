import { applyEdits } from './issues/apply-edits.js'
import { type ConfigIssue, configIssue } from './issues/config-issue.js'
import type { Fix } from './issues/fix.js'
import { toLiteral } from './issues/format-value.js'
import { OWN_ORIGIN } from './issues/origin-fixes.js'
import { isPlainObject } from './plain-object.js'
import { plainRegExp } from './regexp/plain-regexp.js'

/** The errors and unsafe options that options have. */
type FindProblems = (options: object) => readonly ConfigIssue[]

/** The options that were meant by something else, and how to write them. */
interface Meant {
  readonly options: object
  readonly text: (options: object) => string
}

/** The issue for a value in the place of options. */
export function notOptions(input: unknown, findProblems: FindProblems): ConfigIssue {
  if (isPlainObject(input)) {
    const expected = 'an options object; this is already a policy'
    return configIssue('invalid-type', '', input, { expected, fix: 'use it as it is' })
  }
  const expected = 'an options object'
  return configIssue('invalid-type', '', input, { expected, fix: fixOf(input, findProblems) })
}

function fixOf(input: unknown, findProblems: FindProblems): Fix {
  const meant = optionsMeant(input)
  if (meant !== null) {
    const problems = findProblems(meant.options)
    const options = applyEdits(meant.options, problems)
    if (options !== null && findProblems(options).length === 0) {
      return { text: meant.text(options), edit: { replace: options } }
    }
  }
  return `{ origin: ${OWN_ORIGIN.replace(',', ' },')}, or nothing at all for everybody`
}

function optionsMeant(input: unknown): Meant | null {
  const items: readonly unknown[] = Array.isArray(input) ? input : []
  const [first] = items
  if (items.length === 1 && isPlainObject(first)) {
    return { options: first, text: () => 'the options themselves, without a list around them' }
  }
  if (
    typeof input === 'string' ||
    typeof input === 'boolean' ||
    items.length > 0 ||
    isOrigin(input)
  ) {
    const options = { origin: items.length === 1 ? first : input }
    return { options, text: (fixed) => `{ ${literalsOf(fixed)} }` }
  }
  const isInstance = typeof input === 'object' && input !== null && Object.keys(input).length > 0
  return isInstance ? { options: { ...input }, text: () => 'a plain object: { ...options }' } : null
}

function isOrigin(input: unknown): boolean {
  return input instanceof URL || input instanceof Set || plainRegExp(input) !== null
}

function literalsOf(options: object): string {
  return Object.entries(options)
    .map(
      ([name, value]) =>
        `${name}: ${Array.isArray(value) ? `[${toLiteral(value, true)}]` : toLiteral([value], true)}`,
    )
    .join(', ')
}
