import type { ErrorCase } from './error-case.js'

/** Values that methods, allowedHeaders and exposedHeaders do not accept. */
export const LIST_ERRORS: readonly ErrorCase[] = [
  {
    what: 'methods: a number',
    options: { methods: 5 },
    error: `1 problem in the CORS options
  methods  5  expected "*", a comma-separated string or an array of strings  [invalid-type]
           → remove it`,
  },
  {
    what: 'methods: undefined',
    options: { methods: undefined },
    error: `1 problem in the CORS options
  methods  undefined  expected "*", a comma-separated string or an array of strings; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
           → remove it, or set the variable`,
  },
  {
    what: 'methods: an empty string',
    options: { methods: '' },
    error: `1 problem in the CORS options
  methods  ""  a method is a token, RFC 9110 §5.6.2  [method-invalid]
           → remove it for the default, or [] for none`,
  },
  {
    what: 'methods: an empty element',
    options: { methods: 'GET,,PUT' },
    error: `1 problem in the CORS options
  methods[1]  ""  a method is a token, RFC 9110 §5.6.2  [method-invalid]
              → remove it`,
  },
  {
    what: 'methods: space-separated',
    options: { methods: 'GET POST' },
    error: `1 problem in the CORS options
  methods  "GET POST"  a method is a token, RFC 9110 §5.6.2  [method-invalid]
           → ["GET", "POST"]`,
  },
  {
    what: 'methods: a list of no methods',
    options: {
      methods: ['PUT;DELETE', 'P\u00dcT', 'PUT', '', undefined, null, 7, ...new Array<string>(1)],
    },
    error: `7 problems in the CORS options
  methods[0]  "PUT;DELETE"  a method is a token, RFC 9110 §5.6.2  [method-invalid]
              → "PUT", "DELETE"
  methods[1]  "P\\u00dcT"  a method is a token, RFC 9110 §5.6.2  [method-invalid]
              → remove it
  methods[3]  ""  a method is a token, RFC 9110 §5.6.2  [method-invalid]
              → remove it
  methods[4]  undefined  expected a string; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
              → remove it, or set the variable
  methods[5]  null  expected a string  [invalid-type]
              → remove it, or set the variable
  methods[6]  7  expected a string  [invalid-type]
              → remove it
  methods[7]  undefined  expected a string; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
              → remove it, or set the variable`,
  },
  {
    what: 'methods: forbidden',
    options: { methods: ['CONNECT', 'trace', 'Track'] },
    error: `3 problems in the CORS options
  methods[0]  "CONNECT"  CONNECT, TRACE and TRACK are forbidden methods: no page can send them  [method-forbidden]
              → remove it
  methods[1]  "trace"  CONNECT, TRACE and TRACK are forbidden methods: no page can send them  [method-forbidden]
              → remove it
  methods[2]  "Track"  CONNECT, TRACE and TRACK are forbidden methods: no page can send them  [method-forbidden]
              → remove it`,
  },
  {
    what: 'methods: lower case',
    options: { methods: 'put, patch, Delete, PatCH' },
    error: `4 problems in the CORS options
  methods[0]  "put"  methods are case-sensitive, and browsers send PUT  [method-case]
              → "PUT"
  methods[1]  "patch"  methods are case-sensitive, and pages send PATCH; "patch" is another method  [method-case]
              → "PATCH"
  methods[2]  "Delete"  methods are case-sensitive, and browsers send DELETE  [method-case]
              → "DELETE"
  methods[3]  "PatCH"  methods are case-sensitive, and pages send PATCH; "PatCH" is another method  [method-case]
              → "PATCH"`,
  },
  {
    what: 'methods: lower case alone',
    options: { methods: 'post' },
    error: `1 problem in the CORS options
  methods  "post"  methods are case-sensitive, and browsers send POST  [method-case]
           → "POST"`,
  },
  {
    what: 'allowedHeaders: undefined',
    options: { allowedHeaders: undefined },
    error: `1 problem in the CORS options
  allowedHeaders  undefined  expected "*", a comma-separated string or an array of strings; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
                  → remove it, or set the variable`,
  },
  {
    what: 'allowedHeaders: no tokens',
    options: { allowedHeaders: ['X A', 'X-A:', '', 'X-B: 1'] },
    error: `4 problems in the CORS options
  allowedHeaders[0]  "X A"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                     → "X-A"
  allowedHeaders[1]  "X-A:"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                     → "X-A"
  allowedHeaders[2]  ""  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                     → remove it
  allowedHeaders[3]  "X-B: 1"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                     → "X-B", "1"`,
  },
  {
    what: 'allowedHeaders: semicolons',
    options: { allowedHeaders: 'X-A; X-B' },
    error: `1 problem in the CORS options
  allowedHeaders  "X-A; X-B"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                  → ["X-A", "X-B"]`,
  },
  {
    what: 'allowedHeaders: an empty string',
    options: { allowedHeaders: '' },
    error: `1 problem in the CORS options
  allowedHeaders  ""  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                  → remove it for the default, or [] for none`,
  },
  {
    what: 'allowedHeaders: true',
    options: { allowedHeaders: true },
    error: `1 problem in the CORS options
  allowedHeaders  true  expected "*", a comma-separated string or an array of strings  [invalid-type]
                  → remove it`,
  },
  {
    what: 'exposedHeaders: an object',
    options: { exposedHeaders: {} },
    error: `1 problem in the CORS options
  exposedHeaders  [object]  expected "*", a comma-separated string or an array of strings  [invalid-type]
                  → remove it`,
  },
  {
    what: 'exposedHeaders: no token',
    options: { exposedHeaders: '\u00e9' },
    error: `1 problem in the CORS options
  exposedHeaders  "\\u00e9"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                  → remove it for the default, or [] for none`,
  },
  {
    what: 'exposedHeaders: no strings',
    options: { exposedHeaders: [null, 1, 'ETag'] },
    error: `2 problems in the CORS options
  exposedHeaders[0]  null  expected a string  [invalid-type]
                     → remove it, or set the variable
  exposedHeaders[1]  1  expected a string  [invalid-type]
                     → remove it`,
  },
  {
    what: 'exposedHeaders: * with credentials',
    options: { origin: 'https://app.example.com', exposedHeaders: '*', credentials: true },
    error: `1 problem in the CORS options
  exposedHeaders  "*"  browsers treat * as a name when credentials are on  [wildcard-with-credentials]
                  → remove it, since it exposes nothing to requests with cookies, or list the headers, as in exposedHeaders: ["ETag"]`,
  },
  {
    what: 'exposedHeaders: * in a list with credentials',
    options: {
      origin: 'https://app.example.com',
      exposedHeaders: ['ETag', '*'],
      credentials: true,
    },
    error: `1 problem in the CORS options
  exposedHeaders[1]  "*"  browsers treat * as a name when credentials are on  [wildcard-with-credentials]
                     → remove it, since it exposes nothing to requests with cookies, or list the headers, as in exposedHeaders: ["ETag"]`,
  },
  {
    what: 'allowedHeaders: words without a hyphen',
    options: { allowedHeaders: ['content type', 'Accept Range'] },
    error: `2 problems in the CORS options
  allowedHeaders[0]  "content type"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                     → "content-type"
  allowedHeaders[1]  "Accept Range"  a header name is a token, RFC 9110 §5.6.2  [header-name-invalid]
                     → "Accept", "Range"`,
  },
  {
    what: 'Sets of names that need a fix of their own',
    options: {
      methods: new Set(['GET', 'put', 'patch, TRACE']),
      allowedHeaders: new Set(['x a', 'Cookie', 'ETag']),
      exposedHeaders: new Set(['*']),
      credentials: true,
      origin: 'https://app.example.com',
    },
    error: `3 problems in the CORS options
  methods         [object]  expected "*", a comma-separated string or an array of strings  [invalid-type]
                  → ["GET", "PUT", "PATCH"]
  allowedHeaders  [object]  expected "*", a comma-separated string or an array of strings  [invalid-type]
                  → "x-a"
  exposedHeaders  [object]  expected "*", a comma-separated string or an array of strings  [invalid-type]
                  → []`,
  },
  {
    what: 'a Set of something else',
    options: { methods: new Set(['GET', 1]) },
    error: `1 problem in the CORS options
  methods  [object]  expected "*", a comma-separated string or an array of strings  [invalid-type]
           → remove it`,
  },
]
