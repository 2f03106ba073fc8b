import { compare as compareServers } from '../../audit/compare.js'
import type { Difference } from '../../audit/report/comparison.js'
import { type Fields, linesOf, urlOf } from '../form/fields.js'
import type { Job } from './command.js'

/** The page that asks if the form names none. */
const STRANGER = 'https://app.example.com'

/** What two endpoints do differently. */
export async function compare(fields: Fields, { signal, progress }: Job): Promise<object> {
  const left = urlOf(fields, 'left', 'The first URL')
  const right = urlOf(fields, 'right', 'The second URL')
  const lines = linesOf(fields, 'origins')
  const origins = lines.length === 0 ? [STRANGER] : lines
  const differences: Difference[] = []
  // One after the other, so that the page can tell how far it is.
  for (const [index, origin] of origins.entries()) {
    progress({ index, of: origins.length, origin })
    const compared = await compareServers(left, right, { origins: [origin], signal })
    // Each comparison asks without an origin too.
    differences.push(...compared.differences.filter((one) => index === 0 || one.origin !== null))
  }
  return {
    a: left,
    b: right,
    differences: differences.map(({ exchanges: _, ...difference }) => difference),
  }
}
