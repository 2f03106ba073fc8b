import type { Exchange } from '../../browser/algorithms/exchange.js'
import { getHeader } from '../../fetch/header-list.js'
import { escapeControls } from '../../fetch/quote.js'
import type { AuditReport } from './audit-report.js'
import type { Finding, FindingSeverity } from './finding.js'
import { FINDINGS } from './findings.js'

export const SEVERITIES: readonly FindingSeverity[] = ['high', 'medium', 'low', 'info']

/** The headers that CORS depends on; others, which may be secret, are left out. */
const SHOWN = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-max-age',
  'vary',
  'location',
]

const ENDINGS: Readonly<Record<'limit' | 'no-answers', string>> = {
  limit:
    'The limit of requests ended the audit before every origin was asked for. Give fewer trusted origins at a time.',
  'no-answers':
    'Three requests in a row got no response, which ended the audit before everything was asked.',
}

/** The findings with their fixes and the requests that show them; lines joined by `\n`. */
export function formatReport(report: Omit<AuditReport, 'toString'>): string {
  const { url, findings, refused, exchanges, unanswered } = report
  return [
    `${summary(findings)} at ${url} (${exchanges.length} requests)`,
    ...endings(report),
    ...(unanswered === 0
      ? []
      : [
          `Requests without a response, or with status 429: ${unanswered}. The audit may have missed something.`,
        ]),
    ...refused.map((origin) => `${origin} is trusted, but the server does not let it in.`),
    ...findings.flatMap(formatFinding),
    ...(findings.some(({ severity }) => severity === 'high')
      ? ['', 'An origin that is meant to get in belongs in trusted, and is no finding then.']
      : []),
  ].join('\n')
}

/** Why not everything was judged; whole sentences. */
export function endings({
  endedBy,
  elsewhere,
}: Pick<AuditReport, 'endedBy' | 'elsewhere'>): string[] {
  return [
    ...(endedBy === null ? [] : [ENDINGS[endedBy]]),
    ...(elsewhere === null
      ? []
      : [
          `A response redirects to ${elsewhere}, which is another host: what is there was not judged. If it is a page to log in, give the headers of a user who is logged in.`,
        ]),
  ]
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings'
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }))
  const parts = counts.filter(({ count }) => count > 0)
  const listed = parts.map(({ severity, count }) => `${count} ${severity}`).join(', ')
  return `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}: ${listed},`
}

function formatFinding({ code, severity, message, fix, exchanges }: Finding): string[] {
  return [
    '',
    `${severity}: ${code}`,
    `  ${message}`,
    `  Fix: ${fix}.`,
    `  Asked: ${FINDINGS[code].probe}.`,
    ...exchanges.flatMap(formatExchange),
  ]
}

function formatExchange({ request, response }: Exchange): string[] {
  const origin = getHeader(request.headers, 'origin') ?? '(none)'
  const asked = `    ${request.method} ${request.url}  Origin: ${origin}`
  if (response === null) return [asked, '      no response']
  const headers = response.headers.filter(([name]) => SHOWN.includes(name.toLowerCase()))
  return [
    asked,
    `      status ${response.status}`,
    ...headers.map(([name, value]) => `      ${name}: ${escapeControls(value)}`),
  ]
}
