import type { ConfigIssue } from './config-issue.js'
import { show } from './show.js'

/** Thrown for options that cannot work or that let strangers in. It names every problem at once. */
export class CorsConfigError extends TypeError {
  /** Always `'ERR_CORS_CONFIG'`. */
  readonly code = 'ERR_CORS_CONFIG'
  /** Every error and every unsafe option that is not acknowledged, in the order of the options. */
  readonly issues: readonly ConfigIssue[]

  /** @param issues at least one */
  constructor(issues: readonly ConfigIssue[]) {
    super(describe(issues))
    this.issues = Object.freeze([...issues])
  }

  static {
    // On the prototype, as the names of the built-in errors are.
    Object.defineProperty(CorsConfigError.prototype, 'name', { value: 'CorsConfigError' })
  }
}

function describe(issues: readonly ConfigIssue[]): string {
  const problems = issues.length === 1 ? '1 problem' : `${issues.length} problems`
  const width = Math.max(...issues.map((issue) => issue.path.length))
  const lines = issues.map((issue) => {
    const path = issue.path.padEnd(width)
    return `  ${path}  ${show(issue.value)}  ${issue.message}  [${issue.code}]
  ${' '.repeat(width)}  → ${issue.fix}`
  })
  return `${problems} in the CORS options\n${lines.join('\n')}`
}
