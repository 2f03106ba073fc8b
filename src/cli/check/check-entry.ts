import { formatExchange } from '../../browser/verdict/format-verdict.js'
import { normalizeMethod } from '../../fetch/method.js'
import { type Line, section, sentence } from '../report/line.js'
import type { Entry } from '../report/report.js'
import type { Judgement } from './judge.js'
import type { Plan } from './plan.js'

/**
 * One check for the report.
 * @param brief whether one line is enough if all is as expected
 */
export function checkEntry(plan: Plan, judgement: Judgement, brief: boolean): Entry {
  const { url, outcome, code, phase, why, fix, exchanges } = judgement
  const method = normalizeMethod(plan.method)
  const name = `${method} ${url} from ${plan.origin}`
  const state = stateOf(plan, judgement)
  const message = fix === null ? why : `${why} Fix: ${fix}.`
  const title = titleOf(plan, judgement)
  const first: Line = [state === 'as-expected' ? 'good' : 'bad', `${title}: ${name}`]
  return {
    state,
    name,
    title,
    message,
    text: brief && state === 'as-expected' ? [first] : [first, ...details(judgement)],
    data: {
      url,
      origin: plan.origin,
      method,
      expected: plan.expected,
      outcome,
      code,
      message,
      fix,
      phase,
      exchanges,
    },
  }
}

function stateOf({ expected }: Plan, { outcome, code }: Judgement): Entry['state'] {
  if (code === 'no-answer') return 'not-judged'
  return outcome === expected ? 'as-expected' : 'not-as-expected'
}

function titleOf({ expected }: Plan, { outcome, code }: Judgement): string {
  if (code === 'no-answer') return 'No response'
  if (outcome === 'blocked') {
    return expected === 'blocked' ? `Blocked as expected (${code})` : `Blocked (${code})`
  }
  return expected === 'blocked' ? 'Shared, but expected to be blocked' : 'Shared'
}

function details({ outcome, code, console, why, fix, options, exchanges }: Judgement): Line[] {
  return [
    ...section("The browser's console says", console === null ? [] : [console]),
    ...section(outcome === 'blocked' ? 'Why' : 'What the page gets', [why]),
    ...section(
      code === 'no-answer' ? 'What to do' : 'Fix on the server',
      fix === null ? [] : [sentence(fix)],
    ),
    ...section('Fix with strict-cors', options),
    ...exchanges.flatMap(formatExchange).map((line): Line => ['faint', line]),
  ]
}
