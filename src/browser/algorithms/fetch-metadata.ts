import type { Header } from '../../fetch/header-list.js'
import { isLoopback } from '../../fetch/loopback.js'
import type { FetchRequest } from './request.js'

/**
 * The headers that tell a server what kind of request this is. Step numbers: Fetch Metadata, as of
 * 2 July 2026.
 * https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-append-the-fetch-metadata-headers-for-a-request
 */
export function fetchMetadataHeaders({ currentUrl, mode, site }: FetchRequest): readonly Header[] {
  // 1. Not a potentially trustworthy URL: none.
  if (currentUrl.protocol !== 'https:' && !isLoopback(currentUrl.hostname)) return []
  // 2 to 4. Set the destination, which fetch() does not have, the mode and the site. 5. Left out:
  // only navigations have a user.
  return [
    ['Sec-Fetch-Dest', 'empty'],
    ['Sec-Fetch-Mode', mode],
    ['Sec-Fetch-Site', site],
  ]
}
