import { type Origin, parseSerializedOrigin } from '../../fetch/origin.js'
import type { Client, Observation } from '../asking/client.js'
import { PUT } from '../asking/preflights.js'
import type { OriginFacts } from '../report/finding-facts.js'
import { createFinding } from '../report/findings.js'
import type { AuditRun } from './audit-run.js'
import { commonStrangers, type LookAlike, lookAlikesOf } from './look-alikes.js'
import type { Trusted } from './trusted.js'

type Gets = OriginFacts['gets']

interface Access {
  readonly gets: Gets | 'nothing'
  readonly observation: Observation
}

/** The higher, the worse. */
const RANKS: Readonly<Record<Access['gets'], number>> = {
  nothing: 0,
  read: 1,
  'write-with-credentials': 2,
  'read-with-credentials': 3,
}

/** Finds out who gets in that should not. */
export async function findWhoGetsIn(
  { client, strangers, meant, add }: AuditRun,
  trusted: Trusted,
): Promise<void> {
  const [first, second] = strangers.origins
  if (trusted.covers(first)) return
  const one = await accessOf(client, first)
  const other = await accessOf(client, second)
  // Only what both get is for everybody.
  const everybody = one.gets === other.gets ? one.gets : 'nothing'
  if (everybody !== 'nothing') {
    const exchanges = [...one.observation.exchanges, ...other.observation.exchanges]
    const facts = { origin: first, resembles: first, gets: everybody, meant }
    add(createFinding('any-origin', facts, exchanges))
  }
  if (everybody === 'read-with-credentials') return

  const isMore = (gets: Access['gets']): gets is Gets => RANKS[gets] > RANKS[everybody]

  if (!trusted.covers('null')) {
    const { gets, observation } = await accessOf(client, 'null')
    if (isMore(gets)) {
      const facts = { origin: 'null', resembles: 'null', gets, meant }
      add(createFinding('null-origin', facts, observation.exchanges))
    }
  }

  const found = new Set<string>()
  const basesOf = [...trusted.origins, client.url.origin].map(parseSerializedOrigin).filter(isHttp)
  const lookAlikes = basesOf.flatMap((base) => lookAlikesOf(base, strangers.label))
  for (const lookAlike of [...lookAlikes, ...commonStrangers(strangers.label)]) {
    if (!isWorthAsking(lookAlike, found) || trusted.covers(lookAlike.origin)) continue
    const { gets, observation } = await readingOf(client, lookAlike.origin)
    if (!isMore(gets)) continue
    found.add(lookAlike.code)
    add(createFinding(lookAlike.code, { ...lookAlike, gets, meant }, observation.exchanges))
  }
}

/** Each code is reported once, and not at all if another one explains it. */
function isWorthAsking({ code, unless }: LookAlike, found: ReadonlySet<string>): boolean {
  return !found.has(code) && !unless.some((other) => found.has(other))
}

/** What a page of this origin gets, by GET or by a preflight alone. */
async function accessOf(client: Client, origin: string): Promise<Access> {
  const reading = await readingOf(client, origin)
  if (reading.gets === 'read-with-credentials') return reading
  const writing = await client.ask({ origin, credentials: true, preflightFor: PUT })
  return writing.verdict.outcome === 'shared'
    ? { gets: 'write-with-credentials', observation: writing }
    : reading
}

async function readingOf(client: Client, origin: string): Promise<Access> {
  const withCredentials = await client.ask({ origin, credentials: true })
  if (withCredentials.verdict.outcome === 'shared') {
    return { gets: 'read-with-credentials', observation: withCredentials }
  }
  const without = await client.ask({ origin })
  return { gets: without.verdict.outcome === 'shared' ? 'read' : 'nothing', observation: without }
}

function isHttp(origin: Origin | null): origin is Origin {
  return origin?.scheme === 'https' || origin?.scheme === 'http'
}
