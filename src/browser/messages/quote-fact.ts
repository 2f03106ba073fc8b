import { quote } from '../../fetch/quote.js'

/** What a message names, escaped, cut and in quotes; `unnamed` if it names nothing. */
export function quoteFact(value: string | undefined, unnamed: string): string {
  return value === undefined ? unnamed : quote(value)
}
