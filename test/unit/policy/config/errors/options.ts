import { createPolicy } from '../../../../../src/index.js'
import type { ErrorCase } from './error-case.js'

/** Values that are not options, and names that no option has. */
export const OPTIONS_ERRORS: readonly ErrorCase[] = [
  {
    what: 'a string in place of options',
    options: 'https://app.example.com',
    error: `1 problem in the CORS options
    "https://app.example.com"  expected an options object  [invalid-type]
    → { origin: "https://app.example.com" }`,
  },
  {
    what: 'a list in place of options',
    options: [
      'https://app.example.com',
      'https://b.test',
      'https://c.test',
      'https://d.test',
      'https://e.test',
      'https://f.test',
    ],
    error: `1 problem in the CORS options
    ["https://app.example.com", "https://b.test", "https://c.test", "https://d.test", "https://e.test" and 1 more]  expected an options object  [invalid-type]
    → { origin: ["https://app.example.com", "https://b.test", "https://c.test", "https://d.test", "https://e.test", "https://f.test"] }`,
  },
  {
    what: 'a list of one in place of options',
    options: ['https://app.example.com'],
    error: `1 problem in the CORS options
    ["https://app.example.com"]  expected an options object  [invalid-type]
    → { origin: "https://app.example.com" }`,
  },
  {
    what: 'a regular expression in place of options',
    options: /^https:\/\/a\.test$/,
    error: `1 problem in the CORS options
    /^https:\\/\\/a\\.test$/  expected an options object  [invalid-type]
    → { origin: /^https:\\/\\/a\\.test$/ }`,
  },
  {
    what: 'null in place of options',
    options: null,
    error: `1 problem in the CORS options
    null  expected an options object  [invalid-type]
    → { origin: "https://app.example.com" }, with your own host, or nothing at all for everybody`,
  },
  {
    what: 'a number in place of options',
    options: 5,
    error: `1 problem in the CORS options
    5  expected an options object  [invalid-type]
    → { origin: "https://app.example.com" }, with your own host, or nothing at all for everybody`,
  },
  {
    what: 'a Map in place of options',
    options: new Map([['origin', 'https://app.example.com']]),
    error: `1 problem in the CORS options
    [object]  expected an options object  [invalid-type]
    → { origin: "https://app.example.com" }, with your own host, or nothing at all for everybody`,
  },
  {
    what: 'an instance in place of options',
    options: new (class Settings {
      readonly origin = 'https://app.example.com'
    })(),
    error: `1 problem in the CORS options
    [object]  expected an options object  [invalid-type]
    → a plain object: { ...options }`,
  },
  {
    what: 'options that inherit',
    options: Object.create({ origin: 'https://app.example.com' }),
    error: `1 problem in the CORS options
    [object]  expected an options object  [invalid-type]
    → { origin: "https://app.example.com" }, with your own host, or nothing at all for everybody`,
  },
  {
    what: 'an unknown option that is near none',
    options: { ttl: 1 },
    error: `1 problem in the CORS options
  ttl  1  there is no option with this name  [unknown-option]
       → remove it; the options are origin, methods, allowedHeaders, exposedHeaders, credentials, maxAge, preflightContinue, optionsSuccessStatus, dangerouslyAllow, onDecision, enforce`,
  },
  {
    what: 'a policy inside options',
    options: { policy: {} },
    error: `1 problem in the CORS options
  policy  [object]  there is no option with this name  [unknown-option]
          → remove it; the options are origin, methods, allowedHeaders, exposedHeaders, credentials, maxAge, preflightContinue, optionsSuccessStatus, dangerouslyAllow, onDecision, enforce`,
  },
  {
    what: 'a symbol as value of an unknown option',
    options: { ttl: Symbol('x') },
    error: `1 problem in the CORS options
  ttl  Symbol(x)  there is no option with this name  [unknown-option]
       → remove it; the options are origin, methods, allowedHeaders, exposedHeaders, credentials, maxAge, preflightContinue, optionsSuccessStatus, dangerouslyAllow, onDecision, enforce`,
  },
  {
    what: 'a misspelt origin with credentials on, which is one problem',
    options: { origins: 'https://app.example.com', credentials: true },
    error: `1 problem in the CORS options
  origins  "https://app.example.com"  there is no option with this name  [unknown-option]
           → did you mean origin?`,
  },
  {
    what: 'unknown options after the known ones',
    options: { ttl: 1, origin: [], methodes: 'GET' },
    error: `3 problems in the CORS options
  origin    []  no origin is named  [origin-missing]
            → "https://app.example.com", or false to turn CORS off, or "*" for everybody
  ttl       1  there is no option with this name  [unknown-option]
            → remove it; the options are origin, methods, allowedHeaders, exposedHeaders, credentials, maxAge, preflightContinue, optionsSuccessStatus, dangerouslyAllow, onDecision, enforce
  methodes  "GET"  there is no option with this name  [unknown-option]
            → did you mean methods?`,
  },
  {
    what: 'a policy in place of options',
    options: createPolicy({ origin: 'https://app.example.com' }),
    error: `1 problem in the CORS options
    [object]  expected an options object; this is already a policy  [invalid-type]
    → use it as it is`,
  },
  {
    what: 'an unknown option whose name breaks lines',
    options: { 'a\n→ b': 1, 'allowed origins': 'https://a.test' },
    error: `2 problems in the CORS options
  "a\\u000a\\u2192 b"  1  there is no option with this name  [unknown-option]
                     → remove it; the options are origin, methods, allowedHeaders, exposedHeaders, credentials, maxAge, preflightContinue, optionsSuccessStatus, dangerouslyAllow, onDecision, enforce
  allowed origins    "https://a.test"  there is no option with this name  [unknown-option]
                     → did you mean origin?`,
  },
  {
    what: 'an object with one of the methods of a policy',
    options: { evaluate: 1 },
    error: `1 problem in the CORS options
  evaluate  1  there is no option with this name  [unknown-option]
            → remove it; the options are origin, methods, allowedHeaders, exposedHeaders, credentials, maxAge, preflightContinue, optionsSuccessStatus, dangerouslyAllow, onDecision, enforce`,
  },
]
