import { X509Certificate } from 'node:crypto'
import type { Transport } from '../../browser/algorithms/wire.js'
import { createHttpTransport } from '../../browser/transport/http.js'
import type { Arguments } from './parse-arguments.js'
import { readSeconds, readText } from './read-values.js'
import { UsageError } from './usage-error.js'

/** How long to wait, by curl's name. */
const TIMEOUT_OPTION = { 'max-time': { short: 'm', example: '5' } }

/** curl's names for how a server is reached. */
export const CONNECTION_OPTIONS = {
  insecure: { short: 'k' },
  cacert: { example: 'ca.pem' },
  ...TIMEOUT_OPTION,
}

/** How a server is reached. */
export interface Connection {
  /** Responses are complete with their headers, since those are all that CORS depends on. */
  readonly transport: Transport
  /** In whole milliseconds. */
  readonly timeout: number
}

/** @throws {UsageError} if an option is wrong */
export async function readConnection(args: Arguments): Promise<Connection> {
  const timeout = readTimeout(args)
  const cacert = args.one('cacert')
  const tls = {
    ...(args.has('insecure') && { rejectUnauthorized: false }),
    ...(cacert !== undefined && { ca: await readAuthorities(cacert) }),
  }
  return { transport: createHttpTransport({ body: 'skip', tls }), timeout }
}

/** @throws {UsageError} if the file cannot be read or has no certificate, which Node would ignore */
async function readAuthorities(path: string): Promise<string> {
  const pem = await readText(path)
  try {
    new X509Certificate(pem)
    return pem
  } catch {
    throw new UsageError(`the file ${path} has no certificate in PEM format`, '--cacert ca.pem')
  }
}

/** How long one request may take, in milliseconds. @throws {UsageError} if it is not a time */
function readTimeout(args: Arguments): number {
  return Math.ceil(readSeconds('--max-time', args.one('max-time') ?? '30'))
}
