import type { NormalizedOptions, UnsafeCode } from '../options.js'
import { type ConfigIssue, configIssue } from './issues/config-issue.js'
import { type Fix, removal } from './issues/fix.js'
import { CONFIG_ISSUES } from './issues/issue-texts.js'
import { findNear } from './near-name.js'

const UNSAFE_CODES: readonly string[] = Object.entries(CONFIG_ISSUES)
  .filter(([, { severity }]) => severity === 'unsafe')
  .map(([code]) => code)

/** Reads the option `dangerouslyAllow`. */
export function parseAcknowledgements(
  value: unknown,
  issues: ConfigIssue[],
): readonly UnsafeCode[] {
  const codes = UNSAFE_CODES.map((code) => `'${code}'`).join(', ')
  if (!Array.isArray(value)) {
    const expected = `an array of ${codes}`
    const meant = unsafeCodeMeant(value)
    const fix = meant === null ? removal() : { text: `['${meant}']`, edit: { replace: [meant] } }
    issues.push(configIssue('invalid-type', 'dangerouslyAllow', value, { expected, fix }))
    return []
  }
  const expected = `one of ${codes}`
  // Spread, since forEach would skip the holes of a sparse array.
  const items: readonly unknown[] = [...value]
  items.forEach((item, index) => {
    if (isUnsafeCode(item)) return
    const path = `dangerouslyAllow[${index}]`
    issues.push(configIssue('invalid-type', path, item, { expected, fix: fixCode(item) }))
  })
  return Object.freeze(items.filter(isUnsafeCode))
}

/** Without the unsafe options that are acknowledged. */
export function unacknowledged(
  found: readonly ConfigIssue[],
  dangerouslyAllow: readonly string[],
): ConfigIssue[] {
  return found.filter(({ code }) => !dangerouslyAllow.includes(code))
}

/** Advice on needless acknowledgements. */
export function unusedAcknowledgements(
  found: readonly ConfigIssue[],
  { origin, dangerouslyAllow }: NormalizedOptions,
): ConfigIssue[] {
  return dangerouslyAllow.flatMap((code, index) => {
    // An origin function may answer any rule later; its `true` is about one origin, so never any-origin.
    const mayOccur = typeof origin === 'function' && code !== 'any-origin'
    if (mayOccur || found.some((issue) => issue.code === code)) return []
    const path = `dangerouslyAllow[${index}]`
    return [configIssue('unused-acknowledgement', path, code, { code })]
  })
}

function fixCode(item: unknown): Fix {
  const meant = unsafeCodeMeant(item)
  return meant === null
    ? removal('; only unsafe options can be accepted')
    : { text: `did you mean '${meant}'?`, edit: { replace: meant } }
}

function unsafeCodeMeant(value: unknown): string | null {
  return typeof value === 'string' ? findNear(value, UNSAFE_CODES) : null
}

function isUnsafeCode(value: unknown): value is UnsafeCode {
  return UNSAFE_CODES.some((code) => code === value)
}
