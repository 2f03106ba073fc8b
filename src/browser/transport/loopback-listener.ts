import { once } from 'node:events'
import type http from 'node:http'
import net from 'node:net'

/** A loopback socket that passes its connections to a server. */
export interface LoopbackListener {
  readonly address: SocketAddress
  /** Closes the socket and the connections that are still open. */
  close(): Promise<void>
}

/**
 * Opens a loopback socket and passes its connections to a server that does not listen itself:
 * https://nodejs.org/api/http.html#event-connection
 */
export async function listenOnLoopback(server: http.Server): Promise<LoopbackListener> {
  const sockets = new Set<net.Socket>()
  const listener = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    server.emit('connection', socket)
  })
  // So that a page that nobody closes does not keep the process running.
  listener.listen(0, '127.0.0.1').unref()
  await once(listener, 'listening')
  return {
    address: addressOf(listener),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}

/** Where to connect to. */
export type SocketAddress =
  | { readonly hostname: string; readonly port: number }
  | { readonly socketPath: string }

/** Where a server that listens can be reached. */
export function addressOf(server: net.Server): SocketAddress {
  const address = server.address()
  if (address === null || typeof address === 'string') return { socketPath: String(address) }
  const everywhere = address.address === '::' || address.address === '0.0.0.0'
  return { hostname: everywhere ? 'localhost' : address.address, port: address.port }
}
