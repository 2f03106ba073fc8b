import { formatValue } from '../../policy/config/issues/format-value.js'

/**
 * What a function of the app threw, as an `Error`: Express takes `'route'` and `'router'` for control
 * words, and an empty value for success.
 * @param source the function that failed
 */
export function toError(reason: unknown, source: string): Error {
  return isError(reason) ? reason : toWarning(reason, source)
}

/**
 * The same as an `Error` that says where it comes from. `process.emitWarning` prints no stack, and
 * throws for an `Error` of another realm.
 */
export function toWarning(reason: unknown, source: string): Error {
  const text = isError(reason) ? String(reason.message) : formatValue(reason)
  return new Error(`strict-cors: ${source} failed with ${text}`, { cause: reason })
}

/**
 * Whether a value is an `Error`, of another realm too, such as one of `node:vm` or of jest.
 * https://tc39.es/ecma262/#sec-object.prototype.tostring
 */
function isError(value: unknown): value is Error {
  try {
    return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]'
  } catch {
    // A proxy may refuse to tell its prototype, and a getter may throw.
    return false
  }
}
