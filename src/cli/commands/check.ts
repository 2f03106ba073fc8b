import { CONNECTION_OPTIONS, readConnection } from '../arguments/connection.js'
import type { Arguments } from '../arguments/parse-arguments.js'
import { UsageError } from '../arguments/usage-error.js'
import { checkEntry } from '../check/check-entry.js'
import { judge } from '../check/judge.js'
import { notesOn } from '../check/notes-on.js'
import type { Plan } from '../check/plan.js'
import { planFromArguments } from '../check/plan-from-arguments.js'
import { plansFromFile } from '../check/plans-from-file.js'
import type { Command } from '../command.js'
import { countOf, type Entry } from '../report/report.js'
import { write } from '../report/write.js'
import { FORMAT_OPTION, readFormat, writeReport } from '../report/write-report.js'

/** Options that describe one request, which a file describes itself. */
const REQUEST_OPTIONS = {
  origin: { example: 'http://localhost:5173' },
  request: { short: 'X', example: 'PUT' },
  header: { short: 'H', example: "'Content-Type: application/json'", multiple: true },
  data: { short: 'd', example: "'{}'", empty: true },
  cookie: { short: 'b', example: "'session=abc'" },
  credentials: {},
  expect: { example: 'blocked' },
}

/** What a browser does with the response to a request. */
export const check: Command = {
  help: `Usage: npx strict-cors check <url> --origin <origin> [options]
       npx strict-cors check --file checks.json

Makes a request as a page of that origin would, with its preflight, and says
what a browser does with the response, why, and what to change.

  --origin <origin>     the origin of the page, such as http://localhost:5173
  -X, --request <name>  the method (GET, or POST with -d)
  -H, --header <line>   'Name: value'; may be given several times
  -d, --data <text>     the body, or @file
  --credentials         like fetch() with credentials: 'include'
  -b, --cookie <pairs>  'a=1; b=2', sent if the credentials mode allows it
  -k, --insecure        do not verify the certificate; or --cacert <file>
  -m, --max-time <s>    give up after this many seconds (30)
  --expect <outcome>    shared (the default) or blocked
  --file <file>         a JSON list of { url, origin, method, headers, body,
                        credentials, cookies, expect }
  --format <name>       text, json, junit or github

Exit status: 0 as expected, 1 not, 2 wrong usage, 3 no response
  npx strict-cors check http://localhost:3000/ --origin http://localhost:5173
  npx strict-cors check http://localhost:3000/ --origin null --expect blocked
`,
  options: {
    ...REQUEST_OPTIONS,
    ...CONNECTION_OPTIONS,
    ...FORMAT_OPTION,
    file: { example: 'checks.json' },
  },
  async run(args, io) {
    const format = readFormat(args)
    const file = args.one('file')
    const plans = file === undefined ? [await planFromArguments(args)] : await readFile(file, args)
    const connection = await readConnection(args)
    for (const note of plans.flatMap(notesOn)) await write(io.stderr, `${note}\n`)
    const entries: Entry[] = []
    for (const plan of plans) {
      entries.push(checkEntry(plan, await judge(plan, connection), file !== undefined))
    }
    const [first] = entries
    const name = file === undefined ? String(first?.name) : file
    const summary = file === undefined ? undefined : sumUp(entries)
    return writeReport({ name, list: 'checks', entries, summary, file }, format, io)
  },
}

async function readFile(file: string, args: Arguments): Promise<Plan[]> {
  const given = Object.keys(REQUEST_OPTIONS).find((name) => args.has(name))
  if (given !== undefined || args.positionals.length > 0) {
    throw new UsageError(
      `with --file, ${given === undefined ? 'the URL is' : `--${given} is`} a member of each check in the file`,
      `npx strict-cors check --file ${file}`,
    )
  }
  return plansFromFile(file)
}

function sumUp(entries: readonly Entry[]): string {
  const count = (state: Entry['state']) => entries.filter((entry) => entry.state === state).length
  return `${countOf(entries.length, 'checks')}: ${count('as-expected')} as expected, ${count('not-as-expected')} not as expected, ${count('not-judged')} without a response`
}
