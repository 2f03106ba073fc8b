import { afterAll } from 'vitest'
import { launchFirefox } from './drivers/firefox.js'
import { claimCredentials } from './express/claim-credentials.js'
import { claimErrorResponses } from './express/claim-error-responses.js'
import { claimHttpCache } from './express/claim-http-cache.js'
import { claimPreflightCache } from './express/claim-preflight-cache.js'
import { claimOddHosts } from './hosts/claim-odd-hosts.js'
import { claimAgreement } from './matrix/claim-agreement.js'
import { askAll } from './matrix/matrix.js'
import { startPageServers } from './pages/page-servers.js'
import { claimVerdicts } from './verdicts/claim-verdicts.js'
import { claimWordings } from './wordings/claim-wordings.js'

const browser = await launchFirefox()
afterAll(browser.close)
const pages = await startPageServers()
afterAll(pages.close)

await claimVerdicts(browser)
await claimCredentials(browser, pages)
await claimErrorResponses(browser, pages)
await claimHttpCache(browser, pages)
await claimPreflightCache(browser, pages)
await claimOddHosts(browser, pages)
const matrix = await askAll(browser, pages)
claimAgreement(browser, matrix)
claimWordings(browser)
