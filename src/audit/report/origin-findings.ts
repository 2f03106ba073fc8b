import type { FindingSeverity } from './finding.js'
import { type OriginFacts, type OriginFindingCode, PRIVATE_NETWORK } from './finding-facts.js'
import type { FindingRow } from './finding-row.js'
import { sendFor } from './send-for.js'

/** Who gets in that should not. */
export const ORIGIN_FINDINGS: { readonly [Code in OriginFindingCode]: FindingRow<OriginFacts> } = {
  'any-origin': {
    severity: byCredentials,
    probe: 'GET, and a preflight for PUT, from two origins that were made up',
    message: (facts) =>
      facts.gets === 'read'
        ? 'Every website can read the response, but without cookies: it is public by design'
        : `Every website ${gets(facts)}: the server allows ${facts.origin}, which was made up`,
    fix: (facts) =>
      facts.gets === 'read'
        ? `nothing, if everybody may know the data; else ${sendFor(facts)}`
        : `compare the Origin of the request with a list: ${sendFor(facts)}`,
  },
  'null-origin': {
    severity: byCredentials,
    probe: 'GET, and a preflight for PUT, with Origin: null',
    message: (facts) =>
      `The origin null ${gets(facts)}. Every website has it in an iframe with the attribute sandbox`,
    fix: (facts) =>
      `do not allow null, and serve the page that needs it from an origin of its own: ${sendFor(facts)}`,
  },
  'insecure-origin': {
    severity: byCredentials,
    probe: 'GET from http: in place of https:',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}. Whoever controls a network on the way, such as a public Wi-Fi, can show a page there`,
    fix: (facts) => `allow the origin with https: only: ${sendFor(facts)}`,
  },
  'prefix-match': {
    severity: byCredentials,
    probe: 'GET from names that begin like an allowed origin',
    message: (facts) => `${resemblance(facts, 'begins with')}. Anybody can register such a name`,
    fix: (facts) =>
      `compare the whole origin; do not use startsWith(), and end a regular expression with $: ${sendFor(facts)}`,
  },
  'suffix-match': {
    severity: byCredentials,
    probe: 'GET from names that end like an allowed origin',
    message: (facts) => `${resemblance(facts, 'ends with')}. Anybody can register such a name`,
    fix: (facts) =>
      `compare the whole origin; do not use endsWith(), and begin a regular expression with ^: ${sendFor(facts)}`,
  },
  'unescaped-dot': {
    severity: byCredentials,
    probe: 'GET from names with another character in place of a dot',
    message: (facts) =>
      `${resemblance(facts, 'differs only in a dot from')}. Anybody can register such a name`,
    fix: (facts) =>
      `write \\. in place of . in the regular expression, or use none: ${sendFor(facts)}`,
  },
  'substring-match': {
    severity: byCredentials,
    probe: 'GET from names that contain an allowed host',
    message: (facts) => `${resemblance(facts, 'contains')}. Anybody can register such a name`,
    fix: (facts) =>
      `compare the whole origin; do not use includes() or indexOf(), and write a regular expression between ^ and $: ${sendFor(facts)}`,
  },
  'truncated-match': {
    severity: byCredentials,
    probe: 'GET from an allowed origin without its last character',
    message: (facts) =>
      `${resemblance(facts, 'is the beginning of')}. Anybody can register such a name`,
    fix: (facts) =>
      `split the list before you compare, as in ORIGINS.split(',').includes(origin); a string that includes() or startsWith() the origin also lets in its parts: ${sendFor(facts)}`,
  },
  'any-subdomain': {
    severity: byCredentials,
    probe: 'GET from a subdomain that was made up',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}, and so does every other subdomain. One that is taken over, or has a hole of its own, is enough for an attacker`,
    fix: (facts) => `list the subdomains that need it: ${sendFor(facts)}`,
  },
  'any-port': {
    severity: byCredentials,
    probe: 'GET from another port',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}, and so does every other port of this host, whoever runs a server there`,
    fix: (facts) => `allow the port that needs it: ${sendFor(facts)}`,
  },
  'localhost-origin': {
    severity: byCredentials,
    probe: 'GET from localhost, with ports of development servers, and from a private network',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}. ${facts.resembles === PRIVATE_NETWORK ? "Every device in the visitor's network, at home or in a café, can have this address" : "Every program on the visitor's machine can serve a page there"}`,
    fix: (facts) =>
      `allow ${facts.resembles === PRIVATE_NETWORK ? `addresses of ${PRIVATE_NETWORK}` : 'localhost'} in development only: ${sendFor(facts)}`,
  },
  'shared-suffix-origin': {
    severity: byCredentials,
    probe: 'GET from names under domains where anybody can register one, such as github.io',
    message: (facts) =>
      `${facts.origin} ${gets(facts)}. Anybody can register a name under ${facts.resembles}`,
    fix: (facts) => `list the exact origins: ${sendFor(facts)}`,
  },
  'odd-host-origin': {
    severity: byCredentials,
    probe: 'GET from names with _, - or ! behind an allowed host',
    message: (facts) =>
      `${resemblance(facts, 'begins with')}. Anybody can make such a name under a domain of their own, and at least one browser loads it`,
    fix: (facts) =>
      `compare the whole origin, and end a regular expression with $: ${sendFor(facts)}`,
  },
}

function byCredentials(facts: OriginFacts): FindingSeverity {
  return facts.gets === 'read' ? 'info' : 'high'
}

function gets(facts: OriginFacts): string {
  switch (facts.gets) {
    case 'read-with-credentials':
      return "can read the response with the visitor's cookies"
    case 'write-with-credentials':
      return "can send PUT and an Authorization header with the visitor's cookies, because the preflight is allowed"
    case 'read':
      return 'can read the response, but without cookies'
  }
}

function resemblance(facts: OriginFacts, how: string): string {
  return `${facts.origin} ${gets(facts)}, because it ${how} ${facts.resembles}`
}
