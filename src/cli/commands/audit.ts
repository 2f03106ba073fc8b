import { audit as auditServer } from '../../audit/audit.js'
import type { AuditReport, Finding, FindingSeverity } from '../../audit/finding.js'
import { formatExchange } from '../../browser/verdict/format-verdict.js'
import { maskSecrets } from '../../browser/verdict/mask-secrets.js'
import { readOneUrl } from '../arguments/read-url.js'
import { readChoice, readHeader } from '../arguments/read-values.js'
import type { Command } from '../command.js'
import { CONNECTION_OPTIONS, readConnection } from '../connection.js'
import { type Line, section, sentence } from '../report/line.js'
import { countOf, type Entry, type Report } from '../report/report.js'
import { unreachableEntry } from '../report/unreachable-entry.js'
import { FORMAT_OPTION, readFormat, writeReport } from '../report/write-report.js'

/** Worst first. */
const SEVERITIES: readonly FindingSeverity[] = ['high', 'medium', 'low', 'info']
const THRESHOLDS = ['high', 'medium', 'low'] as const

const EXAMPLE = 'npx strict-cors audit http://localhost:3000/orders --trust http://localhost:5173'

/** Who gets in that should not, and what will break. */
export const audit: Command = {
  help: `Usage: npx strict-cors audit <url> [options]

Asks a server as many origins would, with GET and OPTIONS only, at most 100
times, and says who gets in that should not, and what will break for the pages
that should get in.

  --trust <origin>      who may get in, such as https://app.example.com or
                        'https://*.example.com'; may be given several times
  --fail-on <severity>  high, medium (the default) or low
  -H, --header <line>   'Name: value' for every request except preflights, such
                        as the Cookie of a user who is logged in
  -k, --insecure        do not verify the certificate; or --cacert <file>
  -m, --max-time <s>    give up a request after this many seconds (30)
  --format <name>       text, json, junit or github

Exit status: 0 nothing that severe was found, 1 something was, 2 wrong usage,
3 some response to judge is missing

  npx strict-cors audit http://localhost:3000/ --trust http://localhost:5173
  npx strict-cors audit https://api.example.com/ --trust 'https://*.example.com'
`,
  options: {
    trust: { example: 'https://app.example.com', multiple: true },
    'fail-on': { example: 'low' },
    header: { short: 'H', example: "'Cookie: session=abc'", multiple: true },
    ...CONNECTION_OPTIONS,
    ...FORMAT_OPTION,
  },
  async run(args, io) {
    const format = readFormat(args)
    const failOn = readChoice('--fail-on', args.one('fail-on') ?? 'medium', THRESHOLDS)
    const url = readOneUrl(args.positionals, EXAMPLE)
    const headers = args.all('header').map(readHeader)
    const { transport, timeout } = await readConnection(args)
    const options = { url, trusted: args.all('trust'), headers, timeout }
    const report = await auditServer(transport, options).then(
      (result) => reportOf(result, failOn),
      (error: unknown): Report => ({
        name: `audit of ${url}`,
        list: 'findings',
        entries: [unreachableEntry(url, error)],
      }),
    )
    return writeReport(report, format, io)
  },
}

function reportOf(
  { url, findings, refused, complete, unanswered, exchanges }: AuditReport,
  failOn: FindingSeverity,
): Report {
  return {
    name: `audit of ${url}`,
    list: 'findings',
    entries: [
      ...findings.map((finding) => findingEntry(finding, url, failOn)),
      ...(unanswered === 0 ? [] : [unansweredEntry(url, unanswered)]),
    ],
    summary: [
      `${countOf(findings.length, 'findings')} at ${url} after ${countOf(exchanges.length, 'requests')}${complete ? '' : ', which is the limit: there may be more'}.`,
      ...refused.map((origin) => `${origin} is trusted, but the server does not let it in.`),
      ...(findings.some(({ severity }) => severity === 'high')
        ? ['An origin that is meant to get in belongs in --trust.']
        : []),
    ].join(' '),
  }
}

/** Not a finding, but no proof that there is none. */
function unansweredEntry(url: string, unanswered: number): Entry {
  const message = `${countOf(unanswered, 'requests')} got no response, or the status 429 (too many requests), so the audit may have missed something.`
  return {
    state: 'not-judged',
    name: `audit of ${url}`,
    title: 'Incomplete',
    message,
    text: [['bad', 'Incomplete'], ...section('Why', [message])],
    data: null,
  }
}

function findingEntry(finding: Finding, url: string, failOn: FindingSeverity): Entry {
  const { code, severity, message, origin, fix } = finding
  const exchanges = maskSecrets(finding.exchanges)
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
    data: { ...finding, exchanges },
  }
}
