/** What the page offers to try, in the form of `npx strict-cors check --file`. */
export function checksFor(apiOrigin, pageOrigin) {
  const json = { 'Content-Type': 'application/json' }
  const body = '{"item":"Kettle"}'
  return [
    { path: '/orders' },
    { path: '/orders/1', method: 'PUT', headers: json, body },
    { path: '/visits', credentials: true },
    // The handler throws, and the page can still read what went wrong.
    { path: '/failure' },
    { path: '/news' },
    // The API has a handler for it, but its policy does not list the method.
    { path: '/orders/1', method: 'DELETE', expect: 'blocked' },
    { path: '/orders', headers: { 'X-Debug': '1' }, expect: 'blocked' },
    // Only pages of https://reports.example.com may read it.
    { path: '/reports', expect: 'blocked' },
    // Browsers do not accept * for a request with cookies.
    { path: '/news', credentials: true, expect: 'blocked' },
  ].map(({ path, ...check }) => ({ url: apiOrigin + path, origin: pageOrigin, ...check }))
}
