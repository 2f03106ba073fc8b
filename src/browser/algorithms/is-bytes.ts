/**
 * Whether a value is a `Uint8Array`, also one of another realm: test runners with jsdom run the test
 * in a realm of its own, and Node's buffers are not of it.
 */
export function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}
