import type { IncomingMessage, ServerResponse } from 'node:http'
import { isAsset, readAsset } from './assets.js'
import { commandRefusalOf, isToken, type Refusal, refusalOf } from './guard.js'
import { readJson } from './read-json.js'
import { runJob } from './run-job.js'
import { SECURITY_HEADERS } from './security-headers.js'
import { COMMANDS } from './tabs/commands.js'

interface HandlerOptions {
  readonly port: number
  readonly token: string
  /** What the page asks for when it opens. */
  readonly setup: object
}

/** A listener for `request` of `node:http`. It never rejects. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export function createHandler({ port, token, setup }: HandlerOptions): Handler {
  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    for (const [name, value] of SECURITY_HEADERS) res.setHeader(name, value)
    const refusal = refusalOf(req, port)
    if (refusal !== null) return refuse(res, refusal)
    const [, first = '', ...rest] = pathOf(req).split('/')
    if (!isToken(first, token)) return serveFile(req, res, [first, ...rest].join('/'), 'door.html')
    const path = rest.join('/')
    if (path === 'setup') return send(res, 200, 'application/json', JSON.stringify(setup))
    const command = COMMANDS.get(path)
    if (command === undefined) return serveFile(req, res, path, 'index.html')
    const problem = commandRefusalOf(req)
    if (problem !== null) return refuse(res, problem)
    const input = await readJson(req)
    if ('refusal' in input) return refuse(res, input.refusal)
    return runJob(command, input.value, res)
  }
  return handle
}

/** The path as sent, without the query. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1).join()
}

async function serveFile(
  { method }: IncomingMessage,
  res: ServerResponse,
  path: string,
  index: string,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(res, { status: 405, message: 'Send GET.' })
  }
  const name = path === '' ? index : path
  const found = isAsset(name)
  // Without one, a person has an old address, or a part of it.
  const { type, content } = await readAsset(found ? name : 'door.html')
  return send(res, found ? 200 : 404, type, content)
}

function refuse(res: ServerResponse, { status, message }: Refusal): void {
  send(res, status, 'text/plain; charset=utf-8', `${message}\n`)
}

function send(
  res: ServerResponse,
  status: number,
  type: string,
  content: string | Uint8Array,
): void {
  res.writeHead(status, { 'Content-Type': type }).end(content)
}
