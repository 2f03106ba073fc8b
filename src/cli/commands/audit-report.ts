import type { AuditReport } from '../../audit/report/audit-report.js'
import type { Finding, FindingSeverity } from '../../audit/report/finding.js'
import { endings } from '../../audit/report/format-report.js'
import { formatExchange } from '../../browser/verdict/format-verdict.js'
import { maskExchanges } from '../../browser/verdict/mask-exchanges.js'
import { secretMask } from '../../browser/verdict/secret-mask.js'
import { getHeader, type HeaderList } from '../../fetch/header-list.js'
import { type Line, section, sentence } from '../report/line.js'
import { countOf, type Entry, type Report } from '../report/report.js'

/** Worst first. */
const SEVERITIES: readonly FindingSeverity[] = ['high', 'medium', 'low', 'info']

/** A finding, or what the command reports like one: that a trusted origin is not let in. */
type ReportedFinding = Omit<Finding, 'code'> & { readonly code: string }

/**
 * What an audit found out.
 * @param trusted as the options name it
 * @param headers that were sent, whose secrets are masked wherever the server repeats them
 * @param failOn the least severity that is not as expected
 */
export function auditReport(
  result: AuditReport,
  trusted: readonly string[],
  headers: HeaderList,
  failOn: FindingSeverity,
): Report {
  const { url, findings, refused, exchanges } = result
  const reported = [...refused.map((origin) => refusal(result, origin, trusted)), ...findings]
  return {
    name: `audit of ${url}`,
    list: 'findings',
    entries: [
      ...reported.map((finding) => findingEntry(masked(finding, headers), url, failOn)),
      ...gapsOf(result).map((message) => gapEntry(url, message)),
    ],
    summary: [
      `${countOf(reported.length, 'findings')} at ${url} after ${countOf(exchanges.length, 'requests')}.`,
      ...(findings.some(({ severity }) => severity === 'high')
        ? ['An origin that is meant to get in belongs in --trust.']
        : []),
    ].join(' '),
  }
}

/** An origin that should get in, and does not. A server may well let in less than a pattern. */
function refusal(
  { url, exchanges }: AuditReport,
  origin: string,
  trusted: readonly string[],
): ReportedFinding {
  const pattern = trusted.includes(origin)
    ? undefined
    : trusted.find((entry) => entry.includes('*'))
  const exampleOf = pattern === undefined ? '' : `, an example of ${pattern},`
  return {
    code: 'trusted-refused',
    severity: pattern === undefined ? 'medium' : 'low',
    message: `${origin}${exampleOf} is trusted, but the server does not let it in.`,
    origin,
    fix: `send Access-Control-Allow-Origin: ${origin}, as cors({ origin: ['${origin}'] }) does; to see what is wrong, run npx strict-cors check ${url} --origin ${origin}`,
    exchanges: exchanges
      .filter(
        ({ kind, request }) =>
          kind === 'request' &&
          request.url === url &&
          getHeader(request.headers, 'origin') === origin,
      )
      .slice(0, 1),
  }
}

/** Why there may be more than what was found. */
function gapsOf(result: AuditReport): string[] {
  const { unanswered } = result
  return [
    ...endings(result),
    ...(unanswered === 0
      ? []
      : [
          `${countOf(unanswered, 'requests')} got no response, or the status 429 (too many requests), so the audit may have missed something.`,
        ]),
  ]
}

/** Not a finding, but no proof of the opposite. */
function gapEntry(url: string, message: string): Entry {
  return {
    state: 'not-judged',
    name: `audit of ${url}`,
    title: 'Incomplete',
    message,
    text: [['bad', 'Incomplete'], ...section('Why', [message])],
    data: null,
  }
}

function masked(finding: ReportedFinding, headers: HeaderList): ReportedFinding {
  const mask = secretMask(finding.exchanges, headers)
  return {
    ...finding,
    message: mask(finding.message),
    fix: mask(finding.fix),
    exchanges: maskExchanges(finding.exchanges, headers),
  }
}

function findingEntry(finding: ReportedFinding, url: string, failOn: FindingSeverity): Entry {
  const { code, severity, message, origin, fix, exchanges } = finding
  const severe = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn)
  const title = `${severity}: ${code}`
  return {
    state: severe ? 'not-as-expected' : 'as-expected',
    name: origin === undefined ? `${code} at ${url}` : `${code} at ${url} from ${origin}`,
    title,
    message: `${message} Fix: ${fix}.`,
    text: [
      [severe ? 'bad' : 'strong', title],
      ...section('Why', [message]),
      ...section('Fix', [sentence(fix)]),
      ...exchanges.flatMap(formatExchange).map((line): Line => ['faint', line]),
    ],
    data: finding,
  }
}
