import type { ConfigIssueCode } from '../../../src/index.js'
import { ALLOWED } from './requests.js'

/** Options that `cors` accepts and strict-cors refuses when the middleware is made. */
export interface Refusal {
  /** The case of the table. */
  readonly option: string
  readonly says: string
  /** Of the issues of the `CorsConfigError`, in order. */
  readonly codes: readonly ConfigIssueCode[]
  readonly why: string
  /** What to write for the same responses, if there is such a thing. */
  readonly instead?: unknown
}

const UNSET = 'An explicit undefined is mostly an unset environment variable.'

export const REFUSALS: readonly Refusal[] = [
  {
    option: 'defaults',
    says: 'an unknown option is ignored',
    codes: ['unknown-option'],
    why: 'With the misspelt name ignored, every origin may read.',
  },
  {
    option: 'origin',
    says: 'a RegExp may have the flag g',
    codes: ['regexp-stateful'],
    why: 'It remembers its last match, and every second request is denied.',
    instead: { origin: /^https:\/\/[a-z]+\.example\.com$/ },
  },
  {
    option: 'origin',
    says: 'an empty array reflects no origin',
    codes: ['origin-missing'],
    why: 'A list that came out empty is a mistake in most cases.',
  },
  {
    option: 'origin',
    says: '"*" in an array is compared like any string',
    codes: ['wildcard-in-list'],
    why: 'No browser sends it, so everybody is denied.',
  },
  {
    option: 'origin',
    says: 'a string with a slash at its end is sent as it is',
    codes: ['origin-invalid'],
    why: 'No browser sends it, so everybody is denied.',
  },
  {
    option: 'origin',
    says: 'two origins in one string are sent as they are',
    codes: ['origin-invalid'],
    why: 'Browsers refuse a header with two origins.',
  },
  {
    option: 'origin',
    says: 'undefined disables CORS',
    codes: ['origin-missing'],
    why: UNSET,
    instead: { origin: false },
  },
  {
    option: 'origin',
    says: 'the empty string disables CORS',
    codes: ['origin-missing'],
    why: 'An empty string is usually an empty environment variable.',
    instead: { origin: false },
  },
  {
    option: 'methods',
    says: 'lower case is sent as it is',
    codes: ['method-case', 'method-case'],
    why: 'Methods are case-sensitive, and browsers send PUT and PATCH.',
  },
  {
    option: 'methods',
    says: 'a forbidden method is sent as it is',
    codes: ['method-forbidden'],
    why: 'No page can send it.',
  },
  {
    option: 'methods',
    says: 'methods delimited by spaces are sent as they are',
    codes: ['method-invalid'],
    why: 'Browsers refuse the whole header.',
  },
  {
    option: 'methods',
    says: 'undefined breaks OPTIONS',
    codes: ['invalid-type'],
    why: UNSET,
  },
  {
    option: 'allowedHeaders',
    says: 'the empty string reflects what is asked',
    codes: ['header-name-invalid'],
    why: 'It looks like "no header", but allows every header.',
    instead: {},
  },
  {
    option: 'allowedHeaders',
    says: 'undefined reflects what is asked',
    codes: ['invalid-type'],
    why: UNSET,
    instead: {},
  },
  {
    option: 'allowedHeaders',
    says: 'a value that is no header name is sent as it is',
    codes: ['header-name-invalid'],
    why: 'Browsers refuse the whole header.',
  },
  {
    option: 'allowedHeaders',
    says: 'headers is another name of it',
    codes: ['unknown-option'],
    why: 'The README of cors does not name it, and one name is enough.',
    instead: { allowedHeaders: 'X-Token' },
  },
  {
    option: 'exposedHeaders',
    says: '"*" is sent as it is with credentials too',
    codes: ['wildcard-with-credentials'],
    why: 'With credentials, browsers do not treat * as a wildcard, so it exposes nothing.',
  },
  {
    option: 'exposedHeaders',
    says: 'the empty string exposes nothing',
    codes: ['header-name-invalid'],
    why: 'An empty string is usually an empty environment variable.',
    instead: { exposedHeaders: [] },
  },
  {
    option: 'exposedHeaders',
    says: 'undefined exposes nothing',
    codes: ['invalid-type'],
    why: UNSET,
    instead: {},
  },
  {
    option: 'credentials',
    says: 'true passes the header, with a RegExp without anchors as origin',
    codes: ['open-regexp', 'insecure-origin'],
    why: 'It matches https://evilexample.com and http: origins as well, whose pages could then read with cookies.',
    instead: {
      origin: /example\.com$/,
      credentials: true,
      dangerouslyAllow: ['open-regexp', 'insecure-origin'],
    },
  },
  {
    option: 'credentials',
    says: 'true passes the header, with an origin of http:',
    codes: ['insecure-origin'],
    why: 'Anyone on the network path can change the pages of that origin.',
    instead: {
      origin: ['http://app.example.com', ALLOWED],
      credentials: true,
      dangerouslyAllow: ['insecure-origin'],
    },
  },
  {
    option: 'credentials',
    says: 'true passes the header, with the origin null',
    codes: ['null-origin'],
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
    codes: ['any-origin'],
    why: 'Any site could read with the cookies of its visitors.',
    instead: { origin: true, credentials: true, dangerouslyAllow: ['any-origin'] },
  },
  {
    option: 'credentials',
    says: 'true passes the header, with "*" as origin',
    codes: ['wildcard-with-credentials'],
    why: 'Browsers refuse this combination.',
  },
  {
    option: 'credentials',
    says: 'true passes the header, with no origin given',
    codes: ['wildcard-with-credentials'],
    why: 'Browsers refuse this combination.',
  },
  {
    option: 'credentials',
    says: 'anything but true omits the header',
    codes: ['invalid-type'],
    why: '"true" from an environment variable looks as if credentials were on.',
    instead: { origin: ALLOWED },
  },
  {
    option: 'credentials',
    says: 'undefined omits the header',
    codes: ['invalid-type'],
    why: UNSET,
    instead: { origin: ALLOWED },
  },
  {
    option: 'maxAge',
    says: 'a string is sent as it is',
    codes: ['max-age-invalid'],
    why: 'A number is a number; what else the string may hold is unchecked.',
    instead: { maxAge: 600 },
  },
  {
    option: 'maxAge',
    says: 'a negative number is sent as it is',
    codes: ['max-age-invalid'],
    why: 'The header is a number of seconds, 0 or more.',
  },
  {
    option: 'maxAge',
    says: 'a fraction is sent as it is',
    codes: ['max-age-invalid'],
    why: 'The header is a whole number of seconds.',
  },
  {
    option: 'maxAge',
    says: 'undefined omits the header',
    codes: ['max-age-invalid'],
    why: UNSET,
    instead: {},
  },
  {
    option: 'optionsSuccessStatus',
    says: 'a status that is no success is used as it is',
    codes: ['status-invalid'],
    why: 'Browsers accept a preflight response only with an ok status.',
  },
]
