import type { MessageSource } from '../explanation.js'
import { type Role, type Wording, wording } from '../reading/wording.js'
import { TOPICS, type Topic, type Wordings } from '../topics.js'
import { CHROMIUM } from './chromium.js'
import { FIREFOX } from './firefox.js'
import { FIREFOX_LANGUAGES, STATUS_CODE } from './firefox-languages.js'
import { FIREFOX_SCRIPTS } from './firefox-scripts.js'
import { EDGE_LEGACY, LIBRARY, SERVER } from './other.js'
import { WEBKIT } from './webkit.js'

const LANGUAGES = [...FIREFOX_LANGUAGES, ...FIREFOX_SCRIPTS]

/** The table from code to the wordings of each browser. */
const TABLE: readonly (readonly [MessageSource, Wordings])[] = [
  ['chromium', CHROMIUM],
  ['firefox', FIREFOX],
  ...LANGUAGES.map(({ reasons }) => ['firefox', reasons] as const),
  ['webkit', WEBKIT],
  ['edge-legacy', EDGE_LEGACY],
  ['library', LIBRARY],
  ['server', SERVER],
  // What the network panel of Chromium says, and what people call it.
  ['unknown', { unspecific: ['CORS error'] }],
]

/** What is in front of a reason or behind it. */
const FRAMES: readonly (readonly [Role, MessageSource, readonly string[]])[] = [
  [
    'head',
    'unknown',
    [
      'XMLHttpRequest cannot load {url}',
      'Fetch API cannot load {url}',
      'EventSource cannot load {url}',
      'Beacon API cannot load {url}',
      'Ping cannot load {url}',
      'Cannot load image {url}',
      'Cannot load script {url}',
      'Cannot load stylesheet {url}',
    ],
  ],
  ['lead', 'chromium', ['Failed to load {url}']],
  [
    'head',
    'chromium',
    [
      'Response to preflight request doesn’t pass access control check',
      'Cross-Origin Resource Sharing error: {name}',
    ],
  ],
  [
    'head',
    'firefox',
    [
      'Cross-Origin Request Blocked',
      'disallows reading the remote resource',
      'the remote resource at {url}',
      ...LANGUAGES.flatMap(({ heads }) => heads),
    ],
  ],
  [
    'head',
    'webkit',
    ['Cross-origin redirection to {redirectedTo} [denied by Cross-Origin Resource Sharing]'],
  ],
  [
    'tail',
    'chromium',
    ['Origin {origin} [is therefore not allowed access]', 'response had HTTP status code{status}'],
  ],
  ['tail', 'unknown', [...STATUS_CODE.map((words) => `${words}:{status}`)]],
]

/** Every wording, compiled. */
export const WORDINGS: readonly Wording[] = [
  ...TABLE.flatMap(([source, wordings]) =>
    sentencesOf(wordings).map(([topic, sentence]) => wording(topic, source, sentence)),
  ),
  ...FRAMES.flatMap(([role, source, sentences]) =>
    sentences.map((sentence) => wording(role, source, sentence)),
  ),
]

function sentencesOf(wordings: Wordings): (readonly [Topic, string])[] {
  return TOPICS.flatMap((topic) =>
    (wordings[topic] ?? []).map((sentence) => [topic, sentence] as const),
  )
}
