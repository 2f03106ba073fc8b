import { type Answer, APP_ANSWER, ERROR_ANSWER } from './answer.js'
import type { Case } from './cases.js'
import { ALLOWED, isPreflight, type TableRequest } from './requests.js'

/** One way in which the responses of strict-cors differ from those of `cors`. */
export interface Difference {
  readonly what: string
  readonly why: string
  /** The response with this difference made; the same response if it does not apply. */
  change(answer: Answer, request: TableRequest, row: Case): Answer
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
function configError({ from }: TableRequest): Answer {
  return from === 'none' ? APP_ANSWER : { ...ERROR_ANSWER, body: 'error ERR_CORS_CONFIG' }
}

/** In the order in which they turn a response of `cors` into one of strict-cors. */
export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'A delegate that calls back with wrong options causes an error',
    why: 'Options are checked wherever they come from; these cannot work in any browser.',
    change: (answer, request, row) =>
      row.says === 'its options may combine "*" and credentials' ? configError(request) : answer,
  },
  {
    what: 'A delegate that calls back with no options causes an error',
    why: 'Forgotten options must not mean the default, which lets everybody read.',
    change: (answer, request, row) =>
      row.says === 'it gets the defaults if it calls back with no options'
        ? configError(request)
        : answer,
  },
  {
    what: 'An origin function is not asked about a request without Origin',
    why: 'There is nothing to decide: such a request gets no CORS header in any case.',
    change: (answer, { from }, row) =>
      row.option === 'origin function' && from === 'none' && answer.body === 'error'
        ? APP_ANSWER
        : answer,
  },
  {
    what: 'false from an origin function denies the origin; it does not turn CORS off',
    why: 'A preflight is answered by the middleware, allowed or denied, and Vary does not depend on the outcome: a cache could serve a denied answer to an allowed origin.',
    change(answer, request, row) {
      if (row.option !== 'origin function' || answer !== APP_ANSWER) return answer
      if (!isPreflight(request)) return edit(APP_ANSWER, { vary: 'Origin' })
      const vary = 'Origin, Access-Control-Request-Headers'
      return { status: 204, body: '', headers: { 'content-length': '0', vary } }
    },
  },
  {
    what: '"*" from an origin function allows the origin that it was asked about',
    why: 'The function may answer differently the next time, so caches must keep the responses apart.',
    change(answer, { headers }, row) {
      if (row.option !== 'origin function' || answer.headers[ORIGIN] !== '*') return answer
      const vary = join('Origin', answer.headers.vary)
      return edit(answer, { [ORIGIN]: headers.origin, vary })
    },
  },
  {
    what: 'An origin with *. before its host is a pattern for subdomains',
    why: 'No browser sends such an origin, so cors denies everybody.',
    change: (answer, { from }) =>
      answer.headers[ORIGIN] === 'https://*.example.com' && from === 'allowed'
        ? edit(answer, { [ORIGIN]: ALLOWED })
        : answer,
  },
  {
    what: 'With credentials, "*" as methods sends the method that was asked for',
    why: 'With credentials, browsers do not treat * as a wildcard.',
    change(answer, { headers }) {
      if (answer.headers[METHODS] !== '*' || !isCredentialed(answer)) return answer
      const vary = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'
      return edit(answer, { [METHODS]: headers['access-control-request-method'], vary })
    },
  },
  {
    what: 'With credentials, "*" as allowedHeaders sends the names that were asked for',
    why: 'With credentials, browsers do not treat * as a wildcard.',
    change(answer, { headers }) {
      if (answer.headers['access-control-allow-headers'] !== '*') return answer
      if (!isCredentialed(answer)) return answer
      return edit(answer, {
        'access-control-allow-headers': headers['access-control-request-headers'],
        vary: join(answer.headers.vary, 'Access-Control-Request-Headers'),
      })
    },
  },
  {
    what: 'The policy of a route replaces the headers that an earlier policy has set',
    why: 'Merged policies would allow what neither of them says.',
    change: (answer, { method }) =>
      answer.headers['access-control-expose-headers'] === 'X-Outer' && method === 'GET'
        ? edit(answer, {
            'access-control-allow-credentials': undefined,
            'access-control-expose-headers': undefined,
          })
        : answer,
  },
  {
    what: 'An OPTIONS request that is not a preflight reaches the app, with the headers of any other request',
    why: 'Only OPTIONS with Origin and Access-Control-Request-Method is a CORS-preflight request; the rest is for the app to answer.',
    change(answer, request) {
      if (request.method === 'GET' || isPreflight(request) || answer.status === 500) return answer
      const vary = answer.headers.vary?.split(', ').filter((name) => name === 'Origin')
      const { headers } = edit(answer, {
        [METHODS]: undefined,
        'access-control-allow-headers': undefined,
        'access-control-max-age': undefined,
        'content-length': undefined,
        vary: join(...(vary ?? [])),
      })
      return { ...APP_ANSWER, headers }
    },
  },
  {
    what: 'A denied origin gets no Access-Control-* header',
    why: "If the page's own origin is not in Access-Control-Allow-Origin, browsers use none of them; they only reveal the policy.",
    change(answer, { headers }) {
      const allowed = [undefined, '*', answer.headers[ORIGIN]].includes(headers.origin)
      return allowed || answer.headers[ORIGIN] === '*' ? answer : edit(answer, NO_CORS_HEADERS)
    },
  },
  {
    what: 'A request without Origin gets no Access-Control-* header, unless anybody may read',
    why: 'It is not a CORS request. Vary: Origin is sent for the caches in between.',
    change: (answer, { from }) =>
      from === 'none' && answer.headers[ORIGIN] !== '*' ? edit(answer, NO_CORS_HEADERS) : answer,
  },
  {
    what: 'The response to a preflight has no Access-Control-Expose-Headers',
    why: 'Browsers read it only on the response to the request itself.',
    change: (answer, request) =>
      isPreflight(request) ? edit(answer, { 'access-control-expose-headers': undefined }) : answer,
  },
  {
    what: 'A response with the status 204 has no Content-Length',
    why: 'RFC 9110 §8.6 forbids it.',
    change: (answer) =>
      answer.status === 204 ? edit(answer, { 'content-length': undefined }) : answer,
  },
  {
    what: 'Lists are sent without spaces, however they are written',
    why: 'The options are names that are checked one by one, not text for a header.',
    change: (answer) =>
      edit(
        answer,
        Object.fromEntries(
          Object.entries(answer.headers)
            .filter(([name]) => name !== 'vary')
            .map(([name, value]) => [name, value.replaceAll(', ', ',')]),
        ),
      ),
  },
  {
    what: 'An empty list of methods sends those that are always allowed',
    why: 'Without the header, the standard allows every method to an upload with listeners.',
    change: (answer, request, row) =>
      row.option === 'methods' &&
      row.says === 'an empty array sends no header' &&
      isPreflight(request) &&
      answer.headers[ORIGIN] !== undefined
        ? edit(answer, { [METHODS]: 'GET,HEAD,POST' })
        : answer,
  },
  {
    what: 'Vary has Origin if a delegate chose the options, or if a function failed',
    why: 'What the function has read cannot be known, and a shared cache must not hand the response for one page to another.',
    change: (answer, _request, row) =>
      (row.option === 'delegate' || answer.body.startsWith('error')) &&
      !answer.headers.vary?.startsWith('Origin')
        ? edit(answer, { vary: join('Origin', answer.headers.vary) })
        : answer,
  },
]

/** The response with some headers set, or left out if the value is `undefined` or empty. */
function edit(answer: Answer, changes: Readonly<Record<string, string | undefined>>): Answer {
  const headers = Object.entries({ ...answer.headers, ...changes }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  )
  return { ...answer, headers: Object.fromEntries(headers) }
}

function join(...names: readonly (string | undefined)[]): string {
  return names.filter((name) => name !== undefined).join(', ')
}

function isCredentialed(answer: Answer): boolean {
  return answer.headers['access-control-allow-credentials'] === 'true'
}
