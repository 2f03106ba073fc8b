import { getDecodeAndSplit, getHeader, type HeaderList } from '../../fetch/header-list.js'
import type { Observation } from '../asking/client.js'
import type { Difference } from './comparison.js'

/** How a header is compared: as it is, as a list in any order and case, or what CORS needs of it. */
type Kind = 'value' | 'list' | 'vary'

/** The headers that CORS depends on. */
const HEADERS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['access-control-allow-origin', 'value'],
  ['access-control-allow-credentials', 'value'],
  ['access-control-allow-methods', 'list'],
  ['access-control-allow-headers', 'list'],
  ['access-control-expose-headers', 'list'],
  ['access-control-max-age', 'value'],
  ['vary', 'vary'],
  ['cross-origin-resource-policy', 'value'],
])

/** The question. */
export type Asked = Pick<Difference, 'question' | 'origin' | 'credentials'>

/** What two servers do differently when asked the same. */
export function differencesOf(asked: Asked, one: Observation, other: Observation): Difference[] {
  const exchanges = Object.freeze([...one.exchanges, ...other.exchanges])
  const difference = (subject: string, a: string | null, b: string | null): Difference[] =>
    a === b ? [] : [Object.freeze({ ...asked, subject, a, b, exchanges })]

  const verdicts = difference('verdict', textOf(one), textOf(other))
  // The request with credentials is the same on the wire: no cookie is sent.
  if (asked.credentials) return verdicts
  const [a, b] = [one, other].map(({ exchanges }) => exchanges.at(-1)?.response)
  if (!a || !b) return verdicts
  return [
    ...verdicts,
    ...difference('status', String(a.status), String(b.status)),
    ...difference('location', locationOf(one), locationOf(other)),
    ...[...HEADERS]
      .filter(([name, kind]) => compared(a.headers, name, kind) !== compared(b.headers, name, kind))
      .flatMap(([name]) =>
        difference(name, getHeader(a.headers, name), getHeader(b.headers, name)),
      ),
  ]
}

function textOf({ verdict }: Observation): string {
  if (verdict.outcome !== 'blocked') return verdict.outcome
  // Every other `no-answer` ends the comparison.
  return verdict.code === 'no-answer' ? 'redirected to another host' : `blocked: ${verdict.code}`
}

/** Where the first response redirects to. */
function locationOf({ exchanges }: Observation): string | null {
  const [location = null] = exchanges
    .slice(0, 1)
    .flatMap(({ request, response }) =>
      [response]
        .filter((received) => received !== null)
        .map(({ headers }) => shownLocation(getHeader(headers, 'location'), request.url)),
    )
  return location
}

/** Without a query, which may be a secret of one log-in, and relative if the paths may differ. */
function shownLocation(location: string | null, base: string): string | null {
  if (location === null || !URL.canParse(location, base)) return location
  const [from, to] = [new URL(base), new URL(location, base)]
  if (to.origin !== from.origin) return to.origin + to.pathname
  return to.pathname.startsWith(from.pathname) && from.pathname !== '/'
    ? `(the same path)${to.pathname.slice(from.pathname.length)}`
    : to.pathname
}

function compared(headers: HeaderList, name: string, kind: Kind): string | null {
  const value = getHeader(headers, name)
  if (kind === 'value' || (kind === 'list' && value === null)) return value
  const items = getDecodeAndSplit(value ?? '').map((item) => item.toLowerCase())
  const relevant = kind === 'list' ? items : items.filter(isAboutCors)
  return [...new Set(relevant)].sort().join()
}

function isAboutCors(name: string): boolean {
  return name === '*' || name === 'origin' || name.startsWith('access-control-request-')
}
