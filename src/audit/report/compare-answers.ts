import type { Verdict } from '../../browser/verdict/verdict.js'
import { getDecodeAndSplit, getHeader, type HeaderList } from '../../fetch/header-list.js'
import type { Answer } from '../asking/client.js'
import type { Difference } from '../compare.js'

/** The headers that CORS depends on; the value says whether their order and case do not matter. */
const HEADERS: ReadonlyMap<string, 'value' | 'list'> = new Map([
  ['access-control-allow-origin', 'value'],
  ['access-control-allow-credentials', 'value'],
  ['access-control-allow-methods', 'list'],
  ['access-control-allow-headers', 'list'],
  ['access-control-expose-headers', 'list'],
  ['access-control-max-age', 'value'],
  ['vary', 'list'],
  ['cross-origin-resource-policy', 'value'],
])

/** The question. */
export type Asked = Pick<Difference, 'question' | 'origin' | 'credentials'>

/** What differs between the answers of two servers to the same question. */
export function differencesOf(asked: Asked, one: Answer, other: Answer): Difference[] {
  const exchanges = Object.freeze([...one.exchanges, ...other.exchanges])
  const difference = (subject: string, a: string | null, b: string | null): Difference[] =>
    a === b ? [] : [Object.freeze({ ...asked, subject, a, b, exchanges })]

  const verdicts = difference('verdict', textOf(one.verdict), textOf(other.verdict))
  // The request with credentials is the same on the wire: no cookie is sent.
  if (asked.credentials) return verdicts
  const [a, b] = [one, other].map(({ exchanges }) => exchanges.at(-1)?.response)
  if (!a || !b) return verdicts
  return [
    ...verdicts,
    ...difference('status', String(a.status), String(b.status)),
    ...[...HEADERS]
      .filter(([name, kind]) => compared(a.headers, name, kind) !== compared(b.headers, name, kind))
      .flatMap(([name]) =>
        difference(name, getHeader(a.headers, name), getHeader(b.headers, name)),
      ),
  ]
}

function textOf(verdict: Verdict): string {
  return verdict.outcome === 'blocked' ? `blocked: ${verdict.code}` : verdict.outcome
}

function compared(headers: HeaderList, name: string, kind: 'value' | 'list'): string | null {
  const value = getHeader(headers, name)
  if (value === null || kind === 'value') return value
  const items = getDecodeAndSplit(value).map((item) => item.toLowerCase())
  return [...new Set(items)].sort().join()
}
