/**
 * Whether a value is a `Uint8Array`, from this realm or another one. `instanceof` fails in tests with
 * jsdom: they run in a realm of their own, and Node's buffers come from outside it.
 */
export function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}
