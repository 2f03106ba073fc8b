import type { Engine } from '../drivers/real-browser.js'
import type { Outcome } from './outcome.js'

/** Combinations on which the parties do not agree what the page gets, and what each says. */
export interface OutcomeException {
  readonly reason: string
  readonly engine: Outcome
  readonly model: Outcome
  /** The same in all browsers. */
  readonly browser: Outcome
  /** By name. */
  readonly combinations: readonly string[]
}

/** Combinations for which browsers send something else than the model, to the same outcome. */
export interface RequestException {
  readonly reason: string
  readonly browsers: readonly Engine[]
  /** By name. */
  readonly combinations: readonly string[]
}

export const OUTCOME_EXCEPTIONS: readonly OutcomeException[] = [
  {
    reason: 'in the standard * does not cover Authorization, in all three browsers it still does',
    engine: 'blocked',
    model: 'blocked',
    browser: 'shared',
    combinations: [
      'stars · a.app.localhost · xhr · DELETE /missing · authorization · credentials same-origin',
      'stars · evilapp.localhost · xhr · POST /moved · authorization · credentials same-origin',
    ],
  },
  {
    reason: 'node:http answers 400 to a method it does not know, before any middleware runs',
    engine: 'shared',
    model: 'blocked',
    browser: 'blocked',
    combinations: [
      'stars · localhost, other port · xhr · patch /broken · credentials same-origin',
      'stars · 127.0.0.1 · xhr · patch /moved · accept · content-language · range · credentials same-origin',
      'any-subdomain-credentials · localhost · fetch · patch /empty · credentials same-origin',
      'any-subdomain-credentials · evilapp.localhost · fetch · patch /missing · x-token · x-other · credentials same-origin',
    ],
  },
]

export const REQUEST_EXCEPTIONS: readonly RequestException[] = [
  {
    reason: 'an element with crossorigin sends Origin to the page’s own server as well',
    browsers: ['chromium', 'webkit'],
    combinations: [
      'stars · the app itself · module · GET /module.js · credentials same-origin',
      'read-only · the app itself · image · GET /image.svg · credentials same-origin',
      'reflected-credentials · the app itself · module · GET /module.js · credentials same-origin',
      'function-callback · the app itself · module · GET /module.js · credentials same-origin',
      'function-promise · the app itself · module · GET /module.js · credentials same-origin',
      'preflight-continue · the app itself · module · GET /module.js · credentials same-origin',
    ],
  },
  {
    reason: 'when a redirect turns POST into GET, Origin stays, though the GET needs none',
    browsers: ['webkit'],
    combinations: [
      'star-and-authorization · the app itself · xhr · POST /moved · cookie · credentials same-origin',
      'read-only · evilapp.localhost · fetch no-cors · POST /moved · authorization · credentials include',
      'read-only · the app itself · xhr · POST /moved · credentials same-origin',
      'one-origin-credentials · the app itself · fetch · POST /moved · credentials same-origin',
      'any-subdomain-credentials · the app itself · fetch · POST /moved · credentials omit',
      'reflected-credentials · the app itself · fetch · POST /moved · cookie · credentials include',
      'function-promise · the app itself · xhr · POST /moved · cookie · credentials same-origin',
      'function-promise · the app itself · xhr · POST /moved · credentials same-origin',
    ],
  },
  {
    reason: 'when a redirect turns POST into GET, Content-Type stays and needs a second preflight',
    browsers: ['firefox', 'webkit'],
    combinations: [
      'stars · localhost · fetch · POST /moved · content-type · credentials same-origin',
    ],
  },
]

export function findOutcomeException(name: string): OutcomeException | undefined {
  return OUTCOME_EXCEPTIONS.find(({ combinations }) => combinations.includes(name))
}

export function findRequestException(name: string, browser: Engine): RequestException | undefined {
  return REQUEST_EXCEPTIONS.find(
    ({ browsers, combinations }) => browsers.includes(browser) && combinations.includes(name),
  )
}
