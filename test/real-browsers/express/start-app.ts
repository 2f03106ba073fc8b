import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

export interface RunningApp {
  /** `http://localhost:` and the port. */
  readonly url: string
  close(): Promise<void>
}

/** Listens on every loopback address, since `localhost` is `::1` for some and `127.0.0.1` for others. */
export async function startApp(app: RequestListener): Promise<RunningApp> {
  const server = createServer(app).listen(0, '::')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')

  return {
    url: `http://localhost:${address.port}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
