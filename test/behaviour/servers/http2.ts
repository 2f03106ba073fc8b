import { once } from 'node:events'
import { connect, type OutgoingHttpHeaders } from 'node:http2'
import { text } from 'node:stream/consumers'
import type { WireAnswer, WireRequest } from './exchange.js'

/** Sends a request over an HTTP/2 connection of its own. */
export async function sendHttp2(port: number, request: WireRequest): Promise<WireAnswer> {
  const { method = 'GET', path = '/', headers = [] } = request
  const session = connect(`http://127.0.0.1:${port}`)
  try {
    const fields = { ...grouped(headers), ':method': method, ':path': path }
    const stream = session.request(fields, { endStream: true })
    const [answered] = await once(stream, 'response')
    const { ':status': status, ...answeredFields } = answered
    const lines = Object.entries(answeredFields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, String(value)]),
    )
    return { status: Number(status), headers: lines, body: await text(stream) }
  } finally {
    session.close()
  }
}

function grouped(headers: readonly (readonly [string, string])[]): OutgoingHttpHeaders {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of headers) fields[name] = [...(fields[name] ?? []), value]
  return fields
}
