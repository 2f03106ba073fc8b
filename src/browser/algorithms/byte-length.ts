/**
 * How many bytes a body has on the wire.
 * @param enough a text that is longer than this is not measured; its length is the result
 */
export function byteLength(
  body: string | Uint8Array | undefined,
  enough = Number.POSITIVE_INFINITY,
): number {
  if (body === undefined) return 0
  const isMeasured = typeof body === 'string' && body.length <= enough
  return isMeasured ? new TextEncoder().encode(body).length : body.length
}
