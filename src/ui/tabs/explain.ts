import { explainMessage } from '../../browser/messages/explain-message.js'
import { type Fields, textOf } from '../form/fields.js'

/** What the pasted text means. */
export function explain(fields: Fields): object {
  return { explanations: explainMessage(textOf(fields, 'text')) }
}
