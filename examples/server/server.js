import { createApi } from './api.js'
import { createDecisionLog } from './decision-log.js'
import { listen, originOf } from './listen.js'
import { createPageServer } from './page-server.js'
import { policiesFor } from './policies.js'

const apiServer = await listen('API_PORT', 3000)
const pageServer = await listen('PAGE_PORT', 3001)

const apiOrigin = originOf(apiServer)
const pageOrigin = originOf(pageServer)
const policies = policiesFor(pageOrigin)
const log = createDecisionLog()

apiServer.on('request', createApi(policies, log.record))
pageServer.on('request', createPageServer({ apiOrigin, pageOrigin, policies, log }))

console.log(`
  API   ${apiOrigin}
  Page  ${pageOrigin}  <- open this one

  What to try

  1. Open ${pageOrigin}: the page calls the API and shows what comes back.
  2. Open ${originOf(pageServer, '127.0.0.1')}: the same page, from an origin that the API refuses.
  3. Ask as a browser asks before it sends PUT:
     curl -i -X OPTIONS ${apiOrigin}/orders/1 \\
       -H 'Origin: ${pageOrigin}' -H 'Access-Control-Request-Method: PUT'
  4. Change examples/server/policies.js, and start again.

  Refused requests are listed below. Ctrl+C ends it.
`)
