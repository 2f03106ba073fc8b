import type { PageRequestInit } from '../../browser/algorithms/request-init.js'
import { type Fields, textOf, urlOf } from './fields.js'
import { headersOf } from './headers-of.js'

/** A request as the form describes it. */
export interface CheckForm {
  readonly url: string
  readonly origin: string
  readonly method: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | null
  readonly credentials: boolean
  /** The cookies that the browser has for the host of the URL; empty if it has none. */
  readonly cookies: string
}

/** @throws {TypeError} for the person who fills in the form */
export function readForm(fields: Fields): CheckForm {
  const url = urlOf(fields, 'url', 'The URL')
  const origin = textOf(fields, 'origin')
  if (origin === '') throw new TypeError('The origin of the page is empty. Fill it in.')
  const body = typeof fields.body === 'string' && fields.body !== '' ? fields.body : null
  return {
    url,
    origin,
    method: textOf(fields, 'method') || (body === null ? 'GET' : 'POST'),
    headers: headersOf(fields),
    body,
    credentials: fields.credentials === true,
    cookies: textOf(fields, 'cookies'),
  }
}

/** The second argument of `fetch()`. */
export function initOf({ method, headers, body, credentials }: CheckForm): PageRequestInit {
  return { method, headers, body, credentials: credentials ? 'include' : 'same-origin' }
}
