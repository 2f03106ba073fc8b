import { once } from 'node:events'
import net from 'node:net'
import { portOf } from '../../../support/port-of.js'

export type Respond = (socket: net.Socket) => void

export interface RawServer {
  readonly base: string
  /** The connections that are still open. */
  readonly sockets: ReadonlySet<net.Socket>
  close(): Promise<void>
}

/** A TCP server that does as told once the first bytes of a request are there. */
export async function rawServer(respond: Respond): Promise<RawServer> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    socket.once('data', () => respond(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://127.0.0.1:${portOf(server)}`,
    sockets,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Writes the start, and then the part again and again, until the other side has gone. */
export function endless(start: string, part: string): Respond {
  return (socket) => {
    const write = () => {
      while (!socket.destroyed && socket.write(part, 'latin1'));
    }
    socket.on('drain', write)
    socket.write(start, 'latin1', write)
  }
}

/** Writes the bytes and ends the connection. */
export function writing(bytes: string): Respond {
  return (socket) => socket.end(bytes, 'latin1')
}
