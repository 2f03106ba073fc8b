import type { ConfigIssue } from './config-issue.js'
import { formatValue } from './format-value.js'

/** What the issues are in: options, those from a function given to `cors()`, or an origin function's answer. */
const SUBJECTS = {
  options: 'the CORS options',
  'answered options': 'the options from the function given to cors()',
  'origin answer': 'what the origin function answered',
}

/** Thrown for options that cannot work or that let strangers in. It names every problem at once. */
export class CorsConfigError extends TypeError {
  // Declared only: a field of the class would be enumerable.
  /** Always `'ERR_CORS_CONFIG'`. */
  declare readonly code: 'ERR_CORS_CONFIG'
  /** Every error and every unsafe option that is not acknowledged, in the order of the options. */
  declare readonly issues: readonly ConfigIssue[]

  /**
   * @param issues at least one
   * @param subject what they are in; by default the options
   */
  constructor(
    issues: readonly ConfigIssue[],
    subject: 'options' | 'answered options' | 'origin answer' = 'options',
  ) {
    super(describe(issues, subject))
    this.code = 'ERR_CORS_CONFIG'
    // Not enumerable, since the message says them all, and consoles print what is enumerable.
    Object.defineProperty(this, 'issues', { value: Object.freeze([...issues]) })
  }
}

// On the prototype, as the names of the built-in errors are. Not in the class: bundlers rename a
// class that names itself, and Node prints that name for an error that nobody catches.
Object.defineProperty(CorsConfigError.prototype, 'name', { value: 'CorsConfigError' })

/**
 * Runs what reads options, so that the stack of its `CorsConfigError` begins at the caller's line.
 * @param entry the function that was called with the options
 */
export function fromCallOf<Result>(
  entry: (...args: never[]) => unknown,
  read: () => Result,
): Result {
  try {
    return read()
  } catch (error) {
    // Only V8 has it. Elsewhere the stack begins in this package.
    if (error instanceof CorsConfigError) Error.captureStackTrace?.(error, entry)
    throw error
  }
}

/** Issues that the message spells out; `issues` has them all. */
const MAX_DESCRIBED = 50

const CODES_PAGE = 'https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md'

const ADVICE_ON_ANSWERS =
  'to learn this at start-up, make the policies beforehand with createPolicy(), and answer with one of them'

function describe(issues: readonly ConfigIssue[], subject: keyof typeof SUBJECTS): string {
  const problems = issues.length === 1 ? '1 problem' : `${issues.length} problems`
  const described = issues.slice(0, MAX_DESCRIBED)
  const width = Math.max(...described.map((issue) => issue.path.length))
  const lines = described.map((issue) => {
    const path = issue.path.padEnd(width)
    return `  ${path}  ${formatValue(issue.value)}  ${issue.message}  [${issue.code}]
  ${' '.repeat(width)}  → ${issue.fix}`
  })
  if (issues.length > MAX_DESCRIBED) lines.push(`  and ${issues.length - MAX_DESCRIBED} more`)
  if (subject === 'answered options') lines.push(ADVICE_ON_ANSWERS)
  const [code, ...others] = new Set(issues.map((issue) => issue.code))
  lines.push(`  ${CODES_PAGE}${others.length === 0 ? `#${code}` : ''}`)
  return `${problems} in ${SUBJECTS[subject]}\n${lines.join('\n')}`
}
