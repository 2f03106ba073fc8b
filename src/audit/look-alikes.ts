import { isSerializedOrigin, type Origin, serializeOrigin } from '../fetch/origin.js'
import type { FindingCode } from './finding.js'

/** The codes that say who gets in because of what its name looks like. */
export type LookAlikeCode = Extract<
  FindingCode,
  | 'insecure-origin'
  | 'prefix-match'
  | 'suffix-match'
  | 'unescaped-dot'
  | 'substring-match'
  | 'any-subdomain'
  | 'any-port'
  | 'localhost-origin'
  | 'shared-suffix-origin'
  | 'odd-host-origin'
>

/** An origin that should not get in, and what it means if it does. */
export interface LookAlike {
  readonly code: LookAlikeCode
  readonly origin: string
  /** What it resembles: an origin, or a domain under which it is. */
  readonly resembles: string
  /** The codes that explain why it gets in, so that it is not asked. */
  readonly unless: readonly LookAlikeCode[]
}

/** Domains under which anybody can register a name. The most used of the public suffix list. */
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
const ASKED_SUFFIXES = 4

/** Behind a host: `_` and `-` are loaded by every browser, `!` by Chromium. */
const ODD_CHARACTERS = ['_', '-', '!']

const OTHER_PORT = 47_123

/** What resembles an origin that is allowed, those first that explain others. */
export function lookAlikesOf(allowed: Origin, stranger: string): LookAlike[] {
  const { scheme, host, port } = allowed
  const resembles = serializeOrigin(allowed)
  const labels = host.split('.')
  const shared = SHARED_SUFFIXES.find((suffix) => host.endsWith(`.${suffix}`))
  const found: LookAlike[] = []
  const add = (code: LookAlikeCode, unless: readonly LookAlikeCode[], other: Partial<Origin>) =>
    found.push({ code, unless, resembles, origin: serializeOrigin({ ...allowed, ...other }) })

  add('substring-match', [], { host: `x-${host}.${stranger}.test` })
  add('prefix-match', ['substring-match'], { host: `${host}.${stranger}.test` })
  add('prefix-match', ['substring-match'], { host: `${labels[0]}.${stranger}.test` })
  for (const character of host.startsWith('[') ? [] : ODD_CHARACTERS) {
    add('odd-host-origin', ['substring-match', 'prefix-match'], {
      host: `${host}${character}.${stranger}.test`,
    })
  }
  for (const parent of labels.length === 2 ? [host] : parentsOf(labels)) {
    add('suffix-match', ['substring-match'], { host: `${stranger}${parent}` })
  }
  if (port !== null) add('suffix-match', ['substring-match'], { host: `${stranger}.test` })
  // The last dot is left out: nobody can register a top-level domain.
  for (const end of labels.slice(0, -2).map((_, index) => index + 1)) {
    const joined = `${labels.slice(0, end).join('.')}x${labels.slice(end).join('.')}`
    add('unescaped-dot', ['substring-match', 'prefix-match', 'suffix-match'], { host: joined })
  }
  if (shared !== undefined) {
    const origin = (name: string) => serializeOrigin({ ...allowed, host: `${name}.${shared}` })
    const name = host.slice(0, -shared.length - 1)
    for (const other of [stranger, `${name}-${stranger}`, `${stranger}-${name}`]) {
      found.push({
        code: 'shared-suffix-origin',
        origin: origin(other),
        resembles: shared,
        unless: ['substring-match', 'prefix-match', 'suffix-match'],
      })
    }
  }
  for (const parent of shared === undefined ? [host, ...parentsOf(labels)] : [host]) {
    add('any-subdomain', ['substring-match', 'suffix-match', 'shared-suffix-origin'], {
      host: `${stranger}.${parent}`,
    })
  }
  // Under a domain of one's own this is a subdomain like any other.
  if (labels.length > 2 && shared === undefined) {
    add('suffix-match', ['substring-match', 'any-subdomain'], { host: `${stranger}${host}` })
  }
  const local = isLoopback(host)
  add(local ? 'localhost-origin' : 'any-port', ['substring-match', 'prefix-match'], {
    port: OTHER_PORT,
  })
  if (scheme === 'https' && !local) {
    add('insecure-origin', ['substring-match', 'suffix-match'], { scheme: 'http' })
  }
  // Not what no browser sends, such as a subdomain of an IP address.
  return found.filter(
    ({ code, origin }) => code === 'odd-host-origin' || isSerializedOrigin(origin),
  )
}

/** What nobody's allowed origin resembles, and lists contain all the same. */
export function commonStrangers(stranger: string): LookAlike[] {
  const local = ['http://localhost', 'http://localhost:3000', 'http://127.0.0.1:3000']
  return [
    ...local.map((origin) => lookAlike('localhost-origin', origin, origin)),
    ...SHARED_SUFFIXES.slice(0, ASKED_SUFFIXES).map((suffix) =>
      lookAlike('shared-suffix-origin', `https://${stranger}.${suffix}`, suffix),
    ),
  ]
}

function lookAlike(code: LookAlikeCode, origin: string, resembles: string): LookAlike {
  return { code, origin, resembles, unless: [] }
}

/** `b.c.d` and `c.d` for `a.b.c.d`: what has at least two labels. */
function parentsOf(labels: readonly string[]): string[] {
  return labels.slice(1, -1).map((_, index) => labels.slice(index + 1).join('.'))
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(?:\.\d+){3}$/.test(host)
  )
}
