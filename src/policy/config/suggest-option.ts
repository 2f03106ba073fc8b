import { findNear } from './near-name.js'

/** Words that tell which option was meant, whatever the rest of the name is. */
const KEYWORDS: readonly (readonly [keyword: RegExp, option: string])[] = [
  [/origin|domain|(?:allow|white)list/, 'origin'],
  [/expose/, 'exposedHeaders'],
  [/header/, 'allowedHeaders'],
  [/cred/, 'credentials'],
  [/method/, 'methods'],
  [/max.?age|^age$/, 'maxAge'],
  [/status|success/, 'optionsSuccessStatus'],
  [/continue/, 'preflightContinue'],
  [/danger|unsafe/, 'dangerouslyAllow'],
  [/decision/, 'onDecision'],
  [/enforc|reject|csrf/, 'enforce'],
]

/** The option that a misspelt name most likely means; `null` if none is near. */
export function suggestOption(name: string, options: readonly string[]): string | null {
  const near = findNear(name, options)
  if (near !== null) return near
  return KEYWORDS.find(([keyword]) => keyword.test(name.toLowerCase()))?.[1] ?? null
}
