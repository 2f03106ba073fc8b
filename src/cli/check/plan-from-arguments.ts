import { shellWord } from '../../browser/messages/check-command.js'
import type { Arguments } from '../arguments/parse-arguments.js'
import { readOrigin } from '../arguments/read-origin.js'
import { readOneUrl } from '../arguments/read-url.js'
import { readChoice, readHeader, readText } from '../arguments/read-values.js'
import { UsageError } from '../arguments/usage-error.js'
import { EXPECTED, type Plan } from './plan.js'
import { sendable } from './sendable.js'

const ORIGIN = '--origin http://localhost:5173'

/** The request that the options describe. @throws {UsageError} if they are wrong */
export async function planFromArguments(args: Arguments): Promise<Plan> {
  const url = readOneUrl(
    args.positionals,
    `npx strict-cors check http://localhost:3000/orders ${ORIGIN}`,
  )
  const origin = args.one('origin')
  if (origin === undefined) {
    throw new UsageError(
      'the origin of the page that makes the request is missing',
      `npx strict-cors check ${shellWord(url)} ${ORIGIN}`,
    )
  }
  const data = args.one('data')
  return sendable({
    url,
    origin: readOrigin(origin),
    method: args.one('request') ?? (data === undefined ? 'GET' : 'POST'),
    headers: args.all('header').map(readHeader),
    body: data?.startsWith('@') ? await readText(data.slice(1)) : data,
    credentials: args.has('credentials'),
    cookies: args.one('cookie'),
    expected: readChoice('--expect', args.one('expect') ?? 'shared', EXPECTED),
  })
}
