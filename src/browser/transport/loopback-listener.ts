import { once } from 'node:events'
import type http from 'node:http'
import net from 'node:net'
import { addressOf, type SocketAddress } from './socket-address.js'

/** A loopback socket whose connections a server is given. */
export interface Entrance {
  readonly address: SocketAddress
  /** Drops the connections that are left. */
  close(): Promise<void>
}

/**
 * Opens a loopback socket and hands its connections to a server, which itself goes on not to listen:
 * https://nodejs.org/api/http.html#event-connection
 */
export async function openEntrance(server: http.Server): Promise<Entrance> {
  const sockets = new Set<net.Socket>()
  const listener = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    server.emit('connection', socket)
  })
  // A browser that nobody closes is no reason for the process to stay.
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
