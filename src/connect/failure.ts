import { isNativeError } from 'node:util/types'
import { formatValue } from '../policy/config/format-value.js'

/**
 * What a function of the app threw, as an `Error`: Express takes `'route'` and `'router'` for control
 * words, and an empty value for success.
 * @param source the function that failed
 */
export function toError(reason: unknown, source: string): Error {
  if (reason instanceof Error || isNativeError(reason)) return reason
  return new Error(`strict-cors: ${source} failed with ${formatValue(reason)}`, { cause: reason })
}
