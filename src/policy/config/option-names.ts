import { quote } from '../../fetch/quote.js'
import { type ConfigIssue, configIssue } from './issues/config-issue.js'
import { removal, renaming } from './issues/fix.js'
import { suggestOption } from './suggest-option.js'

const OPTION_NAMES: readonly string[] = [
  'origin',
  'methods',
  'allowedHeaders',
  'exposedHeaders',
  'credentials',
  'maxAge',
  'preflightContinue',
  'optionsSuccessStatus',
  'dangerouslyAllow',
  'onDecision',
  'enforce',
]

/** Options by the names that were meant, and an issue for each that has another name. */
export interface NamedOptions {
  readonly options: ReadonlyMap<string, unknown>
  readonly unknown: readonly ConfigIssue[]
}

/**
 * Reads each own property once, so that later changes by the caller have no effect. Inherited ones
 * do not count: a polluted `Object.prototype` must not open a server. Options that are not enumerable
 * do: to overlook an `origin` would mean the default, which is everybody.
 */
export function readNames(input: object): NamedOptions {
  const names = OPTION_NAMES.filter((name) => Object.hasOwn(input, name))
  const options = new Map<string, unknown>(names.map((name) => [name, Reflect.get(input, name)]))
  const unknown = Object.keys(input)
    .filter((name) => !OPTION_NAMES.includes(name))
    .map((name) => {
      const value: unknown = Reflect.get(input, name)
      const meant = suggestOption(name, OPTION_NAMES)
      const isFree = meant !== null && !options.has(meant)
      // The value of a misspelt name is judged as well, so that correcting the name is enough.
      if (isFree) options.set(meant, value)
      const else_ =
        meant === null ? `the options are ${OPTION_NAMES.join(', ')}` : `${meant} is given too`
      const fix = isFree ? renaming(meant) : removal(`; ${else_}`)
      // A name from untrusted input must not forge a line of the error.
      const path = /^[\w$ .:/-]+$/.test(name) ? name : quote(name)
      return configIssue('unknown-option', path, value, { fix })
    })
  return { options, unknown }
}
