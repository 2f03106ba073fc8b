import type { Explanation } from './explanation.js'
import { type Message, messagesIn } from './messages-in.js'
import { plainText } from './reading/plain-text.js'
import { refine } from './refine.js'
import { SENTENCES } from './sentences.js'
import { codeOf } from './topics.js'

/** How much of a text is read, in UTF-16 code units: the first million. */
const LONGEST_TEXT = 1_000_000

/** How many messages are explained. */
const MOST_MESSAGES = 200

/**
 * Finds what browsers say about CORS in a text and explains it: a line of the console, or a whole
 * log with other things in it. Knows the wordings of Chromium, Firefox (in its languages) and
 * WebKit, current and years old, whole or cut off.
 *
 * Several messages about the same request get one explanation. At most the first million
 * characters are read and the first 200 messages explained; the cost grows with the length of the
 * text.
 *
 * @returns the explanations in the order of the text; empty if there is no such message
 */
export function explainMessage(text: string): readonly Explanation[] {
  const messages = refine(messagesIn(plainText(text.slice(0, LONGEST_TEXT))))
  return Object.freeze(messages.slice(0, MOST_MESSAGES).map(explain))
}

function explain({ topic, source, facts }: Message): Explanation {
  const { meaning, fix } = SENTENCES[topic]
  return Object.freeze({
    code: codeOf(topic),
    browser: source,
    facts: Object.freeze({ ...facts }),
    meaning: meaning(facts),
    fix: fix(facts),
  })
}
