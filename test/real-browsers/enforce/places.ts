import { networkInterfaces } from 'node:os'
import type { Listening, Scheme } from './listen.js'

/** Whose page it is: the app's own, one that it allows, or one that it does not know. */
export type Server = 'own' | 'allowed' | 'stranger'

/** Where a page is, from which it writes to the app. */
export interface Place {
  readonly what: string
  readonly server: Server
  /** The scheme of the page and of the app. */
  readonly scheme: Scheme
  /** The host of the page. */
  readonly host: string
  /** The host under which it knows the app. */
  readonly appHost: string
  /** Whether the page asks browsers to say nothing of where a request comes from. */
  readonly noReferrer: boolean
  /** Whether the writes are made in a sandboxed frame, which is nobody's. */
  readonly sandboxed: boolean
  /** `Sec-Fetch-Site` as the standard has it; `undefined` if it is not to be sent. */
  readonly site: 'same-origin' | 'same-site' | 'cross-site' | undefined
}

/** The address of this machine on its network: to browsers, plain http to it is not trustworthy. */
export const LAN = addressOnNetwork()

const TRUSTWORTHY: readonly Omit<Place, 'scheme'>[] = [
  place("the app's own", 'own', { site: 'same-origin' }),
  place("the app's own, with no-referrer", 'own', { site: 'same-origin', noReferrer: true }),
  place("the app's own, from a sandboxed frame", 'own', { sandboxed: true }),
  place('an allowed one of the same site', 'allowed', { site: 'same-site' }),
  place('an allowed one of another site', 'allowed', { host: '127.0.0.1' }),
  place('an allowed one of another site, with no-referrer', 'allowed', {
    host: '127.0.0.1',
    noReferrer: true,
  }),
  place('a stranger of the same site', 'stranger', { site: 'same-site' }),
  place('a stranger of another site', 'stranger', { host: '127.0.0.1' }),
  place('a stranger with no-referrer', 'stranger', { host: '127.0.0.1', noReferrer: true }),
  place('a stranger from a sandboxed frame', 'stranger', { host: '127.0.0.1', sandboxed: true }),
]

const PLAIN = { host: LAN, appHost: LAN, site: undefined }

/** Without `Sec-Fetch-Site`, which browsers send only to URLs that are trustworthy. */
const UNTRUSTWORTHY: readonly Omit<Place, 'scheme'>[] = [
  place("the app's own on the network", 'own', PLAIN),
  place("the app's own on the network, with no-referrer", 'own', { ...PLAIN, noReferrer: true }),
  place('an allowed one on the network', 'allowed', PLAIN),
  place('a stranger on the network', 'stranger', PLAIN),
  place('a stranger on the network with no-referrer', 'stranger', { ...PLAIN, noReferrer: true }),
  place('a stranger on the network from a sandboxed frame', 'stranger', {
    ...PLAIN,
    sandboxed: true,
  }),
]

export const PLACES: readonly Place[] = [
  ...TRUSTWORTHY.map((one) => ({ ...one, scheme: 'http' as const })),
  ...TRUSTWORTHY.map((one) => ({ ...one, scheme: 'https' as const })),
  ...UNTRUSTWORTHY.map((one) => ({ ...one, scheme: 'http' as const })),
]

/** The origins that the app allows. */
export function allowedOrigins({ ports }: Listening): readonly string[] {
  return ['localhost', '127.0.0.1', LAN].flatMap((host) => [
    `http://${host}:${ports.http}`,
    `https://${host}:${ports.https}`,
  ])
}

function place(
  what: string,
  server: Server,
  others: Partial<Omit<Place, 'scheme'>>,
): Omit<Place, 'scheme'> {
  return {
    what,
    server,
    host: 'localhost',
    appHost: 'localhost',
    noReferrer: false,
    sandboxed: false,
    site: 'cross-site',
    ...others,
  }
}

function addressOnNetwork(): string {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family === 'IPv4' && !internal) return address
    }
  }
  throw new Error('this machine has no IPv4 address but the loopback one')
}
