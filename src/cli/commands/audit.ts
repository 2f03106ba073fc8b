import { audit as auditServer } from '../../audit/audit.js'
import { CONNECTION_OPTIONS, readConnection } from '../arguments/connection.js'
import { readTrusted } from '../arguments/read-trusted.js'
import { readOneUrl } from '../arguments/read-url.js'
import { readChoice, readHeader } from '../arguments/read-values.js'
import type { Command } from '../command.js'
import type { Report } from '../report/report.js'
import { unreachableEntry } from '../report/unreachable-entry.js'
import { FORMAT_OPTION, readFormat, writeReport } from '../report/write-report.js'
import { auditReport } from './audit-report.js'

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

Exit status: 0 no finding of --fail-on or worse, 1 such a finding,
2 wrong usage, 3 a response is missing

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
    const trusted = args.all('trust').map(readTrusted)
    const report = await auditServer(transport, { url, trusted, headers, timeout }).then(
      (result) => auditReport(result, trusted, headers, failOn),
      (error: unknown): Report => ({
        name: `audit of ${url}`,
        list: 'findings',
        entries: [unreachableEntry(url, error)],
      }),
    )
    return writeReport(report, format, io)
  },
}
