import type { Edit } from './fix.js'
import type { ConfigIssueCode, Severity } from './issue-codes.js'
import type { IssueDetails } from './issue-details.js'
import { CONFIG_ISSUES } from './issue-texts.js'

/** Something wrong with the options, for programs and for people. */
export interface ConfigIssue {
  /** What is wrong, for programs. The documentation has a heading for each. */
  readonly code: ConfigIssueCode
  /**
   * Where: `origin`, `origin[2]`, `methods[0]` (the items of a comma-separated string are counted,
   * too); empty if the options as a whole are wrong.
   */
  readonly path: string
  /** The value found there. */
  readonly value: unknown
  /** What is wrong, in a sentence without a full stop. */
  readonly message: string
  /** What to write instead. */
  readonly fix: string
  /**
   * The same for programs; `null` if only a person can know what to write. All edits of an error at
   * once, renames first, give options that start and let no strangers in.
   */
  readonly edit: Edit | null
  /**
   * How bad it is: `error` and `unsafe` throw, unless `dangerouslyAllow` names what is unsafe. `advice`
   * is in `policy.warnings`.
   */
  readonly severity: Severity
}

/** Makes the issue of a code: where it is, the value there, and what its sentences need. */
export function configIssue<Code extends ConfigIssueCode>(
  code: Code,
  path: string,
  value: unknown,
  details: IssueDetails[Code],
): ConfigIssue {
  const row = CONFIG_ISSUES[code]
  const fix = row.fix(details, value)
  const { text, edit } = typeof fix === 'string' ? { text: fix, edit: null } : fix
  return Object.freeze({
    code,
    path,
    value,
    message: row.message(details, value),
    fix: text,
    edit: edit && frozen(edit),
    severity: row.severity,
  })
}

const UNSAFE_CODES: readonly string[] = Object.entries(CONFIG_ISSUES)
  .filter(([, { severity }]) => severity === 'unsafe')
  .map(([code]) => code)

/** The codes that `dangerouslyAllow` takes. A function, since it is loaded later. */
export function unsafeCodes(): readonly string[] {
  return UNSAFE_CODES
}

function frozen(edit: Edit): Edit {
  if ('replace' in edit && Array.isArray(edit.replace)) Object.freeze(edit.replace)
  return Object.freeze(edit)
}
