import { isOkStatus } from '../../fetch/status.js'
import type { FilteredResponse } from '../algorithms/filtered-response.js'

/**
 * A global `Response` as the page gets it. The constructor accepts neither a type nor a URL nor a
 * status outside 200 to 599, so they are own properties, which `clone()` does not copy.
 * @param body bytes or text as received; `null` if script sees none
 */
export function createResponse(
  { type, url, redirected, status, headers }: FilteredResponse,
  body: string | Uint8Array | null,
): Response {
  // Bytes, because a string adds a Content-Type.
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const response = new Response(bytes, { headers })
  return Object.defineProperties(response, {
    type: { value: type },
    url: { value: url },
    redirected: { value: redirected },
    status: { value: status },
    ok: { value: isOkStatus(status) },
  })
}
