import { once } from 'node:events'
import { createServer } from 'node:net'
import { portOf } from './port-of.js'

/** A port that nothing listens on, for a program that must be told one. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}
