import type { Transport } from '../browser/algorithms/wire.js'
import type { Target } from '../browser/transport/target.js'
import { Ended, openClient } from './asking/client.js'
import type { QuestionOptions } from './asking/question-options.js'
import { createStrangers } from './asking/strangers.js'
import type { AuditRun } from './probes/audit-run.js'
import { readTrusted, type Trusted } from './probes/trusted.js'
import { findWhatBreaks } from './probes/what-breaks.js'
import { findWhoGetsIn } from './probes/who-gets-in.js'
import type { AuditReport } from './report/audit-report.js'
import type { Finding, FindingCode } from './report/finding.js'
import { formatReport, SEVERITIES } from './report/format-report.js'

/** How `audit()` asks, and who may get in. */
export interface AuditOptions extends QuestionOptions {
  /**
   * Who may get in: origins, `https://*.example.com`, `http://localhost:*`, `null`, or `*` for
   * everybody. What they cover is not reported.
   * @default [] (nobody)
   */
  readonly trusted?: readonly string[] | undefined
}

const MAX_REQUESTS = 100

/**
 * Asks a server as many origins would, plainly and by preflight, and judges each response with the
 * browser model. It sends GET and OPTIONS only, one request at a time, at most 100, and does not
 * follow a redirect to another host. After three requests in a row without a response it ends.
 * @throws {TypeError} if an argument is invalid
 * @throws {UnreachableError} if there is no usable response to the first request
 * @example
 * const report = await audit(app, { url: '/orders', trusted: ['https://app.example.com'] })
 * report.findings // [] if the server is right
 */
export async function audit(target: Transport, options?: AuditOptions): Promise<AuditReport>
export async function audit(target: Target, options?: AuditOptions): Promise<AuditReport>
export async function audit(target: Target, options: AuditOptions = {}): Promise<AuditReport> {
  const client = openClient(target, options, MAX_REQUESTS)
  try {
    const entries = options.trusted ?? []
    const trusted = readTrusted(entries, client.url.origin)
    const findings = new Map<FindingCode, Finding>()
    const named = entries.filter((entry) => entry !== '*')
    const run: AuditRun = {
      client,
      strangers: createStrangers(),
      meant: named,
      add(finding) {
        if (!findings.has(finding.code)) findings.set(finding.code, finding)
      },
    }
    const { refused, endedBy } = await ask(run, trusted)
    const exchanges = client.exchanges()
    return createReport({
      url: client.url.href,
      findings: Object.freeze([...findings.values()].sort(bySeverity)),
      refused: Object.freeze(refused),
      exchanges,
      complete: endedBy === null,
      endedBy,
      elsewhere: client.elsewhere(),
      unanswered: exchanges.filter(({ response }) => response === null || response.status === 429)
        .length,
    })
  } finally {
    await client.close()
  }
}

async function ask(run: AuditRun, trusted: Trusted) {
  const refused: string[] = []
  try {
    await findWhatBreaks(run, trusted.origins, refused)
    await findWhoGetsIn(run, trusted)
    return { refused, endedBy: null }
  } catch (error) {
    if (error instanceof Ended) return { refused, endedBy: error.by }
    throw error
  }
}

function createReport(members: Omit<AuditReport, 'toString'>): AuditReport {
  return Object.freeze({ ...members, toString: () => formatReport(members) })
}

/** `sort()` is stable, so findings of one severity stay in the order in which they were found. */
function bySeverity(one: Finding, other: Finding): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity)
}
