import { compareUrls } from '../../audit/compare.js'
import type { Comparison, Difference } from '../../audit/report/comparison.js'
import { questionOf } from '../../audit/report/format-comparison.js'
import { maskExchanges } from '../../browser/verdict/mask-exchanges.js'
import { secretMask } from '../../browser/verdict/secret-mask.js'
import type { HeaderList } from '../../fetch/header-list.js'
import { CONNECTION_OPTIONS, readConnection } from '../arguments/connection.js'
import { readOrigin } from '../arguments/read-origin.js'
import { readUrl } from '../arguments/read-url.js'
import { readHeader } from '../arguments/read-values.js'
import { UsageError } from '../arguments/usage-error.js'
import type { Command } from '../command.js'
import { countOf, type Entry, type Report } from '../report/report.js'
import { unreachableEntry } from '../report/unreachable-entry.js'
import { FORMAT_OPTION, readFormat, writeReport } from '../report/write-report.js'

const EXAMPLE =
  'npx strict-cors compare http://localhost:3000/orders https://api.example.com/orders --origin https://app.example.com'

/** What two servers do differently. */
export const compare: Command = {
  help: `Usage: npx strict-cors compare <url> <url> --origin <origin> [options]

Asks two servers the same questions, with GET and OPTIONS only, and shows side
by side which verdicts and headers differ: "it works in development and not in
production".

  --origin <origin>    the origin of the page; may be given several times
  -H, --header <line>  'Name: value' for every request except preflights, such
                       as the Cookie of a user who is logged in
  -k, --insecure       do not verify certificates; or --cacert <file>
  -m, --max-time <s>   give up a request after this many seconds (30)
  --format <name>      text, json, junit or github

Exit status: 0 no difference, 1 a difference, 2 wrong usage, 3 one of
them gave no response

  npx strict-cors compare http://localhost:3000/orders \\
    https://api.example.com/orders --origin https://app.example.com
  npx strict-cors compare http://localhost:3000/ http://localhost:8080/ \\
    --origin http://localhost:5173 --format json
`,
  options: {
    origin: { example: 'https://app.example.com', multiple: true },
    header: { short: 'H', example: "'Cookie: session=abc'", multiple: true },
    ...CONNECTION_OPTIONS,
    ...FORMAT_OPTION,
  },
  async run(args, io) {
    const format = readFormat(args)
    const [a, b, ...others] = args.positionals.map(readUrl)
    if (a === undefined || b === undefined || others.length > 0) {
      throw new UsageError(
        `two URLs are compared, and there are ${args.positionals.length}`,
        EXAMPLE,
      )
    }
    const origins = args.all('origin').map(readOrigin)
    if (origins.length === 0) throw new UsageError('the origin of the page is missing', EXAMPLE)
    const headers = args.all('header').map(readHeader)
    const { transport, timeout } = await readConnection(args)
    const options = { origins, headers, timeout }
    const name = `${a} compared with ${b}`
    const report = await compareUrls([a, b], transport, options).then(
      (comparison) => reportOf(name, comparison, headers),
      (error: unknown): Report => ({
        name,
        list: 'differences',
        entries: [unreachableEntry(name, error)],
      }),
    )
    return writeReport(report, format, io)
  },
}

function reportOf(name: string, { a, b, differences }: Comparison, headers: HeaderList): Report {
  return {
    name,
    list: 'differences',
    entries: differences.map((difference) => differenceEntry(masked(difference, headers), a, b)),
    summary: `${countOf(differences.length, 'differences')} between ${a} and ${b}`,
  }
}

function masked(difference: Difference, headers: HeaderList): Difference {
  const { a, b, exchanges } = difference
  const mask = secretMask(exchanges, headers)
  return {
    ...difference,
    a: a === null ? null : mask(a),
    b: b === null ? null : mask(b),
    exchanges: maskExchanges(exchanges, headers),
  }
}

function differenceEntry(difference: Difference, a: string, b: string): Entry {
  const { subject } = difference
  const asked = questionOf(difference)
  const width = Math.max(a.length, b.length)
  const sides = [
    `${a.padEnd(width)}  ${difference.a ?? '(not sent)'}`,
    `${b.padEnd(width)}  ${difference.b ?? '(not sent)'}`,
  ]
  return {
    state: 'not-as-expected',
    name: `${subject}: ${asked}`,
    title: `difference: ${subject}`,
    message: sides.join('; '),
    text: [['bad', `${subject}: ${asked}`], ...sides.map((side) => `  ${side}`)],
    data: difference,
  }
}
