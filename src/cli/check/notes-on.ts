import { isBadPort } from '../../fetch/bad-port.js'
import { isLoopback } from '../../fetch/loopback.js'
import { isForbiddenRequestHeader } from '../../fetch/request-header.js'
import type { Plan } from './plan.js'

/** What a page cannot do, so that it has no effect or never reaches the server. */
export function notesOn(plan: Plan): string[] {
  return [...notesOnUrl(plan), ...notesOnHeaders(plan), ...notesOnCookies(plan)].map(
    (note) => `Note: ${note}`,
  )
}

function notesOnUrl({ url, origin }: Plan): string[] {
  const { protocol, hostname, port } = new URL(url)
  const mixed = origin.startsWith('https:') && protocol === 'http:' && !isLoopback(hostname)
  return [
    // https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
    ...(mixed
      ? [
          `browsers block this request before they send it: a page at ${origin} cannot request an http: URL (mixed content). Serve the URL over https:.`,
        ]
      : []),
    ...(isBadPort(port)
      ? [
          `browsers block this request before they send it: ${port} is a port of another protocol. Use another port.`,
        ]
      : []),
  ]
}

function notesOnHeaders({ headers }: Plan): string[] {
  const forbidden = headers.filter(([name, value]) => isForbiddenRequestHeader(name, value))
  return forbidden.map(
    ([name]) =>
      `a page cannot set ${name}, so it is left out, as in browsers.${name.toLowerCase() === 'cookie' ? ' Cookies go into -b, with --credentials.' : ''}`,
  )
}

function notesOnCookies({ cookies, credentials }: Plan): string[] {
  return cookies === undefined || credentials
    ? []
    : ["without --credentials, cookies are sent to the page's own origin only, as in browsers."]
}
