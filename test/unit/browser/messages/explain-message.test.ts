import { describe, expect, it } from 'vitest'
import { explainMessage } from '../../../../src/browser/messages/explain-message.js'
import { SENTENCES } from '../../../../src/browser/messages/sentences.js'

const MISSING =
  "Access to fetch at 'https://api.example.com/' from origin 'null' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."

/** Texts that are slow for a careless pattern, a million characters each. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['one letter', 'a'],
  ['spaces', ' '],
  ['line breaks and comment marks', '\n // * '],
  ['quotes', "'"],
  ['starts of messages', "Access to fetch at 'https://a"],
  ['ends of messages', ' has been blocked by CORS policy'],
  ['open values', "header contains multiple values '"],
  ['names of errors', 'err_a_'],
  ['requests', 'XHRGET https://a '],
  ['escapes', '\\u2018&quot;<p '],
  ['links', '[https://a](https://a'],
  ['links in angle brackets', '<https://a'],
]

describe('explainMessage', () => {
  it('returns code, browser, facts and sentences, frozen', () => {
    const explanations = explainMessage(MISSING)

    expect(explanations).toEqual([
      {
        code: 'allow-origin-missing',
        browser: 'chromium',
        facts: { url: 'https://api.example.com/', origin: 'null' },
        meaning:
          'The response from "https://api.example.com/" has no Access-Control-Allow-Origin header, so the page may not read it.',
        fix: expect.stringContaining(
          'npx strict-cors check https://api.example.com/ --origin null',
        ),
      },
    ])
    const parts = [explanations, explanations[0], explanations[0]?.facts]
    expect(parts.every(Object.isFrozen)).toBe(true)
  })

  it.each<[string, (text: string) => string]>([
    ['links in angle brackets', (text) => text.replace(/https?:[^']+/g, '<$&>')],
    ['Markdown links', (text) => text.replace(/https?:[^']+/g, '[$&]($&)')],
    ['spaces inside the quotes', (text) => text.replace(/'([^']*)'/g, "' $1 '")],
    ['curly quotes', (text) => text.replace(/'([^']*)'/g, '‘$1’')],
    ['bold', (text) => `**${text}**`],
  ])('reads what editors and issue trackers make of a message: %s', (_what, edit) => {
    const text =
      "Access to fetch at 'https://api.example.com/a' from origin 'http://localhost:3000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'https://app.example.com' that is not equal to the supplied origin."
    expect(explainMessage(edit(text))).toEqual(explainMessage(text))
    const link = 'TypeError: error loading dynamically imported module: https://a.example/m.js'
    expect(explainMessage(edit(link))).toEqual(explainMessage(link))
  })

  it('knows when it was the preflight that had no header, and asks for one with the command', () => {
    const prefix = "Response to preflight request doesn't pass access control check: "
    const explanations = explainMessage(MISSING.replace('No ', `${prefix}No `))

    expect(explanations).toEqual([
      {
        code: 'allow-origin-missing',
        browser: 'chromium',
        facts: { url: 'https://api.example.com/', origin: 'null' },
        meaning:
          'The browser asked first with an OPTIONS request (the preflight), and the response from "https://api.example.com/" has no Access-Control-Allow-Origin header.',
        fix: expect.stringContaining(
          'the middleware did not handle the OPTIONS request: mount it with `app.use`, before authentication and before the routes, or on the route with `.all` instead of `.put`. To see the response to the preflight, run `npx strict-cors check https://api.example.com/ --origin null -X PUT`, with the method of the page.',
        ),
      },
    ])
    expect(
      explainMessage('PreflightMissingAllowOriginHeader').map(({ meaning }) => meaning),
    ).toEqual([
      'The browser asked first with an OPTIONS request (the preflight), and the response has no Access-Control-Allow-Origin header.',
    ])
  })

  it('makes the command ask with a preflight if the status of one was refused', () => {
    const [explanation] = explainMessage(
      MISSING.replace(
        /policy: .*/,
        'policy: Response to preflight request does not pass access control check: It does not have HTTP ok status.',
      ),
    )

    expect(explanation?.fix).toContain('--origin null -X PUT`, with the method of the page.')
  })

  it('advises no one to allow the origin null', () => {
    expect(explainMessage(MISSING)[0]?.fix).not.toContain("origin: 'null'")
  })

  it('puts the URL into the command as one word of the shell', () => {
    const [explanation] = explainMessage(MISSING.replace('.com/', ".com/?a=1&b=';id;'"))

    expect(explanation?.fix).toContain(
      "npx strict-cors check 'https://api.example.com/?a=1&b='\\'';id;'\\''' --origin null",
    )
  })

  it('keeps the order of the text and says each thing once', () => {
    const text = `${MISSING}\nUncaught (in promise) TypeError: Failed to fetch\n${MISSING}\nMixed Content: The page at 'https://a.example/' was loaded over HTTPS, but requested an insecure script 'http://b.example/x.js'. This request has been blocked.`

    expect(explainMessage(text).map(({ code }) => code)).toEqual([
      'allow-origin-missing',
      'unspecific',
      'not-cors',
    ])
  })

  it.each([
    ['wrapped as a comment', MISSING.replaceAll(' ', '\n  // ')],
    ['wrapped as a list', MISSING.replaceAll(' ', '\n * ')],
    ['in JSON', JSON.stringify({ message: MISSING })],
    ['in HTML', `<p>${MISSING.replaceAll("'", '&#39;')}</p>`],
    ['with curly quotes', MISSING.replaceAll(/'([^']*)'/g, '‘$1’')],
    ['with a name broken at its hyphen', MISSING.replace('Control-', 'Control-\n')],
    ['with hyphens spaced out', MISSING.replace('Access-Control', 'Access - Control')],
    ['in the colours of a terminal', `\u001b[31m${MISSING}\u001b[0m`],
    ['glued to other copied text', `Understand this error${MISSING}Understand this error`],
    ['in the middle of a log', `12:00:01 İNFO started\n[error] ${MISSING} app.js:12\nGET / 200`],
  ])('reads a message %s', (_, text) => {
    expect(explainMessage(text)[0]).toMatchObject({
      code: 'allow-origin-missing',
      facts: { url: 'https://api.example.com/', origin: 'null' },
    })
  })

  it.each([
    ['its start', 'header field x-id is not allowed by Access-Control-Allow-Headers'],
    [
      'the start of its last words',
      'ed to follow a cross-origin CORS redirection with non CORS scheme',
    ],
    [
      'its end',
      'Fetch API cannot load https://a/. Request mode is "same-origin" but the URL\'s origin is not same as the requ',
    ],
  ])('recognizes a message without %s', (_, text) => {
    expect(explainMessage(text)).toHaveLength(1)
  })

  it('explains at most 200 messages', () => {
    const log = Array.from({ length: 300 }, (_, index) =>
      MISSING.replace('.com/', `.com/${index}`),
    ).join('\n')

    expect(explainMessage(log)).toHaveLength(200)
  })

  it('escapes and cuts what a pasted message names', () => {
    const url = `https://api.example.com/\u009b2K${'a'.repeat(5_000)}`
    const text = MISSING.replace('https://api.example.com/', url)

    expect(explainMessage(text)).toMatchObject([
      {
        facts: { url },
        meaning: `The response from "https://api.example.com/\\u009b2K${'a'.repeat(73)}…" has no Access-Control-Allow-Origin header, so the page may not read it.`,
      },
    ])
  })

  it.each(Object.entries(SENTENCES))(
    'has no raw character in the sentences about %s',
    (_, about) => {
      const hostile = `https://a.example/\u009b[2K\u202e\u2028${'a'.repeat(5_000)}`
      const facts = {
        url: hostile,
        origin: hostile,
        method: hostile,
        header: hostile,
        headerValue: hostile,
        redirectedTo: hostile,
      }
      const prose = `${about.meaning(facts)} ${about.fix(facts)}`.replace(/`npx [^`]*`/g, '')

      expect(about.fix(facts)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      expect(prose).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|a{200}/u)
    },
  )

  it('writes an origin as code only if a page can have it', () => {
    const message = "from origin 'https://app.example.com' has been"
    const text = MISSING.replace("from origin 'null' has been", message)
    const fixOf = (pasted: string) => explainMessage(pasted).map(({ fix }) => fix)

    expect(fixOf(text)).toEqual([
      expect.stringContaining("cors({ origin: 'https://app.example.com' })"),
    ])
    expect(fixOf(text.replace('//app', "//x',y='"))).toEqual([
      expect.stringContaining("cors({ origin: 'https://app.example.com' })"),
    ])
  })

  it.each(HOSTILE)('takes time in proportion to the text: %s', (_, part) => {
    const text = part.repeat(Math.ceil(1_200_000 / part.length))
    const start = performance.now()
    const explanations = explainMessage(text)

    expect(explanations.length).toBeLessThanOrEqual(200)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
