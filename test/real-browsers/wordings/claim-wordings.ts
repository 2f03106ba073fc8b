import { beforeAll, describe, expect, it } from 'vitest'
import { BLOCKED } from '../../../src/browser/verdict/blocked.js'
import { explainMessage, type MessageFacts } from '../../../src/testing.js'
import type { Engine, TalkingBrowser } from '../drivers/real-browser.js'
import { type Kind, type WordingCase, wordingCases } from './cases.js'
import { collectWordings, type Wording } from './collect.js'

/** Claims that what an engine prints, when it blocks a request, is recognized with its facts. */
export function claimWordings(browser: TalkingBrowser): void {
  let wordings: readonly Wording[] = []
  beforeAll(async () => {
    wordings = await collectWordings(browser)
  })
  const asked = wordingCases.flatMap((wording) =>
    wording.kinds.map((kind) => [`${wording.id} by ${kind}`, wording, kind] as const),
  )

  describe(`what ${browser.engine} prints`, () => {
    it.each(asked)('is recognized: %s', (_what, wording, kind) => {
      const seen = wordings.find((other) => other.wording === wording && other.kind === kind)
      if (seen === undefined) throw new Error('the browser was not asked')
      const [code, ...names] = toldOf(browser.engine, wording, kind).split(' ')
      if (code === '') {
        expect(seen.printed).toEqual([])
        return
      }
      expect(
        explainMessage(seen.printed.join('\n')).map(({ code, facts }) => ({ code, facts })),
      ).toContainEqual({
        code,
        facts: factsOf(seen, names, browser.engine),
      })
      expect(seen.printed.filter((text) => explainMessage(text).length === 0)).toEqual([])
    })

    it('is asked for every code', () => {
      expect(new Set(wordingCases.map(({ code }) => code))).toEqual(new Set(Object.keys(BLOCKED)))
    })
  })
}

/** WebKit names the URL of what script asks for, and has no word for most fonts. */
function toldOf(engine: Engine, { id, told }: WordingCase, kind: Kind): string {
  if (engine !== 'webkit' || kind === 'fetch') return told[engine]
  if (id === 'no-answer' || (kind === 'font' && id !== 'scheme' && id !== 'loop')) return ''
  if (kind === 'xhr') return told.webkit
  const [code = '', ...names] = told.webkit.split(' ')
  const untold = kind === 'font' ? ['url', 'redirectedTo'] : ['url']
  return [code, ...names.filter((name) => !untold.includes(name))].join(' ')
}

function factsOf(seen: Wording, names: readonly string[], engine: Engine): MessageFacts {
  const { facts, response } = seen.wording
  const known: Readonly<Record<string, string | number | undefined>> = {
    ...facts,
    // Chromium and Firefox name it in lower case, as it is in the preflight.
    header: engine === 'webkit' ? facts.header : facts.header?.toLowerCase(),
    headerValue: facts.headerValue?.replace('{O}', seen.origin),
    url: seen.url,
    origin: seen.origin,
    status: response.status ?? 200,
  }
  return Object.fromEntries(
    names.map((name) => {
      const [fact = '', source = fact] = name.split('=')
      return [fact, known[source]]
    }),
  )
}
