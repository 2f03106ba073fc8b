import { getDomain } from 'tldts'
import { isPublicSuffix } from '../../../../../src/connect/public-suffix.js'
import { isSerializedOrigin } from '../../../../../src/fetch/origin.js'
import { judgeRegExp } from '../../../../../src/policy/config/regexp/judge-regexp.js'
import { type Random, type RandomExpression, randomExpression } from './random-expression.js'

/** What random expressions and origins showed. */
export interface Tally {
  expressions: number
  accepted: number
  pairs: number
  /** Pairs of an accepted expression and a well-formed origin that it matches. */
  matched: number
  /** Those among them that strangers can have. */
  readonly open: string[]
  /** Origins shown as attackers' that do not get in, or that are not origins. */
  readonly falseAttackers: string[]
  /** Refused expressions for which no origin is shown, with one that they match. */
  readonly unshown: string[]
}

const ORIGINS_PER_EXPRESSION = 1000

const INSERTED = ['a', '-', '.', ':', '1', 'x', 'evil', 'evil-', 'evil.', '.evil.test', ':1', 's']

/** What browsers send, hosts with `-` at the ends of labels and `.` at the end among them. */
const ORIGIN =
  /^([a-z][a-z0-9+.-]*):\/\/((?:[a-z0-9_-]+\.)*[a-z0-9_-]+\.?|\[[0-9a-f:]+\])(?::(0|[1-9]\d{0,4}))?$/

/** Hosts that end in a number and are not an IPv4 address, which no browser sends. */
const BAD_ADDRESS =
  /^https?:\/\/(?!(?:\d{1,3}\.){3}\d{1,3}(?::|$))(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?(?::|$)/

const LOOPBACK = /^(?:(?:.+\.)?localhost\.?|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Draws expressions, and origins from each of them, some mutated; counts the open ones. */
export function drawPairs(expressions: number, seed: number): Tally {
  const random = generator(seed)
  const tally: Tally = {
    expressions: 0,
    accepted: 0,
    pairs: 0,
    matched: 0,
    open: [],
    falseAttackers: [],
    unshown: [],
  }
  while (tally.expressions < expressions) {
    const expression = randomExpression(random)
    if (expression !== null) tryExpression(expression, random, tally)
  }
  return tally
}

function tryExpression(expression: RandomExpression, random: Random, tally: Tally): void {
  const { regexp, draw } = expression
  const { findings } = judgeRegExp(regexp, { credentials: true, isPublicSuffix })
  tally.expressions++
  for (const { code, attacker } of findings) {
    if (attacker === null && code !== 'regexp-slow') {
      const origins = Array.from({ length: 100 }, () => mutated(draw(), random))
      const matched = origins.find((origin) => isSerializedOrigin(origin) && regexp.test(origin))
      if (matched !== undefined) tally.unshown.push(`${regexp} ${matched}`)
    }
    const isFalse = attacker !== null && !(regexp.test(attacker) && ORIGIN.test(attacker))
    if (isFalse) tally.falseAttackers.push(`${regexp} ${attacker}`)
  }
  if (findings.length > 0) return
  tally.accepted++
  for (let i = 0; i < ORIGINS_PER_EXPRESSION; i++) {
    const origin = mutated(draw(), random)
    tally.pairs++
    if (!ORIGIN.test(origin) || BAD_ADDRESS.test(origin) || !regexp.test(origin)) continue
    tally.matched++
    if (isOpen(origin, expression)) tally.open.push(`${regexp} ${origin}`)
  }
}

/** Whether strangers can have an origin, given what the expression writes out. */
export function isOpen(
  origin: string,
  { spellings }: Pick<RandomExpression, 'spellings'>,
): boolean {
  const [, scheme, host = ''] = ORIGIN.exec(origin) ?? []
  if (LOOPBACK.test(host)) return scheme !== 'https' && scheme !== 'http'
  if (scheme !== 'https') return true
  const name = host.replace(/\.$/, '')
  const isName = !host.startsWith('[') && !/(?:^|\.)\d+$/.test(host)
  const domain = isName
    ? (getDomain(name, { allowPrivateDomains: true, validateHostname: false }) ?? name)
    : host
  return !spellings.some((spelling) => spelling.includes(domain))
}

function mutated(text: string, random: Random): string {
  let origin = text
  for (let changes = Math.floor(random() * 3); changes > 0; changes--) {
    const at = Math.floor(random() * (origin.length + 1))
    const removed = Math.floor(random() * 2)
    const added = random() < 0.2 ? '' : INSERTED[Math.floor(random() * INSERTED.length)]
    origin = origin.slice(0, at) + added + origin.slice(at + removed)
  }
  return origin
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function generator(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
