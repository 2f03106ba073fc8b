import { UnreachableError } from '../../audit/unreachable-error.js'
import { UsageError } from '../arguments/usage-error.js'
import { section } from './line.js'
import type { Entry } from './report.js'

/**
 * What failed an audit or a comparison, for the report.
 * @throws {UsageError} if an argument is invalid
 * @throws the error itself, if it is another one
 */
export function unreachableEntry(name: string, error: unknown): Entry {
  if (error instanceof TypeError) throw new UsageError(error.message)
  if (!(error instanceof UnreachableError)) throw error
  const { message } = error
  return {
    state: 'not-judged',
    name,
    title: 'No response',
    message,
    text: [['bad', `No response: ${name}`], ...section('Why', [message])],
    data: null,
  }
}
