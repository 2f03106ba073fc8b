import { valuesOf } from './task.js'

/** Request headers whose values say what kind of data is sent, and no secret. */
const HARMLESS = ['accept', 'accept-language', 'content-language', 'content-type', 'range']

/** Fields that are never shared. */
const PRIVATE = ['body', 'cookies']

/** Names of query parameters whose values can be secrets. */
const SECRET = /auth|code|cred|key|pass|pwd|secret|session|sig|token/i

/**
 * A link to a form as it is filled in. It carries nothing that can be a secret: no body, no values of
 * headers that could hold one, no password in a URL. It does not carry the page's token either.
 */
export function linkTo(tab, form) {
  const values = new URLSearchParams()
  for (const [name, value] of Object.entries(valuesOf(form))) {
    const shared = PRIVATE.includes(name) ? '' : withoutSecrets(name, String(value))
    if (shared !== '' && shared !== 'false') values.set(name, shared)
  }
  return `${location.origin}/#${tab}?${values}`
}

function withoutSecrets(name, value) {
  if (name === 'headers') return value.split('\n').map(withoutValue).join('\n')
  return URL.canParse(value) ? withoutSecretParameters(new URL(value), value) : value
}

/** The name alone decides whether there is a preflight. */
function withoutValue(line) {
  const [name] = line.split(':', 1)
  return HARMLESS.includes(name.trim().toLowerCase()) || name === line ? line : `${name}:`
}

function withoutSecretParameters(url, typed) {
  const names = [...url.searchParams.keys()].filter((name) => SECRET.test(name))
  if (names.length === 0 && url.username === '' && url.password === '') return typed
  for (const name of names) url.searchParams.set(name, '')
  url.username = ''
  url.password = ''
  return url.href
}

/** The tab that the address names, and the values for its form. */
export function readFragment() {
  const [tab, query = ''] = location.hash.slice(1).split('?')
  return { tab, values: Object.fromEntries(new URLSearchParams(query)) }
}
