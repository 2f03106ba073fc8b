import type { ErrorCase } from './error-case.js'

/** What lets strangers in with credentials on. */
export const UNSAFE_ERRORS: readonly ErrorCase[] = [
  {
    what: 'any origin',
    options: { origin: true, credentials: true },
    error: `1 problem in the CORS options
  origin  true  any site could read your users' data with their cookies  [any-origin]
          → list the exact origins; in development, that is ["http://localhost:*", "http://127.0.0.1:*"], or accept the risk with dangerouslyAllow: ['any-origin']`,
  },
  {
    what: 'the opaque origin',
    options: { origin: 'null', credentials: true },
    error: `1 problem in the CORS options
  origin  "null"  every site can send "null" from a sandboxed frame, and credentials are on  [null-origin]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['null-origin']`,
  },
  {
    what: 'the opaque origin in a list',
    options: { origin: ['https://app.example.com', 'null'], credentials: true },
    error: `1 problem in the CORS options
  origin[1]  "null"  every site can send "null" from a sandboxed frame, and credentials are on  [null-origin]
             → remove it, or accept the risk with dangerouslyAllow: ['null-origin']`,
  },
  {
    what: 'http:',
    options: {
      origin: [
        'http://a.test',
        'http://a.test:8080',
        'http://a.test:443',
        'http://*.a.test:*',
        'http://10.0.0.1',
        'http://localhost.test',
      ],
      credentials: true,
    },
    error: `6 problems in the CORS options
  origin[0]  "http://a.test"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → "https://a.test", or accept the risk with dangerouslyAllow: ['insecure-origin']
  origin[1]  "http://a.test:8080"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → "https://a.test:8080", or accept the risk with dangerouslyAllow: ['insecure-origin']
  origin[2]  "http://a.test:443"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → "https://a.test", or accept the risk with dangerouslyAllow: ['insecure-origin']
  origin[3]  "http://*.a.test:*"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → "https://*.a.test:*", or accept the risk with dangerouslyAllow: ['insecure-origin']
  origin[4]  "http://10.0.0.1"  anyone on this private network can write pages of an http: origin, and credentials are on; browsers trust no certificate for such an address  [insecure-origin]
             → remove it; for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? ["http://10.0.0.1"] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }
  origin[5]  "http://localhost.test"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → "https://localhost.test", or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'public suffixes',
    options: {
      origin: [
        'https://*.com',
        'https://*.co.uk:*',
        'https://*.github.io',
        'https://*.vercel.app:8443',
        'wss://*.ck',
      ],
      credentials: true,
    },
    error: `5 problems in the CORS options
  origin[0]  "https://*.com"  anyone can register a name under com, and credentials are on  [public-suffix-wildcard]
             → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']
  origin[1]  "https://*.co.uk:*"  anyone can register a name under co.uk, and credentials are on  [public-suffix-wildcard]
             → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']
  origin[2]  "https://*.github.io"  anyone can register a name under github.io, and credentials are on  [public-suffix-wildcard]
             → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']
  origin[3]  "https://*.vercel.app:8443"  anyone can register a name under vercel.app, and credentials are on  [public-suffix-wildcard]
             → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']
  origin[4]  "wss://*.ck"  no page has an origin of this scheme  [origin-invalid]
             → "https://app.example.com", with your own host`,
  },
  {
    what: 'a public suffix by http:',
    options: { origin: 'http://*.github.io', credentials: true },
    error: `2 problems in the CORS options
  origin  "http://*.github.io"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
          → "https://*.github.io", or accept the risk with dangerouslyAllow: ['insecure-origin']
  origin  "http://*.github.io"  anyone can register a name under github.io, and credentials are on  [public-suffix-wildcard]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']`,
  },
  {
    what: 'a regular expression without both anchors',
    options: { origin: /example\.com/, credentials: true },
    error: `2 problems in the CORS options
  origin  /example\\.com/  it lets in "https://evilexample.com", and credentials are on  [open-regexp]
          → ["https://example.com", "https://*.example.com"], or accept the risk with dangerouslyAllow: ['open-regexp']
  origin  /example\\.com/  it lets in "http://example.com"; anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
          → ["https://example.com", "https://*.example.com"], or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'a regular expression without a start',
    options: { origin: /example\.com$/, credentials: true },
    error: `2 problems in the CORS options
  origin  /example\\.com$/  it lets in "https://evilexample.com", and credentials are on  [open-regexp]
          → ["https://example.com", "https://*.example.com"], or accept the risk with dangerouslyAllow: ['open-regexp']
  origin  /example\\.com$/  it lets in "http://example.com"; anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
          → ["https://example.com", "https://*.example.com"], or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'a regular expression that starts at a dot',
    options: { origin: /\.example\.com$/, credentials: true },
    error: `2 problems in the CORS options
  origin  /\\.example\\.com$/  it lets in "a://a.example.com", and credentials are on  [open-regexp]
          → "https://*.example.com", or accept the risk with dangerouslyAllow: ['open-regexp']
  origin  /\\.example\\.com$/  it lets in "http://a.example.com"; anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
          → "https://*.example.com", or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'a regular expression without an end',
    options: { origin: /^https:\/\/example\.com/, credentials: true },
    error: `1 problem in the CORS options
  origin  /^https:\\/\\/example\\.com/  it lets in "https://example.com.evil.test", and credentials are on  [open-regexp]
          → "https://example.com", or accept the risk with dangerouslyAllow: ['open-regexp']`,
  },
  {
    what: 'a regular expression without an end, with an optional port',
    options: { origin: /^https:\/\/example\.com(:\d+)?/, credentials: true },
    error: `1 problem in the CORS options
  origin  /^https:\\/\\/example\\.com(:\\d+)?/  it lets in "https://example.com.evil.test", and credentials are on  [open-regexp]
          → "https://example.com:*", or accept the risk with dangerouslyAllow: ['open-regexp']`,
  },
  {
    what: 'a regular expression of which one alternative is loose',
    options: { origin: /^https:\/\/a\.test$|^https:\/\/b\.test/, credentials: true },
    error: `1 problem in the CORS options
  origin  /^https:\\/\\/a\\.test$|^https:\\/\\/b\\.test/  it lets in "https://b.test.evil.test", and credentials are on  [open-regexp]
          → ["https://a.test", "https://b.test"], or accept the risk with dangerouslyAllow: ['open-regexp']`,
  },
  {
    what: 'a regular expression without a start that names the scheme',
    options: { origin: /https:\/\/example\.com$/, credentials: true },
    error: `1 problem in the CORS options
  origin  /https:\\/\\/example\\.com$/  it lets in "ahttps://example.com", and credentials are on  [open-regexp]
          → "https://example.com", or accept the risk with dangerouslyAllow: ['open-regexp']`,
  },
  {
    what: 'a regular expression that is stateful as well',
    options: { origin: /example\.com$/gi, credentials: true },
    error: `3 problems in the CORS options
  origin  /example\\.com$/gi  with the flag g or y it remembers its last match and alternates between yes and no  [regexp-stateful]
          → ["https://example.com", "https://*.example.com"]
  origin  /example\\.com$/gi  it lets in "https://evilexample.com", and credentials are on  [open-regexp]
          → ["https://example.com", "https://*.example.com"], or accept the risk with dangerouslyAllow: ['open-regexp']
  origin  /example\\.com$/gi  it lets in "http://example.com"; anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
          → ["https://example.com", "https://*.example.com"], or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'unsafe and wrong ones together',
    options: {
      origin: ['https://app.example.com/', 'http://localhost:*', 'https://*.vercel.app'],
      credentials: true,
    },
    error: `2 problems in the CORS options
  origin[0]  "https://app.example.com/"  an origin has no path, not even a slash at its end  [origin-invalid]
             → "https://app.example.com"
  origin[2]  "https://*.vercel.app"  anyone can register a name under vercel.app, and credentials are on  [public-suffix-wildcard]
             → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']`,
  },
  {
    what: 'what another code than the acknowledged one covers',
    options: {
      origin: ['null', 'http://a.test'],
      credentials: true,
      dangerouslyAllow: ['null-origin'],
    },
    error: `1 problem in the CORS options
  origin[1]  "http://a.test"  anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
             → "https://a.test", or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'a regular expression for localhost',
    options: { origin: /localhost:\d+$/, credentials: true },
    error: `2 problems in the CORS options
  origin  /localhost:\\d+$/  it lets in "https://evillocalhost:0", and credentials are on  [open-regexp]
          → "http://localhost:*", or accept the risk with dangerouslyAllow: ['open-regexp']
  origin  /localhost:\\d+$/  it lets in "http://alocalhost:0"; anyone on the network path can write pages of an http: origin, and credentials are on  [insecure-origin]
          → "http://localhost:*", or accept the risk with dangerouslyAllow: ['insecure-origin']`,
  },
  {
    what: 'a regular expression for everything',
    options: { origin: /./, credentials: true },
    error: `1 problem in the CORS options
  origin  /./  it lets in "https://evil.test"; any site could read your users' data with their cookies  [any-origin]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['any-origin']`,
  },
  {
    what: 'a regular expression of empty alternatives',
    options: { origin: /|/, credentials: true },
    error: `1 problem in the CORS options
  origin  /|/  it lets in "https://evil.test"; any site could read your users' data with their cookies  [any-origin]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['any-origin']`,
  },
  {
    what: 'a regular expression that cannot be judged',
    options: { origin: /^https:\/\/(ev)-\1\.com$/, credentials: true },
    error: `1 problem in the CORS options
  origin  /^https:\\/\\/(ev)-\\1\\.com$/  it lets in "https://ev-ev.com"; it is unknown which other origins it lets in, and credentials are on  [open-regexp]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['open-regexp']`,
  },
  {
    what: 'a regular expression of more names than can be judged, none of which is an origin',
    options: { origin: /^(?:a{300}){21}$/, credentials: true },
    error: `1 problem in the CORS options
  origin  /^(?:a{300}){21}$/  it is unknown which origins it lets in, and credentials are on  [open-regexp]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['open-regexp']`,
  },
  {
    what: 'a regular expression that matches no origin',
    options: { origin: /^https:\/\/App\.example\.com\/$/, credentials: true },
    error: `1 problem in the CORS options
  origin  /^https:\\/\\/App\\.example\\.com\\/$/  it matches no origin: browsers send origins in lower case and ASCII, without a path and without the default port  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'a regular expression for the origin null',
    options: { origin: /^null$/g, credentials: true },
    error: `2 problems in the CORS options
  origin  /^null$/g  with the flag g or y it remembers its last match and alternates between yes and no  [regexp-stateful]
          → list the exact origins
  origin  /^null$/g  a RegExp is never asked about the origin null, and this one matches no other: list "null" by itself  [origin-invalid]
          → list the exact origins`,
  },
  {
    what: 'a regular expression for names that anyone can register',
    options: { origin: /^https:\/\/[a-z0-9-]+\.vercel\.app$/, credentials: true },
    error: `1 problem in the CORS options
  origin  /^https:\\/\\/[a-z0-9-]+\\.vercel\\.app$/  it lets in "https://evil.vercel.app"; anyone can register a name under vercel.app, and credentials are on  [public-suffix-wildcard]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['public-suffix-wildcard']`,
  },
  {
    what: 'a slow regular expression',
    options: { origin: [/^https:\/\/([a-z0-9]+)+\.example\.com$/], credentials: true },
    error: `1 problem in the CORS options
  origin[0]  /^https:\\/\\/([a-z0-9]+)+\\.example\\.com$/  a short Origin can keep it busy for seconds, and the server with it  [regexp-slow]
             → "https://*.example.com"`,
  },
  {
    what: 'a regular expression that may be slow, without credentials',
    options: { origin: /^https:\/\/(?:(?:a{90}){90}|b)+$/ },
    error: `1 problem in the CORS options
  origin  /^https:\\/\\/(?:(?:a{90}){90}|b)+$/  it is unknown how long a short Origin can keep it busy  [regexp-slow]
          → list the exact origins`,
  },
]
