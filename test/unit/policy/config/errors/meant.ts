import type { ErrorCase } from './error-case.js'

/** Slips for which the message can tell what was meant, or what happened. */
export const MEANT_ERRORS: readonly ErrorCase[] = [
  {
    what: 'an unset variable in a template',
    options: { origin: 'undefined' },
    error: `1 problem in the CORS options
  origin  "undefined"  no origin is named: this is an unset environment variable in a template  [origin-missing]
          → set the variable`,
  },
  {
    what: 'an unset host, with credentials',
    options: { origin: 'https://undefined', credentials: true },
    error: `1 problem in the CORS options
  origin  "https://undefined"  no origin is named: this is an unset environment variable in a template  [origin-missing]
          → set the variable`,
  },
  {
    what: 'an unset label, port, scheme and part of a label',
    options: {
      origin: [
        'https://app.example.com',
        'https://undefined.example.com',
        'http://localhost:undefined',
        'undefined://app.example.com',
        'https://app-undefined.example.com',
        'https://null',
        'http://localhost:NaN/',
        'undefined:3000',
      ],
    },
    error: `7 problems in the CORS options
  origin[1]  "https://undefined.example.com"  no origin is named: this is an unset environment variable in a template  [origin-missing]
             → remove it, or set the variable
  origin[2]  "http://localhost:undefined"  no origin is named: this is an unset environment variable in a template  [origin-missing]
             → remove it, or set the variable
  origin[3]  "undefined://app.example.com"  no origin is named: this is an unset environment variable in a template  [origin-missing]
             → remove it, or set the variable
  origin[4]  "https://app-undefined.example.com"  no origin is named: this is an unset environment variable in a template  [origin-missing]
             → remove it, or set the variable
  origin[5]  "https://null"  no origin is named: this is an unset environment variable in a template  [origin-missing]
             → remove it, or set the variable
  origin[6]  "http://localhost:NaN/"  no origin is named: this is an unset environment variable in a template  [origin-missing]
             → remove it, or set the variable
  origin[7]  "undefined:3000"  no origin is named: this is an unset environment variable in a template  [origin-missing]
             → remove it, or set the variable`,
  },
  {
    what: 'nothing but unset variables',
    options: { origin: [undefined, '', 'https://undefined'] },
    error: `3 problems in the CORS options
  origin[0]  undefined  expected an origin, a pattern or a RegExp; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
             → set the variable
  origin[1]  ""  no origin is named  [origin-missing]
             → set the variable
  origin[2]  "https://undefined"  no origin is named: this is an unset environment variable in a template  [origin-missing]
             → set the variable`,
  },
  {
    what: 'a space before a port',
    options: { origin: 'localhost: 5000', credentials: true },
    error: `1 problem in the CORS options
  origin  "localhost: 5000"  an origin starts with a scheme  [origin-invalid]
          → "http://localhost:5000"`,
  },
  {
    what: 'words without a dot',
    options: { origin: ['production link', 'backend:3000', 'https://backend:3000/'] },
    error: `3 problems in the CORS options
  origin[0]  "production link"  several origins in one string  [origin-invalid]
             → "https://app.example.com", with your own host
  origin[1]  "backend:3000"  an origin starts with a scheme  [origin-invalid]
             → "https://app.example.com", with your own host
  origin[2]  "https://backend:3000/"  an origin has no path, not even a slash at its end  [origin-invalid]
             → "https://backend:3000"`,
  },
  {
    what: 'a wildcard within a label of a domain',
    options: {
      origin: ['https://app-*.example.com:8443', 'http://*-x.example.com:*'],
      credentials: true,
    },
    error: `2 problems in the CORS options
  origin[0]  "https://app-*.example.com:8443"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
             → /^https:\\/\\/app-[a-z0-9-]+\\.example\\.com:8443$/
  origin[1]  "http://*-x.example.com:*"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
             → /^https:\\/\\/[a-z0-9-]+-x\\.example\\.com(?::\\d+)?$/`,
  },
  {
    what: 'a wildcard within a label that anyone can register',
    options: { origin: 'https://myapp-*.vercel.app', credentials: true },
    error: `1 problem in the CORS options
  origin  "https://myapp-*.vercel.app"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → list the exact origins: strangers can have names of this form; or write /^https:\\/\\/myapp-[a-z0-9-]+\\.vercel\\.app$/ and accept the risk with dangerouslyAllow: ['public-suffix-wildcard']`,
  },
  {
    what: 'a wildcard within a label that anyone can register, without credentials',
    options: { origin: 'http://myapp-*.vercel.app' },
    error: `1 problem in the CORS options
  origin  "http://myapp-*.vercel.app"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → /^http:\\/\\/myapp-[a-z0-9-]+\\.vercel\\.app$/`,
  },
  {
    what: 'the operator | in place of ||',
    options: { origin: 0 },
    error: `1 problem in the CORS options
  origin  0  expected "*", an origin, a pattern, a RegExp, an array of those, true, false, or a function; the operator | makes 0 of strings, and || takes the first that is set  [invalid-type]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'a Set',
    options: { origin: new Set(['https://a.test', 'b.test']) },
    error: `1 problem in the CORS options
  origin  [object]  expected "*", an origin, a pattern, a RegExp, an array of those, true, false, or a function; spread a Set into an array  [invalid-type]
          → ["https://a.test", "https://b.test"]`,
  },
  {
    what: 'a Set of something else, and a list of a list',
    options: { origin: [new Set([1]), [['https://a.test']], [], 'https://a.test'] },
    error: `3 problems in the CORS options
  origin[0]  [object]  expected an origin, a pattern or a RegExp; spread a Set into an array  [invalid-type]
             → "https://app.example.com", with your own host
  origin[1]  [["https://a.test"]]  expected an origin, a pattern or a RegExp  [invalid-type]
             → "https://app.example.com", with your own host
  origin[2]  []  expected an origin, a pattern or a RegExp  [invalid-type]
             → "https://app.example.com", with your own host`,
  },
  {
    what: 'conditional entries',
    options: { origin: ['https://a.test', false, true] },
    error: `2 problems in the CORS options
  origin[1]  false  expected an origin, a pattern or a RegExp  [invalid-type]
             → remove it, as .filter(Boolean) does
  origin[2]  true  expected an origin, a pattern or a RegExp  [invalid-type]
             → "https://app.example.com", with your own host`,
  },
  {
    what: 'schemes without pages',
    options: { origin: ['wss://a.test', 'ws://localhost:3000', 'ftp://a.test', 'file://a.test'] },
    error: `4 problems in the CORS options
  origin[0]  "wss://a.test"  no page has an origin of this scheme  [origin-invalid]
             → "https://a.test"
  origin[1]  "ws://localhost:3000"  no page has an origin of this scheme  [origin-invalid]
             → "http://localhost:3000"
  origin[2]  "ftp://a.test"  no page has an origin of this scheme  [origin-invalid]
             → remove it
  origin[3]  "file://a.test"  the opaque origin is written null  [origin-invalid]
             → "null"`,
  },
  {
    what: 'the address that a server logs for itself',
    options: { origin: ['http://0.0.0.0:3000'], credentials: true },
    error: `1 problem in the CORS options
  origin[0]  "http://0.0.0.0:3000"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → "http://localhost:3000", or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'a top-level label that is not set',
    options: { origin: 'https://api.undefined' },
    error: `1 problem in the CORS options
  origin  "https://api.undefined"  no origin is named: this is an unset environment variable in a template  [origin-missing]
          → set the variable`,
  },
  {
    what: 'addresses of the public network by http:',
    options: {
      origin: ['http://203.0.113.5', 'http://203.0.113.5:80', '203.0.113.5'],
      credentials: true,
    },
    error: `3 problems in the CORS options
  origin[0]  "http://203.0.113.5"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → give the server a name and a certificate: "https://app.example.com", with your own host, or accept the risk with dangerouslyAllow: ['insecure-origin']
  origin[1]  "http://203.0.113.5:80"  browsers leave out the scheme's default port  [origin-invalid]
             → "https://app.example.com", with your own host
  origin[2]  "203.0.113.5"  an origin starts with a scheme  [origin-invalid]
             → "https://app.example.com", with your own host`,
  },
  {
    what: 'private networks by http:',
    options: {
      origin: [
        'http://192.168.1.6:5173',
        'http://172.29.100.73',
        'http://[fd00::1]',
        'http://raspberrypi:8080',
        'http://nas.local',
        'http://172.32.0.1',
      ],
      credentials: true,
    },
    error: `6 problems in the CORS options
  origin[0]  "http://192.168.1.6:5173"  anyone on this private network can write pages of an http: origin, and credentials are on; browsers trust no certificate for such an address  [insecure-origin]
             → remove it; for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? ["http://192.168.1.6:5173"] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }
  origin[1]  "http://172.29.100.73"  anyone on this private network can write pages of an http: origin, and credentials are on; browsers trust no certificate for such an address  [insecure-origin]
             → remove it; for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? ["http://172.29.100.73"] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }
  origin[2]  "http://[fd00::1]"  anyone on this private network can write pages of an http: origin, and credentials are on; browsers trust no certificate for such an address  [insecure-origin]
             → remove it; for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? ["http://[fd00::1]"] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }
  origin[3]  "http://raspberrypi:8080"  anyone on this private network can write pages of an http: origin, and credentials are on; browsers trust no certificate for such an address  [insecure-origin]
             → remove it; for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? ["http://raspberrypi:8080"] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }
  origin[4]  "http://nas.local"  anyone on this private network can write pages of an http: origin, and credentials are on; browsers trust no certificate for such an address  [insecure-origin]
             → remove it; for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? ["http://nas.local"] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }
  origin[5]  "http://172.32.0.1"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → give the server a name and a certificate: "https://app.example.com", with your own host, or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'a private network alone',
    options: { origin: ['http://10.1.2.3'], credentials: true },
    error: `1 problem in the CORS options
  origin[0]  "http://10.1.2.3"  anyone on this private network can write pages of an http: origin, and credentials are on; browsers trust no certificate for such an address  [insecure-origin]
             → for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? ["http://10.1.2.3"] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }`,
  },
  {
    what: 'what is accepted, with something else wrong',
    options: {
      origin: ['http://a.test/', '*.github.io', 'NULL'],
      credentials: true,
      dangerouslyAllow: ['insecure-origin', 'public-suffix-wildcard', 'null-origin'],
    },
    error: `3 problems in the CORS options
  origin[0]  "http://a.test/"  an origin has no path, not even a slash at its end  [origin-invalid]
             → "http://a.test"
  origin[1]  "*.github.io"  an origin starts with a scheme  [origin-invalid]
             → "https://*.github.io"
  origin[2]  "NULL"  the opaque origin is written null  [origin-invalid]
             → "null"`,
  },
  {
    what: '* and undefined in a list, with credentials in quotes',
    options: { origin: ['*', undefined], credentials: 'true' },
    error: `2 problems in the CORS options
  origin       ["*", undefined]  * means any origin and cannot be one of several  [wildcard-in-list]
               → "*"
  credentials  "true"  origin is "*", and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'a name that leads into the next error',
    options: { origins: '*', Credential: true, exposedHeaders: '*' },
    error: `3 problems in the CORS options
  credentials  true  origin is "*", and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]
  origins      "*"  there is no option with this name  [unknown-option]
               → did you mean origin?
  Credential   true  there is no option with this name  [unknown-option]
               → did you mean credentials?`,
  },
  {
    what: 'the same option by two names',
    options: { origin: 'https://a.test', origins: 'https://b.test' },
    error: `1 problem in the CORS options
  origins  "https://b.test"  there is no option with this name  [unknown-option]
           → remove it; origin is given too`,
  },
  {
    what: 'a misspelt code',
    options: { dangerouslyAllow: ['any-orgin'] },
    error: `1 problem in the CORS options
  dangerouslyAllow[0]  "any-orgin"  expected one of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'  [invalid-type]
                       → did you mean 'any-origin'?`,
  },
  {
    what: 'a misspelt code alone',
    options: { dangerouslyAllow: 'insecureorigin' },
    error: `1 problem in the CORS options
  dangerouslyAllow  "insecureorigin"  expected an array of 'any-origin', 'null-origin', 'insecure-origin', 'public-suffix-wildcard', 'open-regexp'  [invalid-type]
                    → ['insecure-origin']`,
  },
  {
    what: 'a list of options',
    options: [{ origin: 'a.test', methods: 'GET, put', allowedHeaders: ['x a', ''] }],
    error: `1 problem in the CORS options
    [[object]]  expected an options object  [invalid-type]
    → the options themselves, without a list around them`,
  },
]
