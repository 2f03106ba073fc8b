import { connect } from 'node:net'
import type { WireRequest, WireResponse } from './wire.js'

/**
 * Sends a request over a socket of its own, each header line as it is, in latin1. No client of
 * Node writes two lines of one name, or bytes that are not a header value.
 */
export async function sendHttp1(port: number, request: WireRequest): Promise<WireResponse> {
  const { method = 'GET', path = '/', headers = [] } = request
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ]
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('latin1')
  socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  let received = ''
  for await (const chunk of socket) received += chunk
  return parseResponse(received)
}

function parseResponse(received: string): WireResponse {
  const headEnd = received.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = received.slice(0, headEnd).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(': ')
    return [line.slice(0, colon), line.slice(colon + 2)]
  })
  return {
    status: Number(statusLine.split(' ')[1]),
    headers,
    body: received.slice(headEnd + 4),
  }
}
