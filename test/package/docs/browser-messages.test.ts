import { describe, expect, it } from 'vitest'
import { explainMessage } from '../../../src/testing.js'
import { codes, messagesOf, renderBrowserMessages } from './browser-messages.js'

describe('docs/browser-messages.md', () => {
  it('has the sentences of explainMessage() for every code (-u writes the page)', async () => {
    await expect(renderBrowserMessages()).toMatchFileSnapshot('../../../docs/browser-messages.md')
  })

  it.each(
    codes().flatMap((code) =>
      messagesOf(code).map(([browser, text]) => [code, browser, text] as const),
    ),
  )(
    '%s: has a message from %s that explainMessage() knows by this code',
    (code, _browser, text) => {
      expect(explainMessage(text).map((explanation) => explanation.code)).toContain(code)
    },
  )
})
