import type { BlockedCode, ExchangeKind } from '../../browser/algorithms/blocked-facts.js'
import type { Exchange } from '../../browser/algorithms/exchange.js'
import { createPage } from '../../browser/create-page.js'
import { chromiumMessage } from '../../browser/verdict/chromium-message.js'
import { maskExchanges } from '../../browser/verdict/mask-exchanges.js'
import { optionsFix } from '../../browser/verdict/options-fix.js'
import { secretMask } from '../../browser/verdict/secret-mask.js'
import type { Verdict } from '../../browser/verdict/verdict.js'
import type { Connection } from '../arguments/connection.js'
import { NO_ANSWER_FIXES } from '../report/no-answer-fixes.js'
import type { Plan } from './plan.js'

/**
 * What a browser does with the response, and what a person wants to know about it. No text has a
 * secret that was sent.
 */
export interface Judgement {
  /** The URL as it can be shown. */
  readonly url: string
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

/** Makes the request as a page would; it must be one that fetch() sends. */
export async function judge(plan: Plan, connection: Connection): Promise<Judgement> {
  const verdict = await ask(plan, connection)
  const { outcome, message } = verdict
  const mask = secretMask(verdict.exchanges)
  const shown = { url: mask(plan.url), outcome, exchanges: maskExchanges(verdict.exchanges) }
  if (verdict.outcome !== 'blocked') {
    const nothing = { code: null, phase: null, fix: null, options: [], console: null }
    return { ...shown, why: mask(message), ...nothing }
  }
  const { code, phase, fix, cause } = verdict
  const console = chromiumMessage(verdict, plan.origin)
  return {
    ...shown,
    code,
    phase,
    why: mask(message.replace(` Fix: ${fix}.`, '')),
    fix: mask((cause && NO_ANSWER_FIXES[cause.type]) ?? fix),
    options: optionsFix(plan, verdict).map(mask),
    console: console === null ? null : mask(console),
  }
}

async function ask(plan: Plan, { transport, timeout }: Connection): Promise<Verdict> {
  const { url, origin, method, headers, body, cookies } = plan
  const page = createPage(transport, {
    origin,
    timeout,
    ...(cookies !== undefined && { cookies: { [new URL(url).hostname]: cookies } }),
  })
  const credentials = plan.credentials ? 'include' : 'same-origin'
  return page.check(url, { method, headers, body, credentials })
}
