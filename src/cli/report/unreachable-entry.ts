import { UnreachableError } from '../../audit/unreachable-error.js'
import { messageOf, UsageError } from '../arguments/usage-error.js'
import { section } from './line.js'
import type { Entry } from './report.js'

/**
 * What failed an audit or a comparison, for the report.
 * @throws {UsageError} if the error is about an argument
 */
export function unreachableEntry(name: string, error: unknown): Entry {
  if (!(error instanceof UnreachableError)) throw new UsageError(messageOf(error))
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
