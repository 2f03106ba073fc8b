import type { NormalizedOptions, UnsafeCode } from '../options.js'
import { type ConfigIssue, configIssue, unsafeCodes } from './issues/config-issue.js'
import { type Fix, removal } from './issues/fix.js'
import { findNear } from './near-name.js'

/** Reads the option `dangerouslyAllow`. */
export function parseAcknowledgements(
  value: unknown,
  issues: ConfigIssue[],
): readonly UnsafeCode[] {
  if (!Array.isArray(value)) {
    const expected = `an array of ${quotedCodes()}`
    const meant = unsafeCodeMeant(value)
    const fix = meant === null ? removal() : { text: `['${meant}']`, edit: { replace: [meant] } }
    issues.push(configIssue('invalid-type', 'dangerouslyAllow', value, { expected, fix }))
    return []
  }
  // Spread, since forEach would skip the holes of a sparse array.
  const items: readonly unknown[] = [...value]
  items.forEach((item, index) => {
    if (isUnsafeCode(item)) return
    const path = `dangerouslyAllow[${index}]`
    const expected = `one of ${quotedCodes()}`
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

function quotedCodes(): string {
  return unsafeCodes()
    .map((code) => `'${code}'`)
    .join(', ')
}

function fixCode(item: unknown): Fix {
  const meant = unsafeCodeMeant(item)
  return meant === null
    ? removal('; only unsafe options can be accepted')
    : { text: `did you mean '${meant}'?`, edit: { replace: meant } }
}

function unsafeCodeMeant(value: unknown): string | null {
  return typeof value === 'string' ? findNear(value, unsafeCodes()) : null
}

function isUnsafeCode(value: unknown): value is UnsafeCode {
  return unsafeCodes().some((code) => code === value)
}
