import { parseSerializedOrigin } from '../../../fetch/origin.js'
import { isLoopback } from '../loopback.js'
import { alternatives, sampleOf } from './regexp-source.js'

/** What a regular expression may leave out of an origin at its start. */
const STARTS: readonly string[] = ['', 'https:', 'https', 'https://']

/** Whether every alternative of a regular expression starts with `^` and ends with `$`. */
export function isAnchored(regexp: RegExp): boolean {
  return looseSamples(regexp).length === 0
}

/** What the alternatives without `^` or `$` match, each a string that it most likely does. */
export function looseSamples({ source, ignoreCase }: RegExp): readonly string[] {
  return alternatives(source)
    .filter((alternative) => !isAnchoredAlternative(alternative))
    .map((alternative) => sample(alternative, ignoreCase))
}

/**
 * The same regular expression for whole origins, without a memory of its last match; `null` if it
 * cannot be told whose origins it is for.
 */
export function anchor(regexp: RegExp): RegExp | null {
  const anchored = alternatives(regexp.source).map((alternative) =>
    anchorAlternative(alternative, regexp.ignoreCase),
  )
  return anchored.includes(null) ? null : withoutMemory(anchored.join('|'), regexp)
}

/** A regular expression with the flags of another, but without a memory of its last match. */
export function withoutMemory(source: string, { flags }: RegExp): RegExp {
  return new RegExp(source, flags.replace(/[gy]/g, ''))
}

function isAnchoredAlternative(source: string): boolean {
  return source.startsWith('^') && endsWithAnchor(source)
}

function endsWithAnchor(source: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\$$/.test(source)
}

function anchorAlternative(source: string, ignoreCase: boolean): string | null {
  if (isAnchoredAlternative(source)) return source
  const matched = sample(source, ignoreCase)
  const domain = matched.replace(/^\./, '')
  const end = endsWithAnchor(source) ? '' : '$'
  for (const start of STARTS) {
    const host = parseSerializedOrigin(start + domain)?.host
    if (host === undefined || !(host.includes('.') || isLoopback(host))) continue
    if (source.startsWith('^')) return `${source}${end}`
    const scheme = isLoopback(host) ? start.replace('https', 'http') : start
    const subdomains = matched === domain ? '(?:[a-z0-9-]+\\.)*' : '[a-z0-9.-]+'
    const labels = start === 'https://' ? subdomains : ''
    return `^${scheme.replaceAll('/', '\\/')}${labels}${source}${end}`
  }
  return null
}

function sample(source: string, ignoreCase: boolean): string {
  return ignoreCase ? sampleOf(source).toLowerCase() : sampleOf(source)
}
