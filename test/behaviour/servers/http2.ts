import { once } from 'node:events'
import { connect, type OutgoingHttpHeaders } from 'node:http2'
import { text } from 'node:stream/consumers'
import type { WireRequest, WireResponse } from './wire.js'

/** Sends a request over an HTTP/2 connection of its own. */
export async function sendHttp2(port: number, request: WireRequest): Promise<WireResponse> {
  const { method = 'GET', path = '/', headers = [] } = request
  const session = connect(`http://127.0.0.1:${port}`)
  try {
    const requestFields = { ...grouped(headers), ':method': method, ':path': path }
    const stream = session.request(requestFields, { endStream: true })
    const [fields] = await once(stream, 'response')
    const { ':status': status, ...responseFields } = fields
    const lines = Object.entries(responseFields).flatMap(([name, values]) =>
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
