import { createPolicy } from '../../connect/create-policy.js'
import { CorsConfigError } from '../../policy/config/issues/config-error.js'
import type { ConfigIssue } from '../../policy/config/issues/config-issue.js'
import { formatValue } from '../../policy/config/issues/format-value.js'
import type { CorsOptions } from '../../policy/options.js'
import type { Policy } from '../../policy/policy.js'
import { type Fields, isFields, textOf } from '../form/fields.js'
import { applyEdit } from '../options-text/apply-edit.js'
import { literalValue, type ObjectNode } from '../options-text/node.js'
import { readOptionsText } from '../options-text/read-options-text.js'
import { OptionsTextError } from '../options-text/reader.js'
import { attempt } from './attempt.js'
import { tryPolicy } from './try-policy.js'

/** What `createPolicy` says about a text. */
type Judged =
  | { readonly error: OptionsTextError }
  | { readonly root: ObjectNode; readonly issues: readonly ConfigIssue[]; readonly policy: null }
  | { readonly root: ObjectNode; readonly issues: readonly ConfigIssue[]; readonly policy: Policy }

/** What the options are worth, and what they mean for a table of requests. */
export async function policy(fields: Fields): Promise<object> {
  const text = textOf(fields, 'text')
  const judged = judge(text)
  if ('error' in judged) {
    const { message, line, column } = judged.error
    return { unreadable: { message, line, column } }
  }
  const requests = Array.isArray(fields.requests) ? fields.requests.slice(0, MAX_REQUESTS) : []
  return {
    starts: judged.policy !== null,
    code: codeOf(text, judged.root),
    issues: judged.issues.map((issue) => describeIssue(text, judged.root, issue)),
    decisions:
      judged.policy === null
        ? null
        : await Promise.all(requests.filter(isFields).map(decide, judged.policy)),
  }
}

const MAX_REQUESTS = 50

function decide(this: Policy, request: Fields): Promise<object> {
  return tryPolicy(this, request)
}

/** The text with one issue fixed, or all of them. */
export function applyFixes(fields: Fields): object {
  const text = textOf(fields, 'text')
  const { index } = fields
  return { text: typeof index === 'number' ? fixOne(text, index) : fixAll(text) }
}

function fixOne(text: string, index: number): string {
  const judged = judge(text)
  const issue = 'error' in judged ? undefined : judged.issues[index]
  return 'error' in judged || issue === undefined ? text : (fixed(text, judged.root, issue) ?? text)
}

/** One after the other, since each fix moves the text behind it. Renames come first. */
function fixAll(text: string): string {
  let current = text
  for (let round = 0; round < MAX_FIXES; round++) {
    const judged = judge(current)
    if ('error' in judged) return current
    const { root, issues } = judged
    const next = [...issues]
      .sort((a, b) => Number(isRename(b)) - Number(isRename(a)))
      .map((issue) => fixed(current, root, issue))
      .find((candidate) => candidate !== null)
    if (next === undefined) return current
    current = next
  }
  return current
}

const MAX_FIXES = 100

function isRename({ edit }: ConfigIssue): boolean {
  return edit !== null && 'rename' in edit
}

function fixed(text: string, root: ObjectNode, issue: ConfigIssue): string | null {
  return issue.edit === null ? null : applyEdit(text, root, issue.path, issue.edit)
}

function judge(text: string): Judged {
  const root = attempt(OptionsTextError, () => readOptionsText(text))
  if (root instanceof OptionsTextError) return { error: root }
  const made = attempt(CorsConfigError, () => compile(root))
  return made instanceof CorsConfigError
    ? { root, issues: made.issues, policy: null }
    : { root, issues: made.warnings, policy: made }
}

function compile(root: ObjectNode): Policy {
  const options = literalValue(root)
  assertOptions(options)
  return createPolicy(options)
}

function assertOptions(_value: unknown): asserts _value is CorsOptions {
  // createPolicy judges what is in them, and throws for everything that is wrong.
}

function describeIssue(text: string, root: ObjectNode, issue: ConfigIssue): object {
  const { code, path, value, message, fix, severity } = issue
  const fixable = fixed(text, root, issue) !== null
  return { code, path, value: formatValue(value), message, fix, severity, fixable }
}

/** The options as they are used. */
function codeOf(text: string, { start, end }: ObjectNode): string {
  return `import cors from 'strict-cors'\n\napp.use(cors(${text.slice(start, end)}))\n`
}
