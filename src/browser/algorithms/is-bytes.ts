/**
 * Whether a value is a `Uint8Array`, also one from another realm: test runners with jsdom run the test
 * in a realm of its own, to which Node's buffers do not belong.
 */
export function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}
