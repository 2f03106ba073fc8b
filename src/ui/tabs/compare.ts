import { compare as compareServers } from '../../audit/compare.js'
import { type Fields, linesOf, urlOf } from '../fields.js'
import type { Job } from '../run-job.js'

/** What two endpoints do differently. */
export async function compare(fields: Fields, { signal }: Job): Promise<object> {
  const left = urlOf(fields, 'left', 'The first URL')
  const right = urlOf(fields, 'right', 'The second URL')
  const origins = linesOf(fields, 'origins')
  const { a, b, differences } = await compareServers(left, right, {
    ...(origins.length === 0 ? {} : { origins }),
    signal,
  })
  return { a, b, differences: differences.map(({ exchanges: _, ...difference }) => difference) }
}
