import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { afterEach } from 'vitest'
import { portOf } from '../../support/port-of.js'
import { certificate } from '../browser/transport/localhost-certificate.js'

const running: net.Server[] = []
const sockets = new Set<net.Socket>()

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  await Promise.all(running.splice(0).map((server) => new Promise((done) => server.close(done))))
})

/** A server for one test. @returns its origin */
export function serve(listener: http.RequestListener): Promise<string> {
  return listen(http.createServer(listener), 'http')
}

/** The same with a certificate that nobody trusts. */
export function serveWithTls(listener: http.RequestListener): Promise<string> {
  return listen(https.createServer(certificate, listener), 'https')
}

/** A server that writes these bytes to every connection; none: it never responds. */
export function serveBytes(bytes: string | null): Promise<string> {
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    if (bytes !== null) socket.once('data', () => socket.end(bytes, 'latin1'))
  })
  return listen(server, 'http')
}

/** An address where nothing listens. */
export async function closedPort(): Promise<string> {
  const server = net.createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  await new Promise((done) => server.close(done))
  return `http://127.0.0.1:${port}`
}

async function listen(server: net.Server, scheme: string): Promise<string> {
  server.on('connection', (socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  running.push(server)
  return `${scheme}://localhost:${portOf(server)}`
}
