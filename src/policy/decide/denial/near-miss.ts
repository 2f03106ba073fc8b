import { type Origin, parseSerializedOrigin, serializeOrigin } from '../../../fetch/origin.js'
import type { OriginRule } from '../../origins/origin-rule.js'

/** An allowed origin that a refused one differs from in one respect. */
export interface NearMiss {
  readonly origin: string
  /** The respect, in a clause: `only the port differs`. */
  readonly difference: string
}

/** Finds the near miss of an origin of at most 300 bytes that is not allowed; `null` if it resembles none. */
export type FindNearMiss = (origin: string) => NearMiss | null

/** Rules that are searched for another port, so that a stranger's request costs little. */
const MAX_SEARCHED_RULES = 1000

const OTHER_SCHEME: ReadonlyMap<string, string> = new Map([
  ['http', 'https'],
  ['https', 'http'],
])
/** Names of this machine. Browsers treat them as different hosts. */
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** @param matches whether the rules allow an origin */
export function compileNearMisses(
  rules: readonly OriginRule[],
  matches: (origin: string) => boolean,
): FindNearMiss {
  const searched = rules.slice(0, MAX_SEARCHED_RULES).filter((rule) => typeof rule === 'string')
  return (origin) => {
    const parsed = parseSerializedOrigin(origin)
    const likely = parsed === null ? correctionsOf(origin) : variantsOf(parsed)
    const near = likely.find((variant) => matches(variant.origin))
    if (near !== undefined || parsed === null) return near ?? null
    const withoutPort = serializeOrigin({ ...parsed, port: null })
    const other = searched.find(
      (rule) => rule === withoutPort || rule.startsWith(`${withoutPort}:`),
    )
    return other === undefined ? null : { origin: other, difference: 'only the port differs' }
  }
}

function variantsOf(origin: Origin): readonly NearMiss[] {
  const { scheme, host } = origin
  const variants: NearMiss[] = []
  const add = (part: Partial<Origin>, difference: string) => {
    variants.push({ origin: serializeOrigin({ ...origin, ...part }), difference })
  }
  const otherScheme = OTHER_SCHEME.get(scheme)
  if (otherScheme !== undefined) add({ scheme: otherScheme }, 'only the scheme differs')
  const withoutWww = host.startsWith('www.') ? host.slice('www.'.length) : `www.${host}`
  add({ host: withoutWww }, 'only "www." differs')
  if (LOOPBACK_HOSTS.includes(host)) {
    for (const loopback of LOOPBACK_HOSTS) {
      add({ host: loopback }, `browsers treat ${loopback} and ${host} as different hosts`)
    }
  }
  return variants
}

/** What somebody who wrote a malformed `Origin` by hand may have meant. */
function correctionsOf(origin: string): readonly NearMiss[] {
  const withoutSlash = origin.endsWith('/') ? origin.slice(0, -1) : origin
  return [
    { origin: withoutSlash, difference: 'only the slash at the end differs' },
    { origin: withoutSlash.toLowerCase(), difference: 'browsers send an origin in lower case' },
  ]
}
