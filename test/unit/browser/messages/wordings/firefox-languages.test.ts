import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainMessage } from '../../../../../src/browser/messages/explain-message.js'
import type { Explanation } from '../../../../../src/browser/messages/explanation.js'

type Translation = Pick<Explanation, 'code' | 'facts'> & { readonly text: string }

/** The messages of Firefox 153 in its languages, with URL, value and status filled in. */
const LANGUAGES: Readonly<Record<string, readonly Translation[]>> = JSON.parse(
  readFileSync(new URL('firefox-languages.json', import.meta.url), 'utf8'),
)

describe.each(Object.entries(LANGUAGES))('Firefox in %s', (_, translations) => {
  it.each(translations)('is explained: $code', ({ code, facts, text }) => {
    expect(
      explainMessage(text).map((explanation) => ({
        code: explanation.code,
        browser: explanation.browser,
        facts: explanation.facts,
      })),
    ).toEqual([{ code, browser: 'firefox', facts }])
  })
})
