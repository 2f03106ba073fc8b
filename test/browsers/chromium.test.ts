import { afterAll } from 'vitest'
import { launchChromium } from './drivers/chromium.js'
import { claimIssueCodes } from './verdicts/claim-issue-codes.js'
import { claimVerdicts } from './verdicts/claim-verdicts.js'

const browser = await launchChromium()
afterAll(browser.close)

await claimVerdicts(browser)
claimIssueCodes(browser)
