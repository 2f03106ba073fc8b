import {
  expandPlaceholders,
  isCookieCase,
  type Origins,
  type VerdictCase,
} from '../../fetch-cases/verdicts.js'
import type { Engine } from '../drivers/real-browser.js'

/** Facts by their name in `browser-verdicts.json`. */
export type Facts = Readonly<Record<string, unknown>>

/** What a case says that an engine does; a fact is there if the case states it. */
export function statedFacts(verdict: VerdictCase, engine: Engine, origins: Origins): Facts {
  const facts = isCookieCase(verdict)
    ? {
        cookies: verdict.steps.map(({ sees }) => sees),
        preflightCookies: verdict.steps
          .map(({ preflightSees }) => preflightSees)
          .filter((sees) => sees !== undefined),
      }
    : statedOfRequest(verdict, origins)
  return { verdict: verdict.expect, ...facts, ...parseDifference(verdict.enginesDiffer?.[engine]) }
}

function statedOfRequest(
  verdict: Exclude<VerdictCase, { steps: unknown }>,
  origins: Origins,
): Facts {
  const { preflightSent, acrm, acrh, exposed, preflightCount, type, status } = verdict
  const finalOrigin = verdict.finalOrigin && expandPlaceholders(verdict.finalOrigin, origins, '')
  const facts = { preflightSent, acrm, acrh, exposed, finalOrigin, preflightCount, type, status }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** The facts in a text such as `verdict deny; preflightSent true`. */
function parseDifference(text: string | undefined): Facts {
  if (text === undefined) return {}
  const facts = text.split('; ').map((fact) => fact.split(' '))
  return Object.fromEntries(
    facts.map(([name, value]) => [name, name === 'preflightSent' ? value === 'true' : value]),
  )
}
