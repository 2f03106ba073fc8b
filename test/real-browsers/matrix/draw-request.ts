import type { DrawnRequest } from './combination.js'
import type { Random } from './random.js'

// What is in a list twice is drawn twice as often.
const KINDS = ['fetch', 'fetch', 'fetch', 'fetch', 'xhr', 'xhr', 'xhr', 'element'] as const
const ELEMENTS = ['image', 'module', 'event-source'] as const
const MODES = ['cors', 'cors', 'cors', 'cors', 'cors', 'cors', 'no-cors', 'same-origin'] as const
const CREDENTIALS = ['omit', 'same-origin', 'include'] as const
const METHODS = [
  'GET',
  'GET',
  'HEAD',
  'POST',
  'POST',
  'PUT',
  'put',
  'PATCH',
  'patch',
  'DELETE',
  'OPTIONS',
  'PROPFIND',
] as const
const NO_CORS_METHODS = ['GET', 'HEAD', 'POST'] as const
const METHODS_WITH_BODY: readonly string[] = ['POST', 'PUT', 'PATCH']
const HEADERS = [
  [],
  [],
  [
    ['Accept', 'application/json'],
    ['Content-Language', 'en'],
    ['Range', 'bytes=0-1'],
  ],
  [['Content-Type', 'application/json']],
  [['X-Token', '1']],
  [['Authorization', 'Bearer 1']],
  [
    ['X-Token', '1'],
    ['X-Other', '2'],
  ],
  // A forbidden request-header, which a browser leaves out.
  [['Cookie', 'a=1']],
] as const
const ROUTES = ['ok', 'ok', 'missing', 'broken', 'empty', 'moved'] as const
const ROUTES_OF_ELEMENTS = { image: 'image.svg', module: 'module.js', 'event-source': 'events' }

/** A request that the kind can make. */
export function drawRequest(random: Random): DrawnRequest {
  const kind = random.pick(KINDS)
  if (kind === 'element') return drawElement(random)
  // An XMLHttpRequest has one mode, and always same-origin credentials.
  const mode = kind === 'xhr' ? 'cors' : random.pick(MODES)
  const credentials = random.pick(kind === 'xhr' ? CREDENTIALS.slice(1) : CREDENTIALS)
  const method = random.pick(mode === 'no-cors' ? NO_CORS_METHODS : METHODS)
  const body = METHODS_WITH_BODY.includes(method) ? { body: 'body' } : {}
  const headers = random.pick(HEADERS)
  const route = random.pick(ROUTES)
  return { kind, mode, method, headers, credentials, route, ...body }
}

function drawElement(random: Random): DrawnRequest {
  const kind = random.pick(ELEMENTS)
  const route = ROUTES_OF_ELEMENTS[kind]
  // An import has no way to include credentials.
  const credentials = kind === 'module' ? 'same-origin' : random.pick(CREDENTIALS.slice(1))
  return { kind, mode: 'cors', method: 'GET', headers: [], credentials, route }
}
