import { afterAll } from 'vitest'
import { launchFirefox } from '../drivers/firefox.js'
import { claimGets } from './claim-gets.js'
import { claimWrites } from './claim-writes.js'
import { startServers } from './start-servers.js'

const browser = await launchFirefox()
afterAll(browser.close)
const servers = await startServers()
afterAll(servers.close)

claimWrites(browser, servers)
claimGets(browser, servers)
