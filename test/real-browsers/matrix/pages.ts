import type { PagePorts } from '../pages/page-servers.js'

/** The pages that requests come from. */
export const PAGE_NAMES = [
  'localhost',
  'localhost, other port',
  'app.localhost',
  'a.app.localhost',
  'evilapp.localhost',
  '127.0.0.1',
  '[::1]',
  'sandboxed',
  'the app itself',
] as const

export type PageName = (typeof PAGE_NAMES)[number]

/** @param app the application's origin, whose `/page` is a page that can do requests as well */
export function pageUrl(page: PageName, { first, second }: PagePorts, app: string): string {
  switch (page) {
    case 'localhost, other port':
      return `http://localhost:${second}/`
    case 'sandboxed':
      return `http://localhost:${first}/sandboxed`
    case 'the app itself':
      return `${app}/page`
    default:
      return `http://${page}:${first}/`
  }
}

/** The `Origin` of the page's requests. */
export function pageOrigin(page: PageName, ports: PagePorts, app: string): string {
  return page === 'sandboxed' ? 'null' : new URL(pageUrl(page, ports, app)).origin
}
