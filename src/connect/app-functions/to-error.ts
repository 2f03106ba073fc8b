import { formatValue } from '../../policy/config/issues/format-value.js'
import { load } from '../load.js'

/**
 * What a function of the app threw, as an `Error`: Express takes `'route'` and `'router'` for control
 * words, and an empty value for success.
 * @param source the function that failed
 */
export function toError(reason: unknown, source: string): Error {
  if (reason instanceof Error || isForeignError(reason)) return reason
  return new Error(`strict-cors: ${source} failed with ${formatValue(reason)}`, { cause: reason })
}

/** Whether a value is an `Error` from another realm, such as one of `node:vm` or of jest. */
function isForeignError(value: unknown): value is Error {
  const { isNativeError }: typeof import('node:util/types') = load('node:util/types')
  return isNativeError(value)
}
