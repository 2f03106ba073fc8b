import { isLoopback } from '../../../fetch/loopback.js'
import { isSerializedOrigin } from '../../../fetch/origin.js'
import { meaningsOf } from './meanings.js'
import { findOpenings, type RegExpContext } from './openings/find-openings.js'
import { parseRegExp } from './reading/syntax.js'

/** A text of an expression's meaning as scheme, star or dot, host, port, and what may follow. */
const MEANING = /^(?:\*?:?\/\/|(https?):\/\/)?([*?]?\.|\*?)([a-z0-9.-]+?)(:(?:\d+|[*?]))?(\*?)$/

/**
 * What to write in place of a regular expression: patterns and origins if they can say it, else a
 * stricter expression. All of them together; empty if it is unclear what is meant,
 * or if what is meant is open.
 */
export function fixesOf(regexp: RegExp, context: RegExpContext): readonly (string | RegExp)[] {
  const syntax = parseRegExp(regexp)
  const meanings = syntax === null ? [] : meaningsOf(syntax)
  const rules = meanings.map((meaning) => rulesOf(meaning, regexp, context))
  // A pattern would let in what a look-around keeps out.
  const isTooWide = /\(\?<?[=!]/.test(regexp.source) && rules.flat().some((rule) => /\*/.test(rule))
  if (isTooWide || rules.some((found) => found.length === 0)) {
    return stricter(regexp, meanings.map(asSent), context)
  }
  const different = new Set(rules.flat())
  return [...different].filter((rule) => rule.endsWith(':*') || !different.has(`${rule}:*`))
}

/** A text as browsers would send it: in lower case and without a path. */
function asSent(meaning: string): string {
  return meaning.toLowerCase().replace(/^\^+|\/?\$*$/g, '')
}

function rulesOf(
  written: string,
  { source }: RegExp,
  { isPublicSuffix = () => true }: RegExpContext,
): readonly string[] {
  const meaning = asSent(written)
  // A scheme of its own, such as an extension's, is written out or not meant.
  if (isSerializedOrigin(meaning) && !/^(?:https?|wss?|ftp|file):/.test(meaning)) return [meaning]
  const [, scheme, star = '', host = '', found = '', rest] = MEANING.exec(meaning) ?? []
  const port = found.replace('?', '*')
  if (isLoopback(host)) {
    const isOpen = rest !== '' || !/\$\)*$/.test(source)
    const before = star.endsWith('.') && host === 'localhost' ? '*.' : ''
    return [`${scheme ?? 'http'}://${before}${host}${port || (isOpen ? ':*' : '')}`]
  }
  const isOrigin = isSerializedOrigin(`https://${host}${port.replace(':*', '')}`)
  if (!isOrigin || !/\.[a-z][a-z0-9-]*$/.test(host) || isPublicSuffix(host)) return []
  // What ends in a part of a label is not a host by itself.
  if (star === '*' && host.startsWith('-')) return []
  const origins = star.endsWith('.') ? [] : [`https://${host}${port}`]
  // Without a scheme, it was meant to match the end of an origin, unless it begins with `^`.
  const isWide = star !== '' || (scheme === undefined && !written.startsWith('^'))
  return isWide ? [...origins, `https://*.${host}${port}`] : origins
}

/** The same expression for whole origins of `https:`, its dots escaped. */
function stricter(
  { source, flags }: RegExp,
  meanings: readonly string[],
  { isPublicSuffix }: RegExpContext,
): readonly RegExp[] {
  const escaped = source
    .replace(/\\.|\[(?:\\.|[^\]\\])*\]|\.(?![*+?{])/g, (text) => (text === '.' ? '\\.' : text))
    .replace(/https?\??:|\(\??:?(?:http\|https|https\|http)\):/, 'https:')
  const start = escaped.startsWith('^') ? '' : '^'
  const scheme = escaped.includes('\\/\\/') ? '' : 'https:\\/\\/'
  const strict = new RegExp(start + (start && scheme) + escaped.replace(/\$?$/, '$'), flags)
  const isMeant = (meaning: string) => {
    // What has no variable part is an origin, and an address without a name has no certificate.
    if (!/[*?]/.test(meaning) || /\.\d+(?::.*)?$/.test(meaning)) return false
    return ['1', 'a'].some((part) => {
      const origin = meaning.replace(/^(?:https?:\/\/)?/, 'https://').replace(/[*?]/g, part)
      return isSerializedOrigin(origin) && strict.test(origin)
    })
  }
  const isSafe = findOpenings(strict, { credentials: true, isPublicSuffix }).length === 0
  // One that is not safe may be slow.
  return isSafe && meanings.some(isMeant) ? [strict] : []
}
