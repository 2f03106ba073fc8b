import { UnreachableError } from '../../audit/asking/unreachable-error.js'
import { messageOf, UsageError } from '../arguments/usage-error.js'
import { section, sentence } from './line.js'
import { NO_ANSWER_FIXES } from './no-answer-fixes.js'
import type { Entry } from './report.js'

/**
 * The error that ended an audit or a comparison, as an entry of the report.
 * @throws {UsageError} if the error is about an argument
 */
export function unreachableEntry(name: string, error: unknown): Entry {
  if (!(error instanceof UnreachableError)) throw new UsageError(messageOf(error))
  const { cause } = error
  const fix = (cause && NO_ANSWER_FIXES[cause.type]) ?? error.fix
  const why = error.message.replace(` Fix: ${error.fix}.`, '')
  return {
    state: 'not-judged',
    name,
    title: 'No response',
    message: `${why} Fix: ${fix}.`,
    text: [
      ['bad', `No response: ${name}`],
      ...section('Why', [why]),
      ...section('Fix', [sentence(fix)]),
    ],
    data: null,
  }
}
