import { afterAll } from 'vitest'
import { launchFirefox } from './drivers/firefox.js'
import { claimVerdicts } from './verdicts/claim-verdicts.js'

const browser = await launchFirefox()
afterAll(browser.close)

await claimVerdicts(browser)
