import type { BlockedCode, ExchangeKind } from '../../browser/algorithms/blocked-facts.js'
import type { Exchange } from '../../browser/algorithms/exchange.js'
import { createPage } from '../../browser/create-page.js'
import { chromiumMessage } from '../../browser/verdict/chromium-message.js'
import { maskSecrets } from '../../browser/verdict/mask-secrets.js'
import { optionsFix } from '../../browser/verdict/options-fix.js'
import type { Verdict } from '../../browser/verdict/verdict.js'
import { messageOf, UsageError } from '../arguments/usage-error.js'
import type { Connection } from '../connection.js'
import { NO_ANSWER_FIXES } from '../no-answer-fixes.js'
import type { Plan } from './plan.js'

/** What a browser does with the response, and what a person wants to know about it. */
export interface Judgement {
  readonly outcome: Verdict['outcome']
  readonly code: BlockedCode | null
  readonly phase: ExchangeKind | null
  /** What happened; one or two sentences. */
  readonly why: string
  /** What to change in the headers of the server; without a capital and a full stop. */
  readonly fix: string | null
  /** What to change in the options of this package; lines. */
  readonly options: readonly string[]
  /** What the browser's console says. */
  readonly console: string | null
  /** Without bodies and secrets. */
  readonly exchanges: readonly Exchange[]
}

/**
 * Makes the request as a page would.
 * @throws {UsageError} if fetch() would refuse the request before it sends anything
 */
export async function judge(plan: Plan, connection: Connection): Promise<Judgement> {
  const verdict = await ask(plan, connection)
  const { outcome, message } = verdict
  const exchanges = maskSecrets(verdict.exchanges)
  if (verdict.outcome !== 'blocked') {
    const nothing = { code: null, phase: null, fix: null, options: [], console: null }
    return { outcome, why: message, ...nothing, exchanges }
  }
  const { code, phase, fix, cause } = verdict
  return {
    outcome,
    code,
    phase,
    why: message.replace(` Fix: ${fix}.`, ''),
    fix: (cause && NO_ANSWER_FIXES[cause.type]) ?? fix,
    options: optionsFix(plan, verdict),
    console: chromiumMessage(verdict, plan.origin),
    exchanges,
  }
}

async function ask(plan: Plan, { transport, timeout }: Connection): Promise<Verdict> {
  const { url, origin, method, headers, body, cookies } = plan
  try {
    const host = new URL(url).hostname
    const page = createPage(transport, {
      origin,
      timeout,
      ...(cookies !== undefined && { cookies: { [host]: cookies } }),
    })
    const credentials = plan.credentials ? 'include' : 'same-origin'
    return await page.check(url, { method, headers, body, credentials })
  } catch (error) {
    // Nothing else rejects: what fails on the way to the server is a verdict.
    throw new UsageError(`${plan.place}${messageOf(error)}`)
  }
}
