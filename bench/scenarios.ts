import type { Scenario } from './scenario.js'
import { BROWSER_CHECK } from './scenarios/browser-check.js'
import { BUILD } from './scenarios/build.js'
import { CHOICE } from './scenarios/choice.js'
import { END_TO_END } from './scenarios/end-to-end.js'
import { EVALUATE } from './scenarios/evaluate.js'
import { IMPORT } from './scenarios/import.js'
import { OTHER_FRAMEWORKS } from './scenarios/other-frameworks.js'
import { PREFLIGHTS } from './scenarios/preflights.js'
import { REQUESTS } from './scenarios/requests.js'

/** Everything that is measured, in the order of the report. */
export const SCENARIOS: readonly Scenario[] = [
  ...REQUESTS,
  ...PREFLIGHTS,
  ...CHOICE,
  ...EVALUATE,
  ...BROWSER_CHECK,
  ...BUILD,
  ...IMPORT,
  ...END_TO_END,
  ...OTHER_FRAMEWORKS,
]
