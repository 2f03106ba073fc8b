import { explainMessage } from '../../browser/messages/explain-message.js'
import type { Explanation } from '../../browser/messages/explanation.js'
import { UsageError } from '../arguments/usage-error.js'
import type { Command, Io } from '../command.js'
import { section } from '../report/line.js'
import type { Entry } from '../report/report.js'
import { write } from '../report/write.js'
import { FORMAT_OPTION, readFormat, writeReport } from '../report/write-report.js'

/** How much is read; `explainMessage()` reads no more. */
const LONGEST_TEXT = 1_000_000

const EXAMPLE = "npx strict-cors explain 'Access to fetch at …'"

/** What the console messages of browsers mean. */
export const explain: Command = {
  help: `Usage: npx strict-cors explain [message] [options]

Says what a browser's console message about CORS means, and what to change.
Reads messages of Chromium, Firefox and Safari, of today and of years ago, in
the middle of a log, several at once. Without a message, reads standard input.

  --format <name>   text, json, junit or github

Exit status: 0 explained, 1 not a message that is known, 2 wrong usage

  npx strict-cors explain "Origin http://a.example is not allowed by
    Access-Control-Allow-Origin. Status code: 404"
  npx strict-cors explain < console.log
`,
  options: FORMAT_OPTION,
  async run(args, io) {
    const format = readFormat(args)
    const text = args.positionals.length > 0 ? args.positionals.join(' ') : await readInput(io)
    if (text.trim() === '') throw new UsageError('there is no message to explain', EXAMPLE)
    const explanations = explainMessage(text)
    const entries = explanations.length === 0 ? [UNKNOWN] : explanations.map(explanationEntry)
    return writeReport({ name: 'explain', list: 'explanations', entries }, format, io)
  },
}

async function readInput({ stdin, stderr }: Io): Promise<string> {
  if (stdin.isTTY === true) await write(stderr, 'Paste the message, then press Ctrl-D.\n')
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stdin) {
    text += chunk instanceof Uint8Array ? decoder.decode(chunk, { stream: true }) : String(chunk)
    if (text.length >= LONGEST_TEXT) break
  }
  return text
}

const UNKNOWN: Entry = {
  state: 'not-as-expected',
  name: 'explain',
  title: 'No known message',
  message: 'The text contains no known browser message about CORS.',
  text: [
    ['bad', 'The text contains no known browser message about CORS.'],
    'Paste the whole red line of the console, or ask the server: npx strict-cors check --help',
  ],
  data: null,
}

function explanationEntry(explanation: Explanation): Entry {
  const { code, browser, facts, meaning, fix } = explanation
  return {
    state: 'as-expected',
    name: `${code} (${browser})`,
    title: code,
    message: `${meaning} Fix: ${fix}`,
    text: [
      ['strong', browser === 'unknown' ? code : `${code} (${browser})`],
      ...section(
        'The message names',
        Object.entries(facts).map(([name, value]) => `${name}: ${value}`),
      ),
      ...section('What it means', [meaning]),
      ...section('Fix', [fix]),
    ],
    data: explanation,
  }
}
