import { SERIALIZED_ORIGIN } from '../../unit/fetch/serialized-origin-grammar.js'

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const TOKEN = "[!#$%&'*+.^_`|~A-Za-z0-9-]+"
/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1.2, with at least one element */
const LIST = new RegExp(`^[ \\t,]*${TOKEN}(?:[ \\t]*,[ \\t,]*${TOKEN})*[ \\t,]*$`)

/**
 * Whether a response header is what the Fetch standard lets a server send, and within the
 * documented limits. https://fetch.spec.whatwg.org/#http-new-header-syntax
 */
export function isValidResponseHeader(name: string, value: string): boolean {
  switch (name.toLowerCase()) {
    case 'access-control-allow-origin':
      return value === '*' || value === 'null' || isOrigin(value)
    case 'access-control-allow-credentials':
      return value === 'true'
    case 'access-control-allow-headers':
      return LIST.test(value) && value.length <= 4096 && elementsOf(value).length <= 128
    case 'access-control-allow-methods':
    case 'access-control-expose-headers':
    case 'vary':
      return LIST.test(value)
    case 'access-control-max-age':
      return /^[0-9]+$/.test(value)
    default:
      return false
  }
}

function isOrigin(value: string): boolean {
  return SERIALIZED_ORIGIN.test(value) && value.length <= 300
}

function elementsOf(list: string): string[] {
  return list.split(',').filter((element) => element.trim() !== '')
}
