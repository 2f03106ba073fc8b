import type { MessageFacts } from '../explanation.js'
import { bare, joinLines, unquote } from './read-value.js'

/** The facts of a message while they are being read. */
export type Facts = { -readonly [Name in keyof MessageFacts]: MessageFacts[Name] }

export type FactName = keyof MessageFacts

/** A scheme, or a host with a path or a port: a placeholder (`DOMAIN`, `<URL>`) is not a URL. */
const URL_LIKE = /^(?!https?:[^/])(?:[a-z][a-z\d+.-]*:|\/\/?[^/\s]|[\w-]+(?:\.[\w-]+)+(?:[:/]|$))/i
const ORIGIN_LIKE = /^(?!.*:\/\/\.)(?:null|[a-z][a-z\d+.-]*:\S+|[\w-]+(?:\.[\w-]+)+\S*)$/i
const NAME = /^[^\s"(),/:;<=>?@[\\\]{}]+$/
const METHOD = /^[a-z][a-z-]*$/i

/** Puts the fact into `facts` if the raw text is one, and tells whether it is. */
export function readFact(facts: Facts, name: FactName, raw: string): boolean {
  if (name === 'status') {
    const status = Number(bare(raw).slice(0, 3))
    // Browsers print 0 or (null) if there is no response.
    if (status >= 100) facts.status = status
    return status >= 100
  }
  const value = name === 'headerValue' ? raw : FACT[name](raw)
  if (value !== undefined) facts[name] = value
  return value !== undefined
}

const FACT = {
  // WebKit prints the Location as it came, with white space in it.
  url: (raw: string) => matching(/^\S+$/, urlOf(raw) ?? ''),
  redirectedTo: urlOf,
  origin: (raw: string) => matching(ORIGIN_LIKE, bare(joinLines(raw))),
  method: (raw: string) => matching(METHOD, bare(raw)),
  header: (raw: string) => matching(NAME, unquote(raw)),
} as const

function urlOf(raw: string): string | undefined {
  return matching(URL_LIKE, bareUrl(joinLines(raw)))
}

/** A URL may end with an apostrophe: what is in quotes loses only these. */
function bareUrl(raw: string): string {
  const value = unquote(raw)
  return value === raw ? bare(raw) : value
}

function matching(pattern: RegExp, value: string): string | undefined {
  return pattern.test(value) ? value : undefined
}

/** A URL or an origin up to white space, without the punctuation of the sentence behind it. */
export function endOfSentence(token: string): string {
  // A person left out the rest of the URL.
  if (/[^.]\.{3}$/.test(token)) return token
  const value = token
    .replace(/<\/.*$/, '')
    // The message is bold.
    .replace(/\*\*$/, '')
    .replace(/\.?This$/, '')
    .replace(/[.,:;]$/, '')
  return value.endsWith(')') && !value.includes('(') ? value.replace(/\)+\.?$/, '') : value
}
