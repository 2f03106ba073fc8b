import { afterAll } from 'vitest'
import { launchWebKit } from './drivers/webkit.js'
import { claimVerdicts } from './verdicts/claim-verdicts.js'

const browser = await launchWebKit()
afterAll(browser.close)

await claimVerdicts(browser)
