import { fileURLToPath } from 'node:url'
import { checksFor } from './checks.js'
import { choosePort } from './choose-port.js'
import { restartOnChange } from './restart-on-change.js'
import { startPage } from './start-page.js'

const apiPort = await choosePort('API_PORT', 3000)
const pagePort = await choosePort('PAGE_PORT', 3001)
const apiOrigin = `http://127.0.0.1:${apiPort}`
const pageOrigin = `http://127.0.0.1:${pagePort}`

await restartOnChange(
  pathOf('api-process.js'),
  { API_PORT: String(apiPort), PAGE_ORIGIN: pageOrigin },
  pathOf('policies.js'),
)
const page = await startPage(`${apiOrigin}/orders`, pagePort, checksFor(apiOrigin, pageOrigin))

console.log(`
  API   ${apiOrigin}
  Page  ${page}  <- open this one

  1. Press a prepared check, then "Ask this browser too": your browser says the same.
  2. Change the method or add a header, press Check, and see where the request stops.
  3. Open ${page.replace('127.0.0.1', 'localhost')}: an origin that the API refuses.
  4. Change examples/server/policies.js: the API starts again by itself, or says why it cannot.

  Refused requests are listed below. Ctrl+C ends it.
`)

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit())

function pathOf(name) {
  return fileURLToPath(new URL(name, import.meta.url))
}
