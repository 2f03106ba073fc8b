import type { ConfigIssue } from './config-issue.js'
import { formatValue } from './format-value.js'

/** Thrown for options that cannot work or that let strangers in. It names every problem at once. */
export class CorsConfigError extends TypeError {
  /** Always `'ERR_CORS_CONFIG'`. */
  readonly code = 'ERR_CORS_CONFIG'
  /** Every error and every unsafe option that is not acknowledged, in the order of the options. */
  readonly issues: readonly ConfigIssue[]

  /**
   * @param issues at least one
   * @param answered whether a function given to `cors()` answered with the options
   */
  constructor(issues: readonly ConfigIssue[], answered = false) {
    super(answered ? describeAnswer(issues) : describe(issues, 'the CORS options'))
    this.issues = Object.freeze([...issues])
  }
}

// On the prototype, as the names of the built-in errors are. Not in the class: bundlers rename a
// class that names itself, and Node prints that name for an error that nobody catches.
Object.defineProperty(CorsConfigError.prototype, 'name', { value: 'CorsConfigError' })

/** Issues that the message spells out; `issues` has them all. */
const MAX_DESCRIBED = 50

function describeAnswer(issues: readonly ConfigIssue[]): string {
  const described = describe(issues, 'the options that the function given to cors() answered')
  return `${described}\nto learn this at start-up, make the policies beforehand with createPolicy(), and answer with one of them`
}

function describe(issues: readonly ConfigIssue[], options: string): string {
  const problems = issues.length === 1 ? '1 problem' : `${issues.length} problems`
  const described = issues.slice(0, MAX_DESCRIBED)
  const width = Math.max(...described.map((issue) => issue.path.length))
  const lines = described.map((issue) => {
    const path = issue.path.padEnd(width)
    return `  ${path}  ${formatValue(issue.value)}  ${issue.message}  [${issue.code}]
  ${' '.repeat(width)}  → ${issue.fix}`
  })
  if (issues.length > MAX_DESCRIBED) lines.push(`  and ${issues.length - MAX_DESCRIBED} more`)
  return `${problems} in ${options}\n${lines.join('\n')}`
}
