import type net from 'node:net'

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
