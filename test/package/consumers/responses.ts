const SHARED = {
  'access-control-allow-origin': 'https://app.example.com',
  'access-control-allow-credentials': 'true',
}
const READABLE = { ...SHARED, 'access-control-expose-headers': 'X-Total', vary: 'Origin' }
const PREFLIGHT_VARY = 'Origin, Access-Control-Request-Headers'

/** The responses of every server that shares with one origin, credentials included. */
export const RESPONSES = {
  'preflight of the app': {
    status: 204,
    ...SHARED,
    'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
    'access-control-allow-headers': 'x-requested-with',
    vary: PREFLIGHT_VARY,
  },
  'preflight of a stranger': { status: 204, vary: PREFLIGHT_VARY },
  'request of the app': { status: 200, ...READABLE, body: 'hello' },
  'request of a stranger': { status: 200, vary: 'Origin', body: 'hello' },
  'request without an origin': { status: 200, vary: 'Origin', body: 'hello' },
  'nothing found for the app': { status: 404, ...READABLE },
}
