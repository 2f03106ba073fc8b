import type { ErrorCase } from './error-case.js'

/** Values that origin does not accept. */
export const ORIGIN_ERRORS: readonly ErrorCase[] = [
  {
    what: 'a number',
    options: { origin: 3000 },
    error: `1 problem in the CORS options
  origin  3000  expected "*", an origin, a pattern, a RegExp, an array of those, true, false, or a function  [invalid-type]
          → "http://localhost:3000"`,
  },
  {
    what: 'an object',
    options: { origin: {} },
    error: `1 problem in the CORS options
  origin  [object]  expected "*", an origin, a pattern, a RegExp, an array of those, true, false, or a function  [invalid-type]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'a URL object',
    options: { origin: new URL('https://app.example.com') },
    error: `1 problem in the CORS options
  origin  [object]  expected "*", an origin, a pattern, a RegExp, an array of those, true, false, or a function; take the origin of a URL  [invalid-type]
          → "https://app.example.com"`,
  },
  {
    what: 'a symbol',
    options: { origin: Symbol('x') },
    error: `1 problem in the CORS options
  origin  Symbol(x)  expected "*", an origin, a pattern, a RegExp, an array of those, true, false, or a function  [invalid-type]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'undefined',
    options: { origin: undefined },
    error: `1 problem in the CORS options
  origin  undefined  no origin is named; undefined does not mean the default; it may be an unset environment variable  [origin-missing]
          → "https://app.example.com", or false to turn CORS off, or "*" for everybody`,
  },
  {
    what: 'null',
    options: { origin: null },
    error: `1 problem in the CORS options
  origin  null  no origin is named  [origin-missing]
          → "https://app.example.com", or false to turn CORS off, or "*" for everybody`,
  },
  {
    what: 'an empty string',
    options: { origin: '' },
    error: `1 problem in the CORS options
  origin  ""  no origin is named  [origin-missing]
          → "https://app.example.com", or false to turn CORS off, or "*" for everybody`,
  },
  {
    what: 'an empty list',
    options: { origin: [] },
    error: `1 problem in the CORS options
  origin  []  no origin is named  [origin-missing]
          → "https://app.example.com", or false to turn CORS off, or "*" for everybody`,
  },
  {
    what: 'a list of what is no rule',
    options: {
      origin: [
        'https://app.example.com',
        5,
        null,
        undefined,
        true,
        new URL('https://app.example.com'),
        ['https://app.example.com'],
        () => true,
      ],
    },
    error: `7 problems in the CORS options
  origin[1]  5  expected an origin, a pattern or a RegExp  [invalid-type]
             → "http://localhost:5"
  origin[2]  null  expected an origin, a pattern or a RegExp  [invalid-type]
             → remove it, or set the variable
  origin[3]  undefined  expected an origin, a pattern or a RegExp; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
             → remove it, or set the variable
  origin[4]  true  expected an origin, a pattern or a RegExp  [invalid-type]
             → "https://app.example.com", with your own host
  origin[5]  [object]  expected an origin, a pattern or a RegExp; take the origin of a URL  [invalid-type]
             → "https://app.example.com"
  origin[6]  ["https://app.example.com"]  expected an origin, a pattern or a RegExp  [invalid-type]
             → "https://app.example.com"
  origin[7]  [function]  expected an origin, a pattern or a RegExp  [invalid-type]
             → "https://app.example.com", with your own host`,
  },
  {
    what: 'an empty string in a list',
    options: { origin: ['https://app.example.com', ''] },
    error: `1 problem in the CORS options
  origin[1]  ""  no origin is named  [origin-missing]
             → remove it, or set the variable`,
  },
  {
    what: 'a hole in a list',
    options: { origin: [...new Array<string>(1), 'https://app.example.com'] },
    error: `1 problem in the CORS options
  origin[0]  undefined  expected an origin, a pattern or a RegExp; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
             → remove it, or set the variable`,
  },
  {
    what: 'a list of holes',
    options: { origin: new Array<string>(2) },
    error: `2 problems in the CORS options
  origin[0]  undefined  expected an origin, a pattern or a RegExp; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
             → set the variable
  origin[1]  undefined  expected an origin, a pattern or a RegExp; undefined does not mean the default; it may be an unset environment variable  [invalid-type]
             → set the variable`,
  },
  {
    what: 'an object without a prototype in a list',
    options: { origin: [Object.create(null)] },
    error: `1 problem in the CORS options
  origin[0]  [object]  expected an origin, a pattern or a RegExp  [invalid-type]
             → "https://app.example.com", with your own host`,
  },
  {
    what: '* in a list',
    options: { origin: ['*'] },
    error: `1 problem in the CORS options
  origin  ["*"]  * means any origin and cannot be one of several  [wildcard-in-list]
          → "*"`,
  },
  {
    what: '* in a list of several',
    options: { origin: ['https://app.example.com', '*'] },
    error: `1 problem in the CORS options
  origin[1]  "*"  * means any origin and cannot be one of several  [wildcard-in-list]
             → remove it, or write origin: "*" if every page may read`,
  },
  {
    what: '* with credentials',
    options: { origin: '*', credentials: true },
    error: `1 problem in the CORS options
  credentials  true  origin is "*", and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'no origin with credentials',
    options: { credentials: true },
    error: `1 problem in the CORS options
  credentials  true  origin is "*" if omitted, and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: '* in a list with credentials',
    options: { origin: ['*'], credentials: true },
    error: `2 problems in the CORS options
  origin       ["*"]  * means any origin and cannot be one of several  [wildcard-in-list]
               → "*"
  credentials  true  origin is "*", and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'a global regular expression',
    options: { origin: /^https:\/\/a\.test$/g },
    error: `1 problem in the CORS options
  origin  /^https:\\/\\/a\\.test$/g  with the flag g or y it remembers its last match and alternates between yes and no  [regexp-stateful]
          → /^https:\\/\\/a\\.test$/`,
  },
  {
    what: 'a sticky regular expression in a list',
    options: { origin: ['https://app.example.com', /^https:\/\/a\.test$/giy] },
    error: `1 problem in the CORS options
  origin[1]  /^https:\\/\\/a\\.test$/giy  with the flag g or y it remembers its last match and alternates between yes and no  [regexp-stateful]
             → /^https:\\/\\/a\\.test$/i`,
  },
  {
    what: 'no scheme',
    options: { origin: 'app.example.com' },
    error: `1 problem in the CORS options
  origin  "app.example.com"  an origin starts with a scheme  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'no scheme but a port',
    options: { origin: 'localhost:3000' },
    error: `1 problem in the CORS options
  origin  "localhost:3000"  an origin starts with a scheme  [origin-invalid]
          → "http://localhost:3000"`,
  },
  {
    what: 'a port alone',
    options: { origin: '3000' },
    error: `1 problem in the CORS options
  origin  "3000"  an origin starts with a scheme  [origin-invalid]
          → "http://localhost:3000"`,
  },
  {
    what: 'a port alone behind its colon',
    options: { origin: [':3000'] },
    error: `1 problem in the CORS options
  origin[0]  ":3000"  an origin starts with a scheme  [origin-invalid]
             → "http://localhost:3000"`,
  },
  {
    what: 'no scheme before an IP address',
    options: { origin: '127.0.0.1:8080' },
    error: `1 problem in the CORS options
  origin  "127.0.0.1:8080"  an origin starts with a scheme  [origin-invalid]
          → "http://127.0.0.1:8080"`,
  },
  {
    what: 'no scheme before an IPv4 address of another machine',
    options: { origin: '192.168.1.1:3000' },
    error: `1 problem in the CORS options
  origin  "192.168.1.1:3000"  an origin starts with a scheme  [origin-invalid]
          → "http://192.168.1.1:3000"`,
  },
  {
    what: 'no scheme before an IPv6 address of another machine',
    options: { origin: '[fd00::1]:3000' },
    error: `1 problem in the CORS options
  origin  "[fd00::1]:3000"  an origin starts with a scheme  [origin-invalid]
          → "http://[fd00::1]:3000"`,
  },
  {
    what: 'no scheme before a pattern',
    options: { origin: '*.example.com' },
    error: `1 problem in the CORS options
  origin  "*.example.com"  an origin starts with a scheme  [origin-invalid]
          → "https://*.example.com"`,
  },
  {
    what: 'no scheme but slashes',
    options: { origin: '//app.example.com' },
    error: `1 problem in the CORS options
  origin  "//app.example.com"  an origin starts with a scheme  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'one slash',
    options: { origin: 'https:/app.example.com' },
    error: `1 problem in the CORS options
  origin  "https:/app.example.com"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'three slashes',
    options: { origin: 'https:///app.example.com' },
    error: `1 problem in the CORS options
  origin  "https:///app.example.com"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'no slashes',
    options: { origin: 'https:app.example.com' },
    error: `1 problem in the CORS options
  origin  "https:app.example.com"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'no colon',
    options: { origin: 'https//app.example.com' },
    error: `1 problem in the CORS options
  origin  "https//app.example.com"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'backslashes',
    options: { origin: 'https:\\\\app.example.com' },
    error: `1 problem in the CORS options
  origin  "https:\\\\\\\\app.example.com"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'a slash at the end',
    options: { origin: 'https://app.example.com/' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com/"  an origin has no path, not even a slash at its end  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'a path',
    options: { origin: 'https://app.example.com/a/b' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com/a/b"  an origin has no path, not even a slash at its end  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'a query',
    options: { origin: 'https://app.example.com?a' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com?a"  an origin has neither query nor fragment  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'a fragment',
    options: { origin: 'https://app.example.com#a' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com#a"  an origin has neither query nor fragment  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'user info',
    options: { origin: 'https://me:secret@app.example.com' },
    error: `1 problem in the CORS options
  origin  "https://me:secret@app.example.com"  an origin has no user info  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'the default port of https',
    options: { origin: 'https://app.example.com:443' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com:443"  browsers leave out the scheme's default port  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'the default port of http',
    options: { origin: 'http://app.example.com:80' },
    error: `1 problem in the CORS options
  origin  "http://app.example.com:80"  browsers leave out the scheme's default port  [origin-invalid]
          → "http://app.example.com"`,
  },
  {
    what: 'an upper-case host',
    options: { origin: 'https://App.Example.com' },
    error: `1 problem in the CORS options
  origin  "https://App.Example.com"  browsers send an origin in lower case  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'an upper-case scheme',
    options: { origin: 'HTTPS://app.example.com' },
    error: `1 problem in the CORS options
  origin  "HTTPS://app.example.com"  browsers send an origin in lower case  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'an upper-case host of a custom scheme with a port',
    options: { origin: 'capacitor://LocalHost:443' },
    error: `1 problem in the CORS options
  origin  "capacitor://LocalHost:443"  browsers send an origin in lower case  [origin-invalid]
          → "capacitor://localhost:443"`,
  },
  {
    what: 'a slash after a number as host of a custom scheme',
    options: { origin: 'tauri://1.2/' },
    error: `1 problem in the CORS options
  origin  "tauri://1.2/"  an origin has no path, not even a slash at its end  [origin-invalid]
          → "tauri://1.2"`,
  },
  {
    what: 'a host outside ASCII',
    options: { origin: 'https://b\u00fccher.example' },
    error: `1 problem in the CORS options
  origin  "https://b\\u00fccher.example"  browsers send a host outside ASCII as punycode  [origin-invalid]
          → "https://xn--bcher-kva.example"`,
  },
  {
    what: 'a pattern outside ASCII',
    options: { origin: 'https://*.b\u00fccher.example' },
    error: `1 problem in the CORS options
  origin  "https://*.b\\u00fccher.example"  browsers send a host outside ASCII as punycode  [origin-invalid]
          → "https://*.xn--bcher-kva.example"`,
  },
  {
    what: 'a percent-encoded host',
    options: { origin: 'https://ex%61mple.com' },
    error: `1 problem in the CORS options
  origin  "https://ex%61mple.com"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://example.com"`,
  },
  {
    what: 'a dot behind an IPv4 address',
    options: { origin: 'http://127.0.0.1.' },
    error: `1 problem in the CORS options
  origin  "http://127.0.0.1."  browsers send an IP address in its canonical form  [origin-invalid]
          → "http://127.0.0.1"`,
  },
  {
    what: 'a path behind a dot at the end, which is kept',
    options: { origin: 'https://app.example.com./' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com./"  an origin has no path, not even a slash at its end  [origin-invalid]
          → "https://app.example.com."`,
  },
  {
    what: 'a dot at the beginning',
    options: { origin: 'https://.example.com' },
    error: `1 problem in the CORS options
  origin  "https://.example.com"  a host has no empty label  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'an empty label',
    options: { origin: 'https://app..example.com' },
    error: `1 problem in the CORS options
  origin  "https://app..example.com"  a host has no empty label  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'an empty port',
    options: { origin: 'https://app.example.com:' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com:"  a port is a number from 0 to 65535 without leading zeros  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'a leading zero in the port',
    options: { origin: 'https://app.example.com:08080' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com:08080"  a port is a number from 0 to 65535 without leading zeros  [origin-invalid]
          → "https://app.example.com:8080"`,
  },
  {
    what: 'a port above 65535',
    options: { origin: 'https://app.example.com:65536' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com:65536"  a port is a number from 0 to 65535 without leading zeros  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'a port that is no number',
    options: { origin: 'https://app.example.com:https' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com:https"  a port is a number from 0 to 65535 without leading zeros  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'white space at the end',
    options: { origin: 'https://app.example.com\n' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com\\u000a"  an origin contains no white space, quotes or commas  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'white space at the beginning',
    options: { origin: ' https://app.example.com' },
    error: `1 problem in the CORS options
  origin  " https://app.example.com"  an origin contains no white space, quotes or commas  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'white space at the end and a slash',
    options: { origin: 'https://app.example.com/ ' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com/ "  an origin has no path, not even a slash at its end  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'a comma at the end',
    options: { origin: 'https://app.example.com,' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com,"  an origin contains no white space, quotes or commas  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'a comma alone',
    options: { origin: ',' },
    error: `1 problem in the CORS options
  origin  ","  an origin starts with a scheme  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'white space alone',
    options: { origin: '  ' },
    error: `1 problem in the CORS options
  origin  "  "  an origin starts with a scheme  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'no host',
    options: { origin: 'https://' },
    error: `1 problem in the CORS options
  origin  "https://"  it has no host, perhaps because of an unset environment variable in a template  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'a variable that nobody has replaced',
    options: { origin: 'https://$HOST' },
    error: `1 problem in the CORS options
  origin  "https://$HOST"  browsers send an origin in lower case  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'a short IPv4 address',
    options: { origin: 'http://127.1:8080' },
    error: `1 problem in the CORS options
  origin  "http://127.1:8080"  browsers send an IP address in its canonical form  [origin-invalid]
          → "http://127.0.0.1:8080"`,
  },
  {
    what: 'an IPv4 address as a number',
    options: { origin: 'http://2130706433' },
    error: `1 problem in the CORS options
  origin  "http://2130706433"  browsers send an IP address in its canonical form  [origin-invalid]
          → "http://127.0.0.1"`,
  },
  {
    what: 'a hexadecimal IPv4 address',
    options: { origin: 'http://0x7f.1' },
    error: `1 problem in the CORS options
  origin  "http://0x7f.1"  browsers send an IP address in its canonical form  [origin-invalid]
          → "http://127.0.0.1"`,
  },
  {
    what: 'an IPv6 address written in full',
    options: { origin: 'http://[0:0:0:0:0:0:0:1]:3000' },
    error: `1 problem in the CORS options
  origin  "http://[0:0:0:0:0:0:0:1]:3000"  browsers send an IP address in its canonical form  [origin-invalid]
          → "http://[::1]:3000"`,
  },
  {
    what: 'an IPv6 address in upper case',
    options: { origin: 'http://[2001:DB8::1]' },
    error: `1 problem in the CORS options
  origin  "http://[2001:DB8::1]"  browsers send an origin in lower case  [origin-invalid]
          → "http://[2001:db8::1]"`,
  },
  {
    what: 'an IPv6 address without the closing bracket',
    options: { origin: 'http://[::1' },
    error: `1 problem in the CORS options
  origin  "http://[::1"  browsers send an IP address in its canonical form  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'an IPv6 address without brackets',
    options: { origin: 'http://::1' },
    error: `1 problem in the CORS options
  origin  "http://::1"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'subdomains of an IP address',
    options: { origin: 'http://*.127.0.0.1' },
    error: `1 problem in the CORS options
  origin  "http://*.127.0.0.1"  an IP address has no subdomains  [origin-invalid]
          → "http://127.0.0.1"`,
  },
  {
    what: 'a wildcard for a part of a label',
    options: { origin: 'https://app-*.example.com' },
    error: `1 problem in the CORS options
  origin  "https://app-*.example.com"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → /^https:\\/\\/app-[a-z0-9-]+\\.example\\.com$/`,
  },
  {
    what: 'a wildcard without its dot',
    options: { origin: 'https://*example.com' },
    error: `1 problem in the CORS options
  origin  "https://*example.com"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → "https://*.example.com"`,
  },
  {
    what: 'a wildcard in the middle',
    options: { origin: 'https://app.*.com' },
    error: `1 problem in the CORS options
  origin  "https://app.*.com"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'a wildcard at the end',
    options: { origin: 'https://example.*' },
    error: `1 problem in the CORS options
  origin  "https://example.*"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'two wildcards',
    options: { origin: 'https://*.*.example.com' },
    error: `1 problem in the CORS options
  origin  "https://*.*.example.com"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → "https://*.example.com"`,
  },
  {
    what: 'a wildcard as the whole host',
    options: { origin: 'https://*' },
    error: `1 problem in the CORS options
  origin  "https://*"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → "*"`,
  },
  {
    what: 'a wildcard as the whole host on a port',
    options: { origin: 'http://*:3000' },
    error: `1 problem in the CORS options
  origin  "http://*:3000"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → "*"`,
  },
  {
    what: 'a wildcard as scheme',
    options: { origin: '*://app.example.com' },
    error: `1 problem in the CORS options
  origin  "*://app.example.com"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → ["https://app.example.com", "http://app.example.com"]`,
  },
  {
    what: 'a wildcard as scheme in a list',
    options: { origin: ['https://app.example.com', '*://b.test'] },
    error: `1 problem in the CORS options
  origin[1]  "*://b.test"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
             → "https://b.test", "http://b.test"`,
  },
  {
    what: 'a glob as scheme',
    options: { origin: 'http?://app.example.com' },
    error: `1 problem in the CORS options
  origin  "http?://app.example.com"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → ["https://app.example.com", "http://app.example.com"]`,
  },
  {
    what: 'a wildcard in a port',
    options: { origin: 'http://localhost:30*' },
    error: `1 problem in the CORS options
  origin  "http://localhost:30*"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → "http://localhost:*"`,
  },
  {
    what: 'a wildcard after a port',
    options: { origin: 'http://localhost:3000:*' },
    error: `1 problem in the CORS options
  origin  "http://localhost:3000:*"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'several origins with commas',
    options: { origin: 'https://app.example.com, https://b.test/' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com, https://b.test/"  several origins in one string  [origin-invalid]
          → ["https://app.example.com", "https://b.test"]`,
  },
  {
    what: 'several origins with spaces in a list',
    options: { origin: ['https://app.example.com https://b.test', 'https://c.test'] },
    error: `1 problem in the CORS options
  origin[0]  "https://app.example.com https://b.test"  several origins in one string  [origin-invalid]
             → "https://app.example.com", "https://b.test"`,
  },
  {
    what: 'several origins and something else',
    options: { origin: 'https://app.example.com;$B' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com;$B"  several origins in one string  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'several origins and *',
    options: { origin: '*, https://app.example.com' },
    error: `1 problem in the CORS options
  origin  "*, https://app.example.com"  several origins in one string  [origin-invalid]
          → "https://app.example.com"`,
  },
  {
    what: 'several origins with a wildcard as scheme',
    options: { origin: 'https://app.example.com|*://b.test' },
    error: `1 problem in the CORS options
  origin  "https://app.example.com|*://b.test"  several origins in one string  [origin-invalid]
          → ["https://app.example.com", "https://b.test", "http://b.test"]`,
  },
  {
    what: 'a regular expression in quotes',
    options: { origin: '/^https:\\/\\/a\\.test$/' },
    error: `1 problem in the CORS options
  origin  "/^https:\\\\/\\\\/a\\\\.test$/"  this is a regular expression in quotes  [origin-invalid]
          → /^https:\\/\\/a\\.test$/`,
  },
  {
    what: 'the opaque origin in upper case',
    options: { origin: 'NULL' },
    error: `1 problem in the CORS options
  origin  "NULL"  the opaque origin is written null  [origin-invalid]
          → "null"`,
  },
  {
    what: 'a file',
    options: { origin: 'file:///index.html' },
    error: `1 problem in the CORS options
  origin  "file:///index.html"  the opaque origin is written null  [origin-invalid]
          → "null"`,
  },
  {
    what: 'more than 300 characters',
    options: { origin: `https://${'a'.repeat(300)}.test` },
    error: `1 problem in the CORS options
  origin  "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"  an origin of more than 300 characters is never read  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'more than 100 characters, whole in the fix',
    options: { origin: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.test/` },
    error: `1 problem in the CORS options
  origin  "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…"  an origin has no path, not even a slash at its end  [origin-invalid]
          → "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.test"`,
  },
  {
    what: 'a wildcard as the whole host, with credentials',
    options: { origin: 'https://*', credentials: true },
    error: `2 problems in the CORS options
  origin       "https://*"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
               → "*"
  credentials  true  origin is "*", and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'two stars alone, with credentials',
    options: { origin: '**', credentials: true },
    error: `2 problems in the CORS options
  origin       "**"  an origin starts with a scheme  [origin-invalid]
               → "*"
  credentials  true  origin is "*", and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'two stars alone',
    options: { origin: '**' },
    error: `1 problem in the CORS options
  origin  "**"  an origin starts with a scheme  [origin-invalid]
          → "*"`,
  },
  {
    what: 'a wildcard as host and a port, with credentials',
    options: { origin: 'https://*:3000', credentials: true },
    error: `2 problems in the CORS options
  origin       "https://*:3000"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
               → "*"
  credentials  true  origin is "*", and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'a wildcard as host and as port, with credentials',
    options: { origin: '*:*', credentials: true },
    error: `2 problems in the CORS options
  origin       "*:*"  an origin starts with a scheme  [origin-invalid]
               → "*"
  credentials  true  origin is "*", and browsers refuse that when credentials are on  [wildcard-with-credentials]
               → remove it (nothing changes for pages: cookies never worked with "*"), or list the exact origins, as in origin: ["https://app.example.com"]`,
  },
  {
    what: 'a wildcard as host and as port',
    options: { origin: '*:*' },
    error: `1 problem in the CORS options
  origin  "*:*"  an origin starts with a scheme  [origin-invalid]
          → "*"`,
  },
  {
    what: 'two stars in a list',
    options: { origin: ['**'] },
    error: `1 problem in the CORS options
  origin  ["**"]  * means any origin and cannot be one of several  [wildcard-in-list]
          → "*"`,
  },
  {
    what: 'undefined with credentials',
    options: { origin: undefined, credentials: true },
    error: `1 problem in the CORS options
  origin  undefined  no origin is named; undefined does not mean the default; it may be an unset environment variable  [origin-missing]
          → "https://app.example.com", or false to turn CORS off`,
  },
  {
    what: 'a file with credentials',
    options: { origin: 'file://', credentials: true },
    error: `1 problem in the CORS options
  origin  "file://"  the opaque origin is written null  [origin-invalid]
          → list the exact origins`,
  },
  {
    what: 'the opaque origin in upper case in a list with credentials',
    options: { origin: ['https://app.example.com', 'NULL'], credentials: true },
    error: `1 problem in the CORS options
  origin[1]  "NULL"  the opaque origin is written null  [origin-invalid]
             → remove it`,
  },
  {
    what: 'a default port with credentials',
    options: { origin: 'http://a.test:80', credentials: true },
    error: `1 problem in the CORS options
  origin  "http://a.test:80"  browsers leave out the scheme's default port  [origin-invalid]
          → "https://a.test"`,
  },
  {
    what: 'an IP address without scheme, with credentials',
    options: { origin: '192.168.1.1:3000', credentials: true },
    error: `1 problem in the CORS options
  origin  "192.168.1.1:3000"  an origin starts with a scheme  [origin-invalid]
          → for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? ["http://192.168.1.1:3000"] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }`,
  },
  {
    what: 'a loopback address without scheme, with credentials',
    options: { origin: '127.0.0.1:3000', credentials: true },
    error: `1 problem in the CORS options
  origin  "127.0.0.1:3000"  an origin starts with a scheme  [origin-invalid]
          → "http://127.0.0.1:3000"`,
  },
  {
    what: 'a subdomain of localhost without scheme',
    options: { origin: 'app.localhost:3000', credentials: true },
    error: `1 problem in the CORS options
  origin  "app.localhost:3000"  an origin starts with a scheme  [origin-invalid]
          → "http://app.localhost:3000"`,
  },
  {
    what: 'a glob as scheme with credentials',
    options: { origin: 'http*://a.test', credentials: true },
    error: `1 problem in the CORS options
  origin  "http*://a.test"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → "https://a.test"`,
  },
  {
    what: 'a glob as scheme of localhost with credentials',
    options: { origin: 'http*://localhost', credentials: true },
    error: `1 problem in the CORS options
  origin  "http*://localhost"  * is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"  [origin-invalid]
          → ["https://localhost", "http://localhost"]`,
  },
  {
    what: 'an IPv6 address in upper case with credentials',
    options: { origin: 'http://[::FFFF:1]', credentials: true },
    error: `1 problem in the CORS options
  origin  "http://[::FFFF:1]"  browsers send an origin in lower case  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'a public suffix without scheme, with credentials',
    options: { origin: '*.github.io', credentials: true },
    error: `1 problem in the CORS options
  origin  "*.github.io"  an origin starts with a scheme  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'a regular expression in quotes with credentials',
    options: { origin: '/example\\.com$/g', credentials: true },
    error: `1 problem in the CORS options
  origin  "/example\\\\.com$/g"  this is a regular expression in quotes  [origin-invalid]
          → ["https://example.com", "https://*.example.com"]`,
  },
  {
    what: 'a regular expression in quotes that names no host, with credentials',
    options: { origin: '/^https:/', credentials: true },
    error: `1 problem in the CORS options
  origin  "/^https:/"  this is a regular expression in quotes  [origin-invalid]
          → list the exact origins`,
  },
  {
    what: 'a regular expression in quotes with alternatives',
    options: { origin: '/^https:\\/\\/(a|b)\\.test$/' },
    error: `1 problem in the CORS options
  origin  "/^https:\\\\/\\\\/(a|b)\\\\.test$/"  this is a regular expression in quotes  [origin-invalid]
          → /^https:\\/\\/(a|b)\\.test$/`,
  },
  {
    what: 'slashes around what is no regular expression',
    options: { origin: '/(/' },
    error: `1 problem in the CORS options
  origin  "/(/"  an origin starts with a scheme  [origin-invalid]
          → "https://app.example.com", with your own host`,
  },
  {
    what: 'several ports',
    options: { origin: 'https://example.com:3000,4000, 5000' },
    error: `1 problem in the CORS options
  origin  "https://example.com:3000,4000, 5000"  several origins in one string  [origin-invalid]
          → ["https://example.com:3000", "https://example.com:4000", "https://example.com:5000"]`,
  },
  {
    what: 'a port of an origin without one',
    options: { origin: 'http://[::1]/,4000', credentials: true },
    error: `1 problem in the CORS options
  origin  "http://[::1]/,4000"  several origins in one string  [origin-invalid]
          → ["http://[::1]", "http://[::1]:4000"]`,
  },
  {
    what: 'true in quotes',
    options: { origin: 'true' },
    error: `1 problem in the CORS options
  origin  "true"  this is a boolean in quotes  [origin-invalid]
          → true`,
  },
  {
    what: 'true in quotes with credentials',
    options: { origin: 'true', credentials: true },
    error: `1 problem in the CORS options
  origin  "true"  this is a boolean in quotes  [origin-invalid]
          → list the exact origins`,
  },
  {
    what: 'false in quotes with credentials',
    options: { origin: 'false', credentials: true },
    error: `1 problem in the CORS options
  origin  "false"  this is a boolean in quotes  [origin-invalid]
          → false`,
  },
  {
    what: 'false in quotes in a list',
    options: { origin: ['false'] },
    error: `1 problem in the CORS options
  origin[0]  "false"  this is a boolean in quotes  [origin-invalid]
             → list the exact origins`,
  },
  {
    what: 'quotes of an .env file',
    options: { origin: '"https://a.test"', credentials: true },
    error: `1 problem in the CORS options
  origin  "\\"https://a.test\\""  an origin contains no white space, quotes or commas  [origin-invalid]
          → "https://a.test"`,
  },
  {
    what: '* in quotes of an .env file',
    options: { origin: '"*"' },
    error: `1 problem in the CORS options
  origin  "\\"*\\""  an origin contains no white space, quotes or commas  [origin-invalid]
          → "*"`,
  },
  {
    what: 'a NUL at the end',
    options: { origin: 'https://a.test\u0000' },
    error: `1 problem in the CORS options
  origin  "https://a.test\\u0000"  this is not an origin: scheme, "://", host and an optional port  [origin-invalid]
          → "https://a.test"`,
  },
]
