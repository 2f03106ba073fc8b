import type { WireResponse } from '../../browser/algorithms/wire.js'
import type { HeaderList } from '../../fetch/header-list.js'
import { isSerializedOrigin } from '../../fetch/origin.js'

/**
 * How to ask from a page that the browser model does not have, because only some browsers load its
 * host: another page asks on its behalf.
 */
export interface StandIn {
  /** The origin of the page that asks. */
  readonly origin: string
  /** What that page sends, as the other would send it. */
  toServer(headers: HeaderList): HeaderList
  /** What the server sends, as the page that asks has to see it. */
  toPage(response: WireResponse): WireResponse
}

const NAME = 'https://stand-in.test'

/** @param origin `null` if the request is without `Origin`, so that any page can make it */
export function standInFor(origin: string | null): StandIn {
  if (origin === null) return { origin: NAME, toServer: asItIs, toPage: asItIs }
  if (origin === 'null' || isSerializedOrigin(origin)) {
    return { origin, toServer: asItIs, toPage: asItIs }
  }
  return {
    origin: NAME,
    toServer: (headers) => replaceValue(headers, NAME, origin),
    toPage: (response) => ({ ...response, headers: replaceValue(response.headers, origin, NAME) }),
  }
}

function asItIs<Value>(value: Value): Value {
  return value
}

function replaceValue(headers: HeaderList, from: string, to: string): HeaderList {
  return headers.map(([name, value]) => [name, value === from ? to : value])
}
