import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { portOf } from '../../support/port-of.js'

export interface RunningApp {
  /** `http://localhost:` and the port. */
  readonly url: string
  close(): Promise<void>
}

/** Listens on every loopback address, since `localhost` is `::1` for some and `127.0.0.1` for others. */
export async function startApp(app: RequestListener): Promise<RunningApp> {
  const server = createServer(app).listen(0, '::')
  await once(server, 'listening')

  return {
    url: `http://localhost:${portOf(server)}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
