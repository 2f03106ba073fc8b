import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * The port that an environment variable names, if it is free. Otherwise says what to type and ends the
 * process.
 */
export async function choosePort(variable, defaultPort) {
  const typed = process.env[variable] ?? String(defaultPort)
  const server = createServer()
  try {
    if (!/^\d+$/.test(typed)) throw new RangeError('it is not a number')
    server.listen(Number(typed), '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    const problem = error.code === 'EADDRINUSE' ? 'it is taken' : error.message
    console.error(`Cannot use port ${typed}: ${problem}.`)
    console.error(`Choose another one, as in ${variable}=${defaultPort + 1000} npm start`)
    process.exit(1)
  }
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
