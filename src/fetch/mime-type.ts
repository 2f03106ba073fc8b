import { isToken } from './token.js'

/**
 * The essence (`type/subtype` in lower case) of a MIME type, or `null` if parsing fails.
 * Parameters never make parsing fail, so they are not read.
 * https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function mimeTypeEssence(input: string): string | null {
  const end = input.indexOf(';')
  const essence = (end === -1 ? input : input.slice(0, end)).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '')
  const slash = essence.indexOf('/')
  if (!isToken(essence.slice(0, Math.max(slash, 0))) || !isToken(essence.slice(slash + 1))) {
    return null
  }
  return essence.toLowerCase()
}
