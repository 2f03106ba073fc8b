import { foldedIndex, type Match } from './find-wording.js'
import type { Folded } from './fold.js'
import { type Facts, readFact } from './read-fact.js'

/** A line of Firefox's console for a request; copied, the words are glued together. */
const REQUEST = /XHR(GET|HEAD|POST|PUT|PATCH|DELETE)\s{0,20}(https?:\/\/\S{1,4096})/g

/** Every request that Firefox's console lists: the next reason may be about it. */
export function findFirefoxRequests(text: string, folded: Folded, limit: number): Match[] {
  const matches: Match[] = []
  for (const { 0: line, 1: method = '', 2: url = '', index } of text.matchAll(REQUEST)) {
    if (matches.length === limit) break
    const facts: Facts = { method }
    readFact(facts, 'url', url)
    matches.push({
      about: 'lead',
      source: 'firefox',
      start: foldedIndex(folded, index),
      end: foldedIndex(folded, index + line.length),
      facts,
    })
  }
  return matches
}
