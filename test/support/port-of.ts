import type { AddressInfo } from 'node:net'

/** Any server of Node, of HTTP or not. */
interface Listening {
  address(): AddressInfo | string | null
}

/** The port that a server listens on. */
export function portOf(server: Listening): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
