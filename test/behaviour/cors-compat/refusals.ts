import { ALLOWED } from './requests.js'

/** Options that `cors` takes and strict-cors refuses when the middleware is made. */
export interface Refusal {
  /** The case of the table. */
  readonly option: string
  readonly says: string
  /** Of the `CorsConfigError`, line by line. */
  readonly message: readonly string[]
  readonly why: string
  /** What to write for the same answers, where there is such a thing. */
  readonly instead?: unknown
}

const UNSET = 'An explicit undefined is mostly an unset environment variable.'

export const REFUSALS: readonly Refusal[] = [
  {
    option: 'defaults',
    says: 'an unknown option is ignored',
    message: [
      '1 problem in the CORS options',
      '  origins  ["https://app.example.com"]  there is no option of this name  [unknown-option]',
      '           → did you mean origin?',
    ],
    why: 'With the misspelt name ignored, every origin may read.',
  },
  {
    option: 'origin',
    says: 'a RegExp may have the flag g',
    message: [
      '1 problem in the CORS options',
      '  origin  /^https:\\/\\/[a-z]+\\.example\\.com$/g  with the flag g or y it remembers its last match and alternates between yes and no  [regexp-stateful]',
      '          → /^https:\\/\\/[a-z]+\\.example\\.com$/',
    ],
    why: 'It remembers its last match, and every second request is denied.',
    instead: { origin: /^https:\/\/[a-z]+\.example\.com$/ },
  },
  {
    option: 'origin',
    says: 'an empty array reflects no origin',
    message: [
      '1 problem in the CORS options',
      '  origin  []  no origin is named  [origin-missing]',
      '          → "https://app.example.com", or false to turn CORS off, or "*" for everybody',
    ],
    why: 'A list that came out empty is a mistake in most cases.',
  },
  {
    option: 'origin',
    says: '"*" in an array is compared like any string',
    message: [
      '1 problem in the CORS options',
      '  origin[0]  "*"  * means any origin and cannot be one of several  [wildcard-in-list]',
      '             → origin: "*" alone, or the list without it',
    ],
    why: 'No browser sends it, so everybody is denied.',
  },
  {
    option: 'origin',
    says: 'a string with a slash at its end is sent as it is',
    message: [
      '1 problem in the CORS options',
      '  origin  "https://app.example.com/"  an origin has no path, not even a slash at its end  [origin-invalid]',
      '          → "https://app.example.com"',
    ],
    why: 'No browser sends it, so everybody is denied.',
  },
  {
    option: 'origin',
    says: 'two origins in one string are sent as they are',
    message: [
      '1 problem in the CORS options',
      '  origin  "https://app.example.com, https://other.example"  several origins in one string  [origin-invalid]',
      '          → ["https://app.example.com", "https://other.example"]',
    ],
    why: 'Browsers refuse a header with two origins.',
  },
  {
    option: 'origin',
    says: 'undefined disables CORS',
    message: [
      '1 problem in the CORS options',
      '  origin  undefined  no origin is named; undefined does not mean the default; it may be an unset environment variable  [origin-missing]',
      '          → "https://app.example.com", or false to turn CORS off, or "*" for everybody',
    ],
    why: UNSET,
    instead: { origin: false },
  },
  {
    option: 'origin',
    says: 'the empty string disables CORS',
    message: [
      '1 problem in the CORS options',
      '  origin  ""  no origin is named  [origin-missing]',
      '          → "https://app.example.com", or false to turn CORS off, or "*" for everybody',
    ],
    why: 'An empty string is mostly an empty environment variable.',
    instead: { origin: false },
  },
  {
    option: 'methods',
    says: 'lower case is sent as it is',
    message: [
      '2 problems in the CORS options',
      '  methods[0]  "put"  methods compare by byte, and browsers send PUT  [method-case]',
      '              → "PUT"',
      '  methods[1]  "patch"  methods compare by byte, and pages send PATCH; "patch" is another method  [method-case]',
      '              → "PATCH"',
    ],
    why: 'Methods compare by byte, and browsers send PUT and PATCH.',
  },
  {
    option: 'methods',
    says: 'a forbidden method is sent as it is',
    message: [
      '1 problem in the CORS options',
      '  methods[1]  "TRACE"  CONNECT, TRACE and TRACK are forbidden methods: no page can send them  [method-forbidden]',
      '              → remove it',
    ],
    why: 'No page can send it.',
  },
  {
    option: 'methods',
    says: 'methods delimited by spaces are sent as they are',
    message: [
      '1 problem in the CORS options',
      '  methods  "GET PUT"  a method is a token, RFC 9110 §5.6.2  [method-invalid]',
      '           → ["GET", "PUT"]',
    ],
    why: 'Browsers refuse the whole header.',
  },
  {
    option: 'methods',
    says: 'undefined breaks OPTIONS',
    message: [
      '1 problem in the CORS options',
      '  methods  undefined  expected "*", a comma-separated string or an array of strings; undefined does not mean the default; it may be an unset environment variable  [invalid-type]',
      '           → ["GET", "PUT"]',
    ],
    why: UNSET,
  },
  {
    option: 'allowedHeaders',
    says: 'the empty string reflects what is asked',
    message: [
      '1 problem in the CORS options',
      '  allowedHeaders  ""  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]',
      '                  → "Content-Type", or [] for none',
    ],
    why: 'It reads as "no header", and allows every header.',
    instead: {},
  },
  {
    option: 'allowedHeaders',
    says: 'undefined reflects what is asked',
    message: [
      '1 problem in the CORS options',
      '  allowedHeaders  undefined  expected "*", a comma-separated string or an array of strings; undefined does not mean the default; it may be an unset environment variable  [invalid-type]',
      '                  → ["Content-Type", "Authorization"]',
    ],
    why: UNSET,
    instead: {},
  },
  {
    option: 'allowedHeaders',
    says: 'a value that is no header name is sent as it is',
    message: [
      '1 problem in the CORS options',
      '  allowedHeaders  "Content Type"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]',
      '                  → "Content-Type"',
    ],
    why: 'Browsers refuse the whole header.',
  },
  {
    option: 'allowedHeaders',
    says: 'headers is another name of it',
    message: [
      '1 problem in the CORS options',
      '  headers  "X-Token"  there is no option of this name  [unknown-option]',
      '           → did you mean allowedHeaders?',
    ],
    why: 'The README of cors does not name it, and one name is enough.',
    instead: { allowedHeaders: 'X-Token' },
  },
  {
    option: 'exposedHeaders',
    says: '"*" is sent as it is with credentials too',
    message: [
      '1 problem in the CORS options',
      '  exposedHeaders  "*"  browsers treat * as a name when credentials are on  [wildcard-with-credentials]',
      '                  → list the headers, as in exposedHeaders: ["ETag"]',
    ],
    why: 'Browsers take * literally where credentials are on, so it exposes nothing.',
  },
  {
    option: 'exposedHeaders',
    says: 'the empty string exposes nothing',
    message: [
      '1 problem in the CORS options',
      '  exposedHeaders  ""  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]',
      '                  → "ETag", or [] for none',
    ],
    why: 'An empty string is mostly an empty environment variable.',
    instead: { exposedHeaders: [] },
  },
  {
    option: 'exposedHeaders',
    says: 'undefined exposes nothing',
    message: [
      '1 problem in the CORS options',
      '  exposedHeaders  undefined  expected "*", a comma-separated string or an array of strings; undefined does not mean the default; it may be an unset environment variable  [invalid-type]',
      '                  → ["ETag"]',
    ],
    why: UNSET,
    instead: {},
  },
  {
    option: 'credentials',
    says: 'true passes the header, with a RegExp without anchors as origin',
    message: [
      '1 problem in the CORS options',
      '  origin  /example\\.com$/  it is not anchored with ^ and $ and lets in "https://evilexample.com", and credentials are on  [open-regexp]',
      "          → /^https:\\/\\/(?:[a-z0-9-]+\\.)*example\\.com$/, or accept the risk with dangerouslyAllow: ['open-regexp']",
    ],
    why: 'It matches https://evilexample.com as well, whose pages could then read with cookies.',
    instead: {
      origin: /example\.com$/,
      credentials: true,
      dangerouslyAllow: ['open-regexp'],
    },
  },
  {
    option: 'credentials',
    says: 'true passes the header, with an origin of http:',
    message: [
      '1 problem in the CORS options',
      '  origin[0]  "http://app.example.com"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]',
      '             → "https://app.example.com", or accept the risk with dangerouslyAllow: [\'insecure-origin\']',
    ],
    why: 'Whoever is on the network path can write the pages of that origin.',
    instead: {
      origin: ['http://app.example.com', ALLOWED],
      credentials: true,
      dangerouslyAllow: ['insecure-origin'],
    },
  },
  {
    option: 'credentials',
    says: 'true passes the header, with the origin null',
    message: [
      '1 problem in the CORS options',
      '  origin[0]  "null"  every site can send "null" from a sandboxed frame, and credentials are on  [null-origin]',
      "             → remove it, or accept the risk with dangerouslyAllow: ['null-origin']",
    ],
    why: 'Any site can send null from a sandboxed frame.',
    instead: {
      origin: ['null', ALLOWED],
      credentials: true,
      dangerouslyAllow: ['null-origin'],
    },
  },
  {
    option: 'credentials',
    says: 'true passes the header, with any origin reflected',
    message: [
      '1 problem in the CORS options',
      "  origin  true  any site could read your users' data with their cookies  [any-origin]",
      "          → list the exact origins, or accept the risk with dangerouslyAllow: ['any-origin']",
    ],
    why: 'Any site could read with the cookies of its visitors.',
    instead: { origin: true, credentials: true, dangerouslyAllow: ['any-origin'] },
  },
  {
    option: 'credentials',
    says: 'true passes the header, with "*" as origin',
    message: [
      '1 problem in the CORS options',
      '  origin  "*"  browsers refuse * when credentials are on  [wildcard-with-credentials]',
      '          → list the exact origins, as in origin: ["https://app.example.com"]',
    ],
    why: 'Browsers refuse this combination.',
  },
  {
    option: 'credentials',
    says: 'true passes the header, with no origin given',
    message: [
      '1 problem in the CORS options',
      '  origin  undefined  origin is "*" if omitted, and browsers refuse that when credentials are on  [wildcard-with-credentials]',
      '          → list the exact origins, as in origin: ["https://app.example.com"]',
    ],
    why: 'Browsers refuse this combination.',
  },
  {
    option: 'credentials',
    says: 'anything but true omits the header',
    message: [
      '1 problem in the CORS options',
      '  credentials  "true"  expected a boolean  [invalid-type]',
      '               → true',
    ],
    why: '"true" from an environment variable looks as if credentials were on.',
    instead: { origin: ALLOWED },
  },
  {
    option: 'credentials',
    says: 'undefined omits the header',
    message: [
      '1 problem in the CORS options',
      '  credentials  undefined  expected a boolean; undefined does not mean the default; it may be an unset environment variable  [invalid-type]',
      '               → false',
    ],
    why: UNSET,
    instead: { origin: ALLOWED },
  },
  {
    option: 'maxAge',
    says: 'a string is sent as it is',
    message: [
      '1 problem in the CORS options',
      '  maxAge  "600"  expected whole seconds, 0 or more  [max-age-invalid]',
      '          → 600',
    ],
    why: 'A number is a number; what else the string may hold is unchecked.',
    instead: { maxAge: 600 },
  },
  {
    option: 'maxAge',
    says: 'a negative number is sent as it is',
    message: [
      '1 problem in the CORS options',
      '  maxAge  -1  expected whole seconds, 0 or more  [max-age-invalid]',
      '          → 600',
    ],
    why: 'The header is a number of seconds, 0 or more.',
  },
  {
    option: 'maxAge',
    says: 'a fraction is sent as it is',
    message: [
      '1 problem in the CORS options',
      '  maxAge  0.5  expected whole seconds, 0 or more  [max-age-invalid]',
      '          → 600',
    ],
    why: 'The header is a whole number of seconds.',
  },
  {
    option: 'maxAge',
    says: 'undefined omits the header',
    message: [
      '1 problem in the CORS options',
      '  maxAge  undefined  expected whole seconds, 0 or more; undefined does not mean the default; it may be an unset environment variable  [max-age-invalid]',
      '          → 600',
    ],
    why: UNSET,
    instead: {},
  },
  {
    option: 'optionsSuccessStatus',
    says: 'a status that is no success is used as it is',
    message: [
      '1 problem in the CORS options',
      '  optionsSuccessStatus  404  browsers accept a preflight response only with an ok status, 200 to 299  [status-invalid]',
      '                        → 204',
    ],
    why: 'Browsers take a preflight answer with an ok status only.',
  },
]
