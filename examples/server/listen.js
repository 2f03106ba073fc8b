import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * Opens a server on the port that an environment variable names. If it cannot, it says so
 * and ends the process.
 */
export async function listen(variable, defaultPort) {
  const port = process.env[variable] ?? String(defaultPort)
  const server = createServer()
  try {
    if (!/^\d+$/.test(port)) throw new RangeError('it is no number')
    server.listen(Number(port))
    await once(server, 'listening')
    return server
  } catch (error) {
    const problem = error.code === 'EADDRINUSE' ? 'it is taken' : error.message
    console.error(`Cannot use port ${port}: ${problem}.`)
    console.error(`Choose another one, as in ${variable}=${defaultPort + 1000} npm start`)
    process.exit(1)
  }
}

/** The origin under which pages and browsers know a server. */
export function originOf(server, host = 'localhost') {
  return new URL(`http://${host}:${server.address().port}`).origin
}
