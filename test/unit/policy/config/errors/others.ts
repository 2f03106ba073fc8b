import type { ErrorCase } from './error-case.js'

/** Values that the remaining options do not accept. */
export const OTHER_ERRORS: readonly ErrorCase[] = [
  {
    what: 'credentials: a string',
    options: { origin: 'https://app.example.com', credentials: 'true' },
    error: `1 problem in the CORS options
  credentials  "true"  expected a boolean  [invalid-type]
               → true`,
  },
  {
    what: 'credentials: another string',
    options: { credentials: 'false' },
    error: `1 problem in the CORS options
  credentials  "false"  expected a boolean  [invalid-type]
               → false`,
  },
  {
    what: 'credentials: undefined',
    options: { credentials: undefined },
    error: `1 problem in the CORS options
  credentials  undefined  expected a boolean; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
               → remove it, or set the variable`,
  },
  {
    what: 'credentials: 1',
    options: { credentials: 1, origin: 'https://app.example.com' },
    error: `1 problem in the CORS options
  credentials  1  expected a boolean  [invalid-type]
               → true`,
  },
  {
    what: 'maxAge: below 0',
    options: { maxAge: -1 },
    error: `1 problem in the CORS options
  maxAge  -1  expected whole seconds, 0 or more  [max-age-invalid]
          → remove it; browsers then keep a preflight for 5 seconds`,
  },
  {
    what: 'maxAge: a fraction',
    options: { maxAge: 1.5 },
    error: `1 problem in the CORS options
  maxAge  1.5  expected whole seconds, 0 or more  [max-age-invalid]
          → 1`,
  },
  {
    what: 'maxAge: a string',
    options: { maxAge: '3600' },
    error: `1 problem in the CORS options
  maxAge  "3600"  expected whole seconds, 0 or more  [max-age-invalid]
          → 3600`,
  },
  {
    what: 'maxAge: a string that is no number',
    options: { maxAge: '1h' },
    error: `1 problem in the CORS options
  maxAge  "1h"  expected whole seconds, 0 or more  [max-age-invalid]
          → remove it; browsers then keep a preflight for 5 seconds`,
  },
  {
    what: 'maxAge: NaN',
    options: { maxAge: Number.NaN },
    error: `1 problem in the CORS options
  maxAge  NaN  expected whole seconds, 0 or more  [max-age-invalid]
          → remove it; browsers then keep a preflight for 5 seconds`,
  },
  {
    what: 'maxAge: infinite',
    options: { maxAge: Number.POSITIVE_INFINITY },
    error: `1 problem in the CORS options
  maxAge  Infinity  expected whole seconds, 0 or more  [max-age-invalid]
          → 86400`,
  },
  {
    what: 'maxAge: undefined',
    options: { maxAge: undefined },
    error: `1 problem in the CORS options
  maxAge  undefined  expected whole seconds, 0 or more; undefined does not mean the default; it may be an unset environment variable  [max-age-invalid]
          → remove it, or set the variable`,
  },
  {
    what: 'maxAge: null',
    options: { maxAge: null },
    error: `1 problem in the CORS options
  maxAge  null  expected whole seconds, 0 or more  [max-age-invalid]
          → remove it, or set the variable`,
  },
  {
    what: 'maxAge: a symbol',
    options: { maxAge: Symbol('x') },
    error: `1 problem in the CORS options
  maxAge  Symbol(x)  expected whole seconds, 0 or more  [max-age-invalid]
          → remove it; browsers then keep a preflight for 5 seconds`,
  },
  {
    what: 'maxAge: an object without a prototype',
    options: { maxAge: Object.create(null) },
    error: `1 problem in the CORS options
  maxAge  [object]  expected whole seconds, 0 or more  [max-age-invalid]
          → remove it; browsers then keep a preflight for 5 seconds`,
  },
  {
    what: 'preflightContinue: a string',
    options: { preflightContinue: 'yes' },
    error: `1 problem in the CORS options
  preflightContinue  "yes"  expected a boolean  [invalid-type]
                     → false`,
  },
  {
    what: 'optionsSuccessStatus: a string',
    options: { optionsSuccessStatus: '204' },
    error: `1 problem in the CORS options
  optionsSuccessStatus  "204"  browsers accept a preflight response only with an ok status, 200 to 299  [status-invalid]
                        → 204`,
  },
  {
    what: 'optionsSuccessStatus: below 200',
    options: { optionsSuccessStatus: 199 },
    error: `1 problem in the CORS options
  optionsSuccessStatus  199  browsers accept a preflight response only with an ok status, 200 to 299  [status-invalid]
                        → remove it; the default is 204`,
  },
  {
    what: 'optionsSuccessStatus: above 299',
    options: { optionsSuccessStatus: 300 },
    error: `1 problem in the CORS options
  optionsSuccessStatus  300  browsers accept a preflight response only with an ok status, 200 to 299  [status-invalid]
                        → remove it; the default is 204`,
  },
  {
    what: 'optionsSuccessStatus: a fraction',
    options: { optionsSuccessStatus: 200.5 },
    error: `1 problem in the CORS options
  optionsSuccessStatus  200.5  browsers accept a preflight response only with an ok status, 200 to 299  [status-invalid]
                        → remove it; the default is 204`,
  },
  {
    what: 'optionsSuccessStatus: undefined',
    options: { optionsSuccessStatus: undefined },
    error: `1 problem in the CORS options
  optionsSuccessStatus  undefined  browsers accept a preflight response only with an ok status, 200 to 299; undefined does not mean the default; it may be an unset environment variable  [status-invalid]
                        → remove it; the default is 204`,
  },
  {
    what: 'dangerouslyAllow: a string',
    options: { dangerouslyAllow: 'any-origin' },
    error: `1 problem in the CORS options
  dangerouslyAllow  "any-origin"  expected an array of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'  [invalid-type]
                    → ['any-origin']`,
  },
  {
    what: 'dangerouslyAllow: true',
    options: { dangerouslyAllow: true },
    error: `1 problem in the CORS options
  dangerouslyAllow  true  expected an array of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'  [invalid-type]
                    → remove it`,
  },
  {
    what: 'dangerouslyAllow: undefined',
    options: { dangerouslyAllow: undefined },
    error: `1 problem in the CORS options
  dangerouslyAllow  undefined  expected an array of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
                    → remove it`,
  },
  {
    what: 'dangerouslyAllow: what cannot be accepted',
    options: {
      dangerouslyAllow: ['origin-invalid', 'any-origin', undefined, ...new Array<string>(1)],
    },
    error: `3 problems in the CORS options
  dangerouslyAllow[0]  "origin-invalid"  expected one of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'  [invalid-type]
                       → remove it; only unsafe options can be accepted
  dangerouslyAllow[2]  undefined  expected one of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
                       → remove it; only unsafe options can be accepted
  dangerouslyAllow[3]  undefined  expected one of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
                       → remove it; only unsafe options can be accepted`,
  },
  {
    what: 'onDecision: true',
    options: { onDecision: true },
    error: `1 problem in the CORS options
  onDecision  true  expected a function  [invalid-type]
              → remove it, or write (decision, request) => { console.log(decision.denial?.message) }`,
  },
  {
    what: 'onDecision: undefined',
    options: { onDecision: undefined },
    error: `1 problem in the CORS options
  onDecision  undefined  expected a function; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
              → remove it, or write (decision, request) => { console.log(decision.denial?.message) }`,
  },
  ...[
    { value: 'true', shown: '"true"', fix: 'true' },
    { value: 1, shown: '1', fix: 'true' },
    { value: 'reports', shown: '"reports"', fix: '"report"' },
    { value: 'off', shown: '"off"', fix: 'false' },
    { value: null, shown: 'null', fix: 'false' },
  ].map(({ value, shown, fix }) => ({
    what: `enforce: ${shown}`,
    options: { origin: 'https://app.example.com', enforce: value },
    error: `1 problem in the CORS options
  enforce  ${shown}  expected true, "report" or false  [invalid-type]
           → ${fix}`,
  })),
  {
    what: 'enforce: undefined',
    options: { origin: 'https://app.example.com', enforce: undefined },
    error: `1 problem in the CORS options
  enforce  undefined  expected true, "report" or false; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
           → false`,
  },
  {
    what: 'enforce without origin',
    options: { enforce: true },
    error: `1 problem in the CORS options
  enforce  true  enforce rejects what origin does not allow, and origin: "*" allows everybody  [enforce-without-allowlist]
           → list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'enforce with every origin, reflected',
    options: { origin: true, enforce: 'report' },
    error: `1 problem in the CORS options
  enforce  "report"  enforce rejects what origin does not allow, and origin: true allows everybody  [enforce-without-allowlist]
           → list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'enforce with origin: false',
    options: { origin: false, enforce: true },
    error: `1 problem in the CORS options
  enforce  true  enforce lets through what origin allows, and origin: false allows nobody  [enforce-without-allowlist]
           → list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'enforce with an expression that every host matches',
    options: { origin: ['https://app.example.com', /^https:\/\//], enforce: true },
    error: `1 problem in the CORS options
  enforce  true  enforce rejects what origin does not allow, and origin: ["https://app.example.com", /^https:\\/\\//] allows everybody  [enforce-without-allowlist]
           → list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'one problem of each option, in their order',
    options: {
      enforce: 1,
      onDecision: 1,
      dangerouslyAllow: 1,
      optionsSuccessStatus: 1,
      preflightContinue: 1,
      maxAge: '1',
      credentials: 'x',
      exposedHeaders: 1,
      allowedHeaders: 1,
      methods: 1,
      origin: 1,
      max_age: 1,
    },
    error: `12 problems in the CORS options
  origin                1  expected "*", an origin, a pattern, a RegExp, an array of those, true, false, or a function  [invalid-type]
                        → "http://localhost:1"
  methods               1  expected "*", a comma-separated string or an array of strings  [invalid-type]
                        → remove it
  allowedHeaders        1  expected "*", a comma-separated string or an array of strings  [invalid-type]
                        → remove it
  exposedHeaders        1  expected "*", a comma-separated string or an array of strings  [invalid-type]
                        → remove it
  credentials           "x"  expected a boolean  [invalid-type]
                        → false
  maxAge                "1"  expected whole seconds, 0 or more  [max-age-invalid]
                        → 1
  preflightContinue     1  expected a boolean  [invalid-type]
                        → true
  optionsSuccessStatus  1  browsers accept a preflight response only with an ok status, 200 to 299  [status-invalid]
                        → remove it; the default is 204
  dangerouslyAllow      1  expected an array of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'  [invalid-type]
                        → remove it
  onDecision            1  expected a function  [invalid-type]
                        → remove it, or write (decision, request) => { console.log(decision.denial?.message) }
  enforce               1  expected true, "report" or false  [invalid-type]
                        → true
  max_age               1  there is no option with this name  [unknown-option]
                        → remove it; maxAge is given too`,
  },
  {
    what: 'enforce of a wrong type where it could not work either',
    options: { enforce: 'true' },
    error: `2 problems in the CORS options
  enforce  "true"  expected true, "report" or false  [invalid-type]
           → true
  enforce  "true"  enforce rejects what origin does not allow, and origin: "*" allows everybody  [enforce-without-allowlist]
           → list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'enforce that is off in a word, where it could not work either',
    options: { enforce: 'off' },
    error: `1 problem in the CORS options
  enforce  "off"  expected true, "report" or false  [invalid-type]
           → false`,
  },
  {
    what: 'enforce with origin: false in quotes',
    options: { origin: 'false', enforce: true },
    error: `2 problems in the CORS options
  origin   "false"  this is a boolean in quotes  [origin-invalid]
           → false
  enforce  true  enforce lets through what origin allows, and origin: false allows nobody  [enforce-without-allowlist]
           → list the exact origins, as in origin: ["https://app.example.com"]`,
  },
]
