import { afterAll } from 'vitest'
import { launchWebKit } from './drivers/webkit.js'
import { launchWebKitConsole } from './drivers/webkit-console.js'
import { claimCredentials } from './express/claim-credentials.js'
import { claimEmptyPreflightResponse } from './express/claim-empty-preflight-response.js'
import { claimErrorResponses } from './express/claim-error-responses.js'
import { claimOddHosts } from './hosts/claim-odd-hosts.js'
import { claimAgreement } from './matrix/claim-agreement.js'
import { askAll } from './matrix/matrix.js'
import { startPageServers } from './pages/page-servers.js'
import { claimVerdicts } from './verdicts/claim-verdicts.js'
import { claimWordings } from './wordings/claim-wordings.js'

const browser = await launchWebKit()
afterAll(browser.close)
const pages = await startPageServers()
afterAll(pages.close)

await claimVerdicts(browser)
await claimCredentials(browser, pages)
await claimEmptyPreflightResponse(browser, pages)
await claimErrorResponses(browser, pages)
await claimOddHosts(browser, pages)
const matrix = await askAll(browser, pages)
claimAgreement(browser, matrix)

const talking = await launchWebKitConsole()
afterAll(talking.close)
claimWordings(talking)
