/** The escapes of HTML and JSON that stand for a quote or a bracket. */
const ESCAPES = new Map([
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&apos;', "'"],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&lsquo;', '‘'],
  ['&rsquo;', '’'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&laquo;', '«'],
  ['&raquo;', '»'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&nbsp;', ' '],
  ['\\n', '\n'],
  ['\\r', '\n'],
  ['\\t', '\t'],
  ["\\'", "'"],
  ['\\"', '"'],
  ['\\u2018', '‘'],
  ['\\u2019', '’'],
  ['\\u201c', '“'],
  ['\\u201d', '”'],
  ['\\u0027', "'"],
  ['\\u0022', '"'],
  // UTF-8 that was read as windows-1252.
  ['â€˜', '‘'],
  ['â€™', '’'],
  ['â€œ', '“'],
  ['â€\u009d', '”'],
])

const ESCAPE =
  /&(?:#39|#x27|#34|apos|quot|lsquo|rsquo|ldquo|rdquo|laquo|raquo|lt|gt|amp|nbsp);|\\(?:[nrt'"]|u20(?:1[89cd])|u002[27])|â€[˜™œ\u009d]/gi

/** Terminal colours, and format characters such as the zero-width space. */
const INVISIBLE = /\p{Cc}\[[\d;]{0,16}m|\p{Cf}/gu

/** What developer tools put behind a message, glued to it when it is copied. */
const LINK = /Understand this (?:error|warning)|\[Learn More\]/g

/** Tags that hold text; `<script>` is a word in some messages. */
const TAG = /<\/?(?:a|b|br|code|div|em|font|i|li|p|pre|span|strong|td|ul)(?:\s[^<>]{0,200})?\/?>/gi

/** What editors and issue trackers make of URLs: `<https://a.example>`, `[https://a.example](…)`. */
const AUTOLINK = /<(https?:\/\/[^\s<>]{1,8192})>/gi
const MARKDOWN_LINK =
  /\[(https?:\/\/[^\s<>[\]()]{1,8192})\]\(<?https?:\/\/[^\s<>[\]()]{1,8192}>?\)/gi

/** Some editors put spaces around the hyphens of names. */
const SPACED_HYPHEN = /\b(access|control|allow|cross) - (?=[a-z])/gi

/** The text as a person would read it: without escapes, terminal colours and invisible characters. */
export function plainText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(TAG, ' ')
    .replace(LINK, '\n')
    .replace(SPACED_HYPHEN, '$1-')
    .replace(ESCAPE, (written) => String(ESCAPES.get(written.toLowerCase())))
    .replace(MARKDOWN_LINK, '$1')
    .replace(AUTOLINK, '$1')
}
