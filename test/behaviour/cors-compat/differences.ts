import type { Case } from './cases.js'
import { APP_RESPONSE, type ComparedResponse, ERROR_RESPONSE } from './observe.js'
import { ALLOWED, isPreflight, type TableRequest } from './requests.js'

/** One way in which the responses of strict-cors differ from those of `cors`. */
export interface Difference {
  readonly what: string
  readonly why: string
  /** The response with this difference made; the same response if it does not apply. */
  change(response: ComparedResponse, request: TableRequest, row: Case): ComparedResponse
}

const METHODS = 'access-control-allow-methods'
const ORIGIN = 'access-control-allow-origin'
const NO_CORS_HEADERS = {
  [ORIGIN]: undefined,
  'access-control-allow-credentials': undefined,
  'access-control-expose-headers': undefined,
  [METHODS]: undefined,
  'access-control-allow-headers': undefined,
  'access-control-max-age': undefined,
}

/**
 * What wrong options from a delegate cause; a request without Origin asks for nothing, and goes on.
 */
function configError({ from }: TableRequest): ComparedResponse {
  return from === 'none' ? APP_RESPONSE : { ...ERROR_RESPONSE, body: 'error ERR_CORS_CONFIG' }
}

/** In the order in which they turn a response of `cors` into one of strict-cors. */
export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'A delegate that calls back with wrong options causes an error',
    why: 'Options are checked wherever they come from; these cannot work in any browser.',
    change: (response, request, row) =>
      row.says === 'its options may combine "*" and credentials' ? configError(request) : response,
  },
  {
    what: 'A delegate that calls back with no options causes an error',
    why: 'Forgotten options must not mean the default, which lets everybody read.',
    change: (response, request, row) =>
      row.says === 'it gets the defaults if it calls back with no options'
        ? configError(request)
        : response,
  },
  {
    what: 'An origin function is not asked about a request without Origin',
    why: 'There is nothing to decide: such a request gets no CORS header in any case.',
    change: (response, { from }, row) =>
      row.option === 'origin function' && from === 'none' && response.body === 'error'
        ? APP_RESPONSE
        : response,
  },
  {
    what: 'false from an origin function denies the origin; it does not turn CORS off',
    why: 'The middleware ends the response to a preflight, allowed or denied, and Vary does not depend on the outcome: a cache could serve a denied response to an allowed origin.',
    change(response, request, row) {
      if (row.option !== 'origin function' || response !== APP_RESPONSE) return response
      if (!isPreflight(request)) return edit(APP_RESPONSE, { vary: 'Origin' })
      const vary = 'Origin, Access-Control-Request-Headers'
      return { status: 204, body: '', headers: { 'content-length': '0', vary } }
    },
  },
  {
    what: '"*" from an origin function allows the origin that it was asked about',
    why: 'The function may answer differently the next time, so caches must keep the responses apart.',
    change(response, { headers }, row) {
      if (row.option !== 'origin function' || response.headers[ORIGIN] !== '*') return response
      const vary = join('Origin', response.headers.vary)
      return edit(response, { [ORIGIN]: headers.origin, vary })
    },
  },
  {
    what: 'An origin with *. before its host is a pattern for subdomains',
    why: 'No browser sends such an origin, so cors denies everybody.',
    change: (response, { from }) =>
      response.headers[ORIGIN] === 'https://*.example.com' && from === 'allowed'
        ? edit(response, { [ORIGIN]: ALLOWED })
        : response,
  },
  {
    what: 'With credentials, "*" as methods sends the method that was asked for',
    why: 'With credentials, browsers do not treat * as a wildcard.',
    change(response, { headers }) {
      if (response.headers[METHODS] !== '*' || !isCredentialed(response)) return response
      const vary = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'
      return edit(response, { [METHODS]: headers['access-control-request-method'], vary })
    },
  },
  {
    what: 'With credentials, "*" as allowedHeaders sends the names that were asked for',
    why: 'With credentials, browsers do not treat * as a wildcard.',
    change(response, { headers }) {
      if (response.headers['access-control-allow-headers'] !== '*') return response
      if (!isCredentialed(response)) return response
      return edit(response, {
        'access-control-allow-headers': headers['access-control-request-headers'],
        vary: join(response.headers.vary, 'Access-Control-Request-Headers'),
      })
    },
  },
  {
    what: 'The policy of a route replaces the headers that an earlier policy has set',
    why: 'Merged policies would allow what neither of them says.',
    change: (response, { method }) =>
      response.headers['access-control-expose-headers'] === 'X-Outer' && method === 'GET'
        ? edit(response, {
            'access-control-allow-credentials': undefined,
            'access-control-expose-headers': undefined,
          })
        : response,
  },
  {
    what: 'An OPTIONS request that is not a preflight reaches the app, with the headers of any other request',
    why: 'Only OPTIONS with Origin and Access-Control-Request-Method is a CORS-preflight request; the rest is for the app to handle.',
    change(response, request) {
      if (request.method === 'GET' || isPreflight(request) || response.status === 500)
        return response
      const vary = response.headers.vary?.split(', ').filter((name) => name === 'Origin')
      const { headers } = edit(response, {
        [METHODS]: undefined,
        'access-control-allow-headers': undefined,
        'access-control-max-age': undefined,
        'content-length': undefined,
        vary: join(...(vary ?? [])),
      })
      return { ...APP_RESPONSE, headers }
    },
  },
  {
    what: 'A denied origin gets no Access-Control-* header',
    why: "If the page's own origin is not in Access-Control-Allow-Origin, browsers use none of them; they only reveal the policy.",
    change(response, { headers }) {
      const allowed = [undefined, '*', response.headers[ORIGIN]].includes(headers.origin)
      return allowed || response.headers[ORIGIN] === '*'
        ? response
        : edit(response, NO_CORS_HEADERS)
    },
  },
  {
    what: 'A request without Origin gets no Access-Control-* header, unless anybody may read',
    why: 'It is not a CORS request. Vary: Origin is sent for the caches in between.',
    change: (response, { from }) =>
      from === 'none' && response.headers[ORIGIN] !== '*'
        ? edit(response, NO_CORS_HEADERS)
        : response,
  },
  {
    what: 'The response to a preflight has no Access-Control-Expose-Headers',
    why: 'Browsers read it only on the response to the request itself.',
    change: (response, request) =>
      isPreflight(request)
        ? edit(response, { 'access-control-expose-headers': undefined })
        : response,
  },
  {
    what: 'A response with the status 204 has no Content-Length',
    why: 'RFC 9110 §8.6 forbids it.',
    change: (response) =>
      response.status === 204 ? edit(response, { 'content-length': undefined }) : response,
  },
  {
    what: 'Lists are sent without spaces, however they are written',
    why: 'The options are names that are checked one by one, not text for a header.',
    change: (response) =>
      edit(
        response,
        Object.fromEntries(
          Object.entries(response.headers)
            .filter(([name]) => name !== 'vary')
            .map(([name, value]) => [name, value.replaceAll(', ', ',')]),
        ),
      ),
  },
  {
    what: 'An empty list of methods sends those that are always allowed',
    why: 'Without the header, the standard allows every method to an upload with listeners.',
    change: (response, request, row) =>
      row.option === 'methods' &&
      row.says === 'an empty array sends no header' &&
      isPreflight(request) &&
      response.headers[ORIGIN] !== undefined
        ? edit(response, { [METHODS]: 'GET,HEAD,POST' })
        : response,
  },
  {
    what: 'Vary has Origin if a delegate chose the options, or if a function failed',
    why: 'What the function has read cannot be known, and a shared cache must not hand the response for one page to another.',
    change: (response, _request, row) =>
      (row.option === 'delegate' || response.body.startsWith('error')) &&
      !response.headers.vary?.startsWith('Origin')
        ? edit(response, { vary: join('Origin', response.headers.vary) })
        : response,
  },
]

/** The response with some headers set, or left out if the value is `undefined` or empty. */
function edit(
  response: ComparedResponse,
  changes: Readonly<Record<string, string | undefined>>,
): ComparedResponse {
  const headers = Object.entries({ ...response.headers, ...changes }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  )
  return { ...response, headers: Object.fromEntries(headers) }
}

function join(...names: readonly (string | undefined)[]): string {
  return names.filter((name) => name !== undefined).join(', ')
}

function isCredentialed(response: ComparedResponse): boolean {
  return response.headers['access-control-allow-credentials'] === 'true'
}
