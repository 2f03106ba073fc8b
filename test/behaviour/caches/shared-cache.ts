import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { portOf } from '../../support/port-of.js'

/** A stored response, and the part of its request that decides whom it is for. */
interface StoredResponse {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
  /** The request's values of the fields that `Vary` names. */
  readonly selecting: ReadonlyMap<string, string | undefined>
  readonly storedAt: number
}

export interface SharedCache {
  /** `http://127.0.0.1:` and the port. */
  readonly url: string
  /** How many requests the server behind it has not seen. */
  readonly hits: number
  close(): Promise<void>
}

/**
 * A shared cache in front of a server, as RFC 9111 has it, as far as it matters here: it keeps what
 * a server declares public for some time, and reuses it for every request whose fields named by
 * `Vary` are the same (§4.1).
 */
export async function startSharedCache(target: string): Promise<SharedCache> {
  const stored = new Map<string, StoredResponse[]>()
  let hits = 0
  const server = http.createServer(async (req, res) => {
    const { method = '', url = '' } = req
    const kept = stored.get(url) ?? []
    const found = isRead(method) ? kept.find((response) => isFor(response, req)) : undefined
    if (found !== undefined) hits++
    const response = found ?? (await forward(target, req))
    if (found === undefined && isRead(method) && mayStore(response)) {
      stored.set(url, [...kept, response])
    }
    res.writeHead(response.status, response.headers)
    res.end(method === 'HEAD' ? undefined : response.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: urlOf(server),
    get hits() {
      return hits
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The address of a server that listens on the loopback interface. */
export function urlOf(server: http.Server): string {
  return `http://127.0.0.1:${portOf(server)}`
}

/** RFC 9110 §9.2.3, less POST, which few caches keep. */
function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** RFC 9111 §3: what is public and has an explicit lifetime, whatever its status. */
function mayStore({ headers }: StoredResponse): boolean {
  const directives = String(headers['cache-control'])
  if (/no-store|private/.test(directives) || headers.vary === '*') return false
  return directives.includes('public') && lifetimeOf(headers) > 0
}

/** RFC 9111 §4.1 and §4.2. */
function isFor({ headers, selecting, storedAt }: StoredResponse, request: IncomingMessage) {
  const isFresh = Date.now() - storedAt < lifetimeOf(headers) * 1000
  const fields = [...selecting]
  return isFresh && fields.every(([name, value]) => request.headers[name]?.toString() === value)
}

function lifetimeOf({ 'cache-control': directives = '' }: http.IncomingHttpHeaders): number {
  return Number(/max-age=(\d+)/.exec(directives)?.[1] ?? 0)
}

async function forward(target: string, request: IncomingMessage): Promise<StoredResponse> {
  const { method, url, headers } = request
  const forwarded = http.request(target + url, { method, headers })
  forwarded.end(await buffer(request))
  const [response]: IncomingMessage[] = await once(forwarded, 'response')
  if (response === undefined) throw new Error('there is no response')
  const names = String(response.headers.vary ?? '').split(',')
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: await buffer(response),
    selecting: new Map(
      names
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== '')
        .map((name) => [name, headers[name]?.toString()]),
    ),
    storedAt: Date.now(),
  }
}
