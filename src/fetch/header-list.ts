import { isTabOrSpace } from './code-point.js'
import { isToken } from './token.js'

/** https://fetch.spec.whatwg.org/#concept-header */
export type Header = readonly [name: string, value: string]

/** https://fetch.spec.whatwg.org/#concept-header-list */
export type HeaderList = readonly Header[]

/** What "extract header list values" returns when the value does not follow its grammar. */
export const FAILURE: unique symbol = Symbol('failure')

/**
 * Every value of the headers called `name`, joined by `, `; `null` without such a header.
 * https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(list: HeaderList, name: string): string | null {
  const lowercase = name.toLowerCase()
  const values = list.filter((header) => header[0].toLowerCase() === lowercase)
  return values.length === 0 ? null : values.map((header) => header[1]).join(', ')
}

/**
 * Splits a header value at its commas, leaving quoted strings whole.
 * https://fetch.spec.whatwg.org/#header-value-get-decode-and-split
 */
export function getDecodeAndSplit(value: string): string[] {
  const values: string[] = []
  let start = 0
  let quoted = false
  for (let position = 0; position < value.length; position++) {
    const character = value[position]
    if (character === '"') quoted = !quoted
    else if (character === '\\' && quoted) position++
    else if (character === ',' && !quoted) {
      values.push(removeTabOrSpace(value.slice(start, position)))
      start = position + 1
    }
  }
  values.push(removeTabOrSpace(value.slice(start)))
  return values
}

/**
 * The members of a comma-separated list of tokens over all headers called `name`: `null` if no
 * header has that name, `FAILURE` if a member does not follow the grammar. All list headers of the
 * CORS protocol are lists of tokens (`#field-name`, `#method`), and RFC 9110 §5.6.1.2 lets a
 * recipient skip empty elements. https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function extractHeaderListValues(
  list: HeaderList,
  name: string,
): string[] | null | typeof FAILURE {
  const value = getHeader(list, name)
  if (value === null) return null
  const members = value.split(',').map(removeTabOrSpace)
  const values = members.filter((member) => member !== '')
  return values.every(isToken) ? values : FAILURE
}

/** Removes HTTP tab or space from both ends. https://fetch.spec.whatwg.org/#http-tab-or-space */
function removeTabOrSpace(value: string): string {
  let start = 0
  let end = value.length
  while (start < end && isTabOrSpace(value.charCodeAt(start))) start++
  while (end > start && isTabOrSpace(value.charCodeAt(end - 1))) end--
  return value.slice(start, end)
}
