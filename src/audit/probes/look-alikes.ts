import { isSerializedOrigin, type Origin, serializeOrigin } from '../../fetch/origin.js'
import { type OriginFindingCode, PRIVATE_NETWORK } from '../report/finding-facts.js'

/** The codes that say who gets in because of what its name looks like. */
export type LookAlikeCode = Exclude<OriginFindingCode, 'any-origin' | 'null-origin'>

/** An origin that should not get in, and what it means if it does. */
export interface LookAlike {
  readonly code: LookAlikeCode
  readonly origin: string
  /** What it resembles: an origin, or a domain under which it is. */
  readonly resembles: string
  /** Codes that, once found, explain why this origin gets in, so that it need not be asked for. */
  readonly unless: readonly LookAlikeCode[]
}

/** Domains under which anybody can register a name: the most used ones of the public suffix list. */
const SHARED_SUFFIXES = [
  'github.io',
  'vercel.app',
  'netlify.app',
  'herokuapp.com',
  'pages.dev',
  'workers.dev',
  'web.app',
  'firebaseapp.com',
  'onrender.com',
  'up.railway.app',
  'fly.dev',
  'gitlab.io',
  'azurewebsites.net',
  'azurestaticapps.net',
  'cloudfront.net',
  'amplifyapp.com',
  's3.amazonaws.com',
  'run.app',
  'appspot.com',
  'surge.sh',
  'ngrok-free.app',
  'ngrok.io',
  'replit.app',
  'glitch.me',
  'blogspot.com',
]

/** How many of them are asked for if no allowed origin is under one. */
const ASKED_SUFFIXES = 6

/** After a host name: every browser loads pages with `_` and `-`, Chromium also with `!`. */
const ODD_CHARACTERS = ['_', '-', '!']

const OTHER_PORT = 47_123

/** Without a port, and with those of create-react-app, Vite, Angular and webpack. */
const LOCAL_ORIGINS = [
  'http://localhost',
  'http://localhost:3000',
  'http://localhost:5173',
  'http://localhost:4200',
  'http://localhost:8080',
  'http://127.0.0.1:3000',
]

/** In an address range that allowlists often match with a regular expression. */
const PRIVATE_ORIGINS = ['http://192.168.47.123', 'http://192.168.47.123:3000']

/** Origins that resemble an allowed one; those that explain others come first. */
export function lookAlikesOf(allowed: Origin, stranger: string): LookAlike[] {
  const { scheme, host, port } = allowed
  const labels = host.split('.')
  const parents = labels.slice(1, -1).map((_, index) => labels.slice(index + 1).join('.'))
  const shared = SHARED_SUFFIXES.find((suffix) => host.endsWith(`.${suffix}`))
  const local = isLoopback(host)
  const found: LookAlike[] = []
  const add = (
    code: LookAlikeCode,
    resembles: string,
    other: Partial<Origin>,
    unless: readonly LookAlikeCode[],
  ) => found.push({ code, resembles, unless, origin: serializeOrigin({ ...allowed, ...other }) })

  if (port !== null) add('suffix-match', `:${port}`, { host: `${stranger}.test` }, [])
  add('substring-match', host, { host: `x-${host}.${stranger}.test` }, ['suffix-match'])
  for (const start of [host, String(labels[0])]) {
    const other = { host: `${start}.${stranger}.test` }
    add('prefix-match', `${scheme}://${start}`, other, ['substring-match', 'suffix-match'])
  }
  for (const character of host.startsWith('[') ? [] : ODD_CHARACTERS) {
    const other = { host: `${host}${character}.${stranger}.test` }
    const unless: LookAlikeCode[] = ['substring-match', 'prefix-match', 'suffix-match']
    add('odd-host-origin', `${scheme}://${host}`, other, unless)
  }
  for (const end of labels.length === 2 ? [host] : parents) {
    add('suffix-match', end, { host: `${stranger}${end}` }, ['substring-match'])
  }
  // The last dot is left out: nobody can register a top-level domain.
  for (const [index] of labels.slice(0, -2).entries()) {
    const [start, end] = [labels.slice(0, index + 1).join('.'), labels.slice(index + 1).join('.')]
    const unless: LookAlikeCode[] = ['substring-match', 'prefix-match', 'suffix-match']
    add('unescaped-dot', serializeOrigin(allowed), { host: `${start}x${end}` }, unless)
  }
  if (shared !== undefined) {
    const name = host.slice(0, -shared.length - 1)
    for (const other of [stranger, `${name}-${stranger}`, `${stranger}-${name}`]) {
      const unless: LookAlikeCode[] = ['substring-match', 'prefix-match', 'suffix-match']
      add('shared-suffix-origin', shared, { host: `${other}.${shared}` }, unless)
    }
  }
  for (const parent of shared === undefined ? [host, ...parents] : [host]) {
    const unless: LookAlikeCode[] = ['substring-match', 'suffix-match', 'shared-suffix-origin']
    add('any-subdomain', parent, { host: `${stranger}.${parent}` }, unless)
  }
  // Under a domain of one's own this is a subdomain like any other.
  if (labels.length > 2 && shared === undefined) {
    add('suffix-match', host, { host: `${stranger}${host}` }, ['substring-match', 'any-subdomain'])
  }
  const unless: LookAlikeCode[] = ['substring-match', 'prefix-match', 'odd-host-origin']
  add(local ? 'localhost-origin' : 'any-port', host, { port: OTHER_PORT }, unless)
  if (scheme === 'https' && !local) {
    add('insecure-origin', host, { scheme: 'http' }, ['substring-match', 'suffix-match'])
  }
  if (labels.length > 1) {
    const other = { host: host.slice(0, -1), port: null }
    const unless: LookAlikeCode[] = ['substring-match', 'prefix-match']
    add('truncated-match', serializeOrigin(allowed), other, unless)
  }
  // No browser sends the others, such as a subdomain of an IP address.
  return found.filter(
    ({ code, origin }) => code === 'odd-host-origin' || isSerializedOrigin(origin),
  )
}

/** Origins that resemble no allowed one, but that many servers let in. */
export function commonStrangers(stranger: string): LookAlike[] {
  return [
    ...LOCAL_ORIGINS.map((origin) => lookAlike('localhost-origin', origin, origin)),
    ...PRIVATE_ORIGINS.map((origin) => lookAlike('localhost-origin', origin, PRIVATE_NETWORK)),
    ...SHARED_SUFFIXES.slice(0, ASKED_SUFFIXES).map((suffix) =>
      lookAlike('shared-suffix-origin', `https://${stranger}.${suffix}`, suffix),
    ),
  ]
}

function lookAlike(code: LookAlikeCode, origin: string, resembles: string): LookAlike {
  return { code, origin, resembles, unless: [] }
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(?:\.\d+){3}$/.test(host)
  )
}
