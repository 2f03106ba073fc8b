/**
 * The ABNF of https://fetch.spec.whatwg.org/#serialized-origin, rule by rule, as an oracle for the
 * hand-written parser. `serialized-domain` also takes `_` anywhere, `-` at the ends of labels, and a
 * dot at its end, which browsers send as they are.
 */
const DIGIT = '[0-9]'
const DEC_OCTET = `(?:25[\\x30-\\x35]|2[\\x30-\\x34]${DIGIT}|1${DIGIT}{2}|[\\x31-\\x39]${DIGIT}|${DIGIT})`
const SERIALIZED_IPV4 = Array(4).fill(DEC_OCTET).join('\\.')

const HEX = '[\\x30-\\x39\\x61-\\x66]'
const NON_ZERO_HEX = '[\\x31-\\x39\\x61-\\x66]'
const H16 = `(?:0|${NON_ZERO_HEX}${HEX}{0,3})`
const SERIALIZED_IPV6 = `(?:${[
  `(?:${H16}:){7}${H16}`,
  `::(?:${H16}:){5}${H16}`,
  `(?:${H16})?::(?:${H16}:){4}${H16}`,
  `(?:(?:${H16}:){0,1}${H16})?::(?:${H16}:){3}${H16}`,
  `(?:(?:${H16}:){0,2}${H16})?::(?:${H16}:){2}${H16}`,
  `(?:(?:${H16}:){0,3}${H16})?::${H16}:${H16}`,
  `(?:(?:${H16}:){0,4}${H16})?::${H16}`,
  `(?:(?:${H16}:){0,5}${H16})?::`,
].join('|')})`

const LOWER_ALPHA = '[\\x61-\\x7A]'
const LOWER_ALPHANUM = '[\\x61-\\x7A0-9]'
const DOMAIN_LABEL = '[\\x61-\\x7A0-9_-]+'
const SERIALIZED_DOMAIN = `(?:${DOMAIN_LABEL}\\.)*${DOMAIN_LABEL}\\.?`

const SERIALIZED_SCHEME = `${LOWER_ALPHA}(?:${LOWER_ALPHANUM}|[+.-])*`
const SERIALIZED_HOST = `(?:${SERIALIZED_IPV4}|\\[${SERIALIZED_IPV6}\\]|${SERIALIZED_DOMAIN})`
const SERIALIZED_PORT = `${DIGIT}{1,5}`

export const SERIALIZED_ORIGIN = new RegExp(
  `^${SERIALIZED_SCHEME}://${SERIALIZED_HOST}(?::${SERIALIZED_PORT})?$`,
)
