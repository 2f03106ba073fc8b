/** The values of `Sec-Fetch-Site` of a request that a page's script makes. */
export type FetchSite = 'same-origin' | 'same-site' | 'cross-site'

const NEAR_TO_FAR: readonly FetchSite[] = ['same-origin', 'same-site', 'cross-site']

/**
 * What one URL is to the page. The standard's "same site" asks the public suffix list for the
 * registrable domain; here it is the last two labels, so two pages below `co.uk` count as one site.
 * https://html.spec.whatwg.org/multipage/browsers.html#same-site
 */
export function siteOf({ origin, protocol, hostname }: URL, pageOrigin: string): FetchSite {
  if (origin === pageOrigin) return 'same-origin'
  if (pageOrigin === 'null') return 'cross-site'
  const page = new URL(pageOrigin)
  return page.protocol === protocol && lastLabels(page.hostname) === lastLabels(hostname)
    ? 'same-site'
    : 'cross-site'
}

/** The farther of the two: a request that went through another site stays cross-site. */
export function fartherSite(a: FetchSite, b: FetchSite): FetchSite {
  return NEAR_TO_FAR.indexOf(a) > NEAR_TO_FAR.indexOf(b) ? a : b
}

/** The last two labels; the whole host if it is an IP address. */
function lastLabels(host: string): string {
  return /^\[|\.\d+$/.test(host) ? host : host.split('.').slice(-2).join('.')
}
