import type { Arguments } from '../arguments/parse-arguments.js'
import { readOrigin } from '../arguments/read-origin.js'
import { readUrl } from '../arguments/read-url.js'
import { readChoice, readHeader, readText } from '../arguments/read-values.js'
import { UsageError } from '../arguments/usage-error.js'
import { EXPECTED, type Plan } from './plan.js'

const EXAMPLE = 'npx strict-cors check http://localhost:3000/orders --origin http://localhost:5173'

/** The request that the options describe. @throws {UsageError} if they are wrong */
export async function planFromArguments(args: Arguments): Promise<Plan> {
  const [url, ...others] = args.positionals
  if (url === undefined) throw new UsageError('the URL to check is missing', EXAMPLE)
  if (others.length > 0) {
    throw new UsageError(
      `one URL is checked at a time, and there are ${others.length + 1}; quote what contains spaces or &`,
      EXAMPLE,
    )
  }
  const origin = args.one('origin')
  if (origin === undefined) {
    throw new UsageError('the origin of the page that makes the request is missing', EXAMPLE)
  }
  const data = args.one('data')
  return {
    url: readUrl(url),
    origin: readOrigin(origin),
    method: args.one('request') ?? (data === undefined ? 'GET' : 'POST'),
    headers: args.all('header').map(readHeader),
    body: data?.startsWith('@') ? await readText(data.slice(1)) : data,
    credentials: args.has('credentials'),
    cookies: args.one('cookie'),
    expected: readChoice('--expect', args.one('expect') ?? 'shared', EXPECTED),
  }
}
