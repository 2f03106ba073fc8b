import { audit as auditServer } from '../../audit/audit.js'
import { maskExchanges } from '../../browser/verdict/mask-exchanges.js'
import { type Fields, linesOf, urlOf } from '../form/fields.js'
import type { Job } from './command.js'
import { countingTransport } from './counting-transport.js'

/** Who can read an endpoint, and what will break. */
export async function audit(fields: Fields, job: Job): Promise<object> {
  const url = urlOf(fields, 'url', 'The URL')
  const report = await auditServer(countingTransport(job), {
    url,
    trusted: linesOf(fields, 'trusted'),
    signal: job.signal,
  })
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      exchanges: maskExchanges(finding.exchanges),
    })),
    exchanges: maskExchanges(report.exchanges),
  }
}
