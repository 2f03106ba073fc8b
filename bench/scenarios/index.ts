import type { Scenario } from '../scenario.js'
import { BUILDING } from './building.js'
import { COMMAND } from './command.js'
import { EVALUATE } from './evaluate.js'
import { FUNCTIONS } from './functions.js'
import { PREFLIGHTS } from './preflights.js'
import { REQUESTS } from './requests.js'
import { SERVERS } from './servers.js'

/** Everything that is measured, in the order of the report. */
export const SCENARIOS: readonly Scenario[] = [
  ...REQUESTS,
  ...FUNCTIONS,
  ...PREFLIGHTS,
  ...EVALUATE,
  ...SERVERS,
  BUILDING,
  ...COMMAND,
]
