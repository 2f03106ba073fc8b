import type { PageHeadersInit } from '../../browser/algorithms/request-init.js'
import type { Header } from '../../fetch/header-list.js'
import { isHeaderValue, normalizeHeaderValue } from '../../fetch/header-value.js'
import { quote } from '../../fetch/quote.js'
import { isToken } from '../../fetch/token.js'

/** @throws {TypeError} if a header is invalid, or one that the questions set themselves */
export function readExtraHeaders(source: PageHeadersInit): Header[] {
  const entries = Symbol.iterator in source ? [...source] : Object.entries(source)
  return entries.map(([name, rawValue]) => {
    const value = normalizeHeaderValue(String(rawValue))
    if (!isToken(name)) {
      throw new TypeError(`headers has the name ${quote(String(name))}, which is not a token`)
    }
    if (!isHeaderValue(value)) {
      throw new TypeError(
        `headers has a value for ${name} that HTTP forbids; a value may contain any bytes except NUL, CR and LF`,
      )
    }
    if (name.toLowerCase() === 'origin') {
      throw new TypeError('headers has Origin, which is different in every question; leave it out')
    }
    return [name, value]
  })
}
