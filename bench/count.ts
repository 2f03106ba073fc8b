import { warmResponses } from './exchange.js'
import { SCENARIOS } from './scenarios.js'

/** Does work whose instructions are counted from outside: `count.js TITLE CANDIDATE CALLS RUN`. */
const [title, candidate = '', calls, run] = process.argv.slice(2)
const BATCH = 100

const scenario = SCENARIOS.find((one) => one.title === title)
const work = scenario?.works?.()[candidate]
if (work === undefined) throw new Error(`nothing to count for "${candidate}" in "${title}"`)
warmResponses()
for (let made = 0; made < Number(calls); made += BATCH) {
  work.prepare(BATCH)
  if (run === 'run') await work.run()
}
process.exit()
