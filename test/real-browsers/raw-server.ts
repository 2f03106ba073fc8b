import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { HeaderLines } from '../fetch-cases/verdicts.js'
import { portOf } from '../support/port-of.js'

export interface RawRequest {
  readonly method: string
  /** The request-target as it is in the request line. */
  readonly target: string
  /** By lower-case name; a browser sends each of the fields in question once. */
  readonly headers: ReadonlyMap<string, string>
}

export interface RawResponse {
  readonly status: number
  readonly headers: HeaderLines
  readonly body?: string
}

export interface RawServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * An HTTP/1.1 server that takes any method and writes any header line as it is. `node:http` does
 * neither: it responds with 400 to a method it does not know, and refuses a value with a NUL.
 */
export async function startRawServer(
  respond: (request: RawRequest) => RawResponse,
): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A browser drops a connection whenever it likes.
    socket.on('error', () => socket.destroy())
    let pending = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      pending += chunk
      for (let end = endOfRequest(pending); end !== -1; end = endOfRequest(pending)) {
        const request = parseRequest(pending)
        pending = pending.slice(end)
        socket.write(serializeResponse(request, respond(request)), 'latin1')
      }
    })
  })
  server.listen(0, '::')
  await once(server, 'listening')

  return {
    port: portOf(server),
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Where the first request ends, its body included; -1 if it has not arrived whole. */
function endOfRequest(bytes: string): number {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1) return -1
  const length = Number(parseRequest(bytes).headers.get('content-length') ?? 0)
  const end = headEnd + 4 + length
  return end <= bytes.length ? end : -1
}

function parseRequest(bytes: string): RawRequest {
  const [requestLine = '', ...lines] = bytes.slice(0, bytes.indexOf('\r\n\r\n')).split('\r\n')
  const [method = '', target = ''] = requestLine.split(' ')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { method, target, headers: new Map(headers) }
}

function serializeResponse(
  request: RawRequest,
  { status, headers, body = '' }: RawResponse,
): string {
  // RFC 9110 §8.6: no Content-Length on a 204.
  const framing: HeaderLines = status === 204 ? [] : [['Content-Length', String(body.length)]]
  const lines = [...headers, ...framing].map(([name, value]) => `${name}: ${value}\r\n`)
  const sent = request.method === 'HEAD' || status === 204 ? '' : body
  return `HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n${sent}`
}
