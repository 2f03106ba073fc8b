import { quote } from '../../fetch/quote.js'
import { type Fields, linesOf } from './fields.js'

/**
 * The field `headers`: one `Name: value` per line.
 * @throws {TypeError} that shows the line without a colon
 */
export function headersOf(fields: Fields): [name: string, value: string][] {
  return linesOf(fields, 'headers').map((line) => {
    const colon = line.indexOf(':')
    if (colon < 1) throw new TypeError(`The header ${quote(line)} has no colon. Write Name: value.`)
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
  })
}
