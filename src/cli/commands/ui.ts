import { once } from 'node:events'
import process from 'node:process'
import { quote } from '../../fetch/quote.js'
import type { PreparedCheck } from '../../ui/prepared-check.js'
import { startTester, type Tester } from '../../ui/start-tester.js'
import type { Arguments } from '../arguments/parse-arguments.js'
import { readUrl } from '../arguments/read-url.js'
import { UsageError } from '../arguments/usage-error.js'
import type { Plan } from '../check/plan.js'
import { plansFromFile } from '../check/plans-from-file.js'
import type { Command } from '../command.js'
import { write } from '../report/write.js'

/** The port without --port, so that links keep their meaning from one day to the next. */
const PORT = 4180

const EXAMPLE = 'npx strict-cors ui http://localhost:3000/orders'

/** The page for checks, audits, comparisons, messages and policies. */
export const ui: Command = {
  help: `Usage: npx strict-cors ui [url] [options]

Serves a page on this machine that checks requests, audits and compares servers,
explains messages of browsers and tries policies. It prints the address to open,
which ends in a random token; nobody without it can use the page.

  --port <n>      the port on 127.0.0.1 (${PORT}, or a free one if that is taken)
  --file <path>   prepared checks, as for npx strict-cors check --file

The URL fills in the forms. A link that somebody copied from the page does too.

Exit status: 0 ended by Ctrl-C, 2 wrong usage

  npx strict-cors ui http://localhost:3000/orders
  npx strict-cors ui --port 5000 --file checks.json
`,
  options: { port: { example: '5000' }, file: { example: 'checks.json' } },
  async run(args, io) {
    const { url, fragment } = readTarget(args)
    const file = args.one('file')
    const checks = file === undefined ? [] : (await plansFromFile(file)).map(toPreparedCheck)
    const tester = await start({ ...(url !== undefined && { url }), checks }, args)
    await write(
      io.stdout,
      `Open ${tester.url}${fragment}\nOnly this machine can, with this address. Ctrl-C ends it.\n`,
    )
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await tester.close()
    return 0
  },
}

/** A tab of the page, and what its form holds. */
const FRAGMENT = /^#(?:check|audit|compare|explain|policy)\b/

function readTarget({ positionals }: Arguments): { url: string | undefined; fragment: string } {
  const [typed, ...others] = positionals
  if (others.length > 0) {
    throw new UsageError(
      `there are ${positionals.length} URLs, but one is expected; put quotes around what has spaces or & in it`,
      EXAMPLE,
    )
  }
  if (typed === undefined) return { url: undefined, fragment: '' }
  const fragment = typed.slice(typed.indexOf('#'))
  return FRAGMENT.test(fragment)
    ? { url: undefined, fragment }
    : { url: readUrl(typed), fragment: '' }
}

async function start(options: Parameters<typeof startTester>[0], args: Arguments): Promise<Tester> {
  const typed = args.one('port')
  if (typed === undefined) {
    return startTester({ ...options, port: PORT }).catch(() => startTester(options))
  }
  const port = Number(typed)
  if (!/^\d{1,5}$/.test(typed) || port > 65_535) {
    throw new UsageError(`${quote(typed)} is not a port: a number from 0 to 65535`, '--port 5000')
  }
  try {
    return await startTester({ ...options, port })
  } catch (error) {
    throw new UsageError(
      `the port ${port} cannot be used: ${String(error).replace('Error: listen ', '')}`,
      `--port ${port + 1}`,
    )
  }
}

function toPreparedCheck(plan: Plan): PreparedCheck {
  const { url, origin, method, headers, body, credentials, cookies, expected } = plan
  const { pathname, search } = new URL(url)
  const names = headers.map(([name]) => name)
  const parts = [...names, ...(credentials ? ['cookies'] : [])]
  const extras = parts.length === 0 ? '' : ` with ${parts.join(', ')}`
  return {
    name: `${method} ${pathname}${search}${extras}`,
    expected,
    url,
    origin,
    method,
    headers: headers.map((header) => header.join(': ')).join('\n'),
    body: body ?? '',
    credentials,
    cookies: cookies ?? '',
  }
}
