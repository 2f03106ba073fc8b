import { isLoopback } from '../../../fetch/loopback.js'
import type { PublicSuffixTest } from '../../origins/origin-risks.js'
import type { Fuel } from './fuel.js'
import { isOfAddress, isOfLabel } from './origin-grammar.js'
import type { Node } from './product.js'

/** Something that an expression lets in and should not. */
export interface OpenEnd {
  /** What is open: `http:`, another scheme than the web's, or a host that is not written out. */
  readonly type: 'http' | 'scheme' | 'host'
  /** What is written out of the host, from its end; whole labels. */
  readonly suffix: string
  /** An origin that gets in, in three parts: the character in the middle may be one of several. */
  readonly beginning: string
  readonly middle: string
  readonly end: string
}

/** The way back from the end of an origin to where its registrable domain begins. */
interface Way {
  readonly node: Node
  /** What is written out of the host behind the character. */
  readonly host: string
  /** What follows the character, port included. */
  readonly end: string
}

/** How many endings of hosts are told apart, each character by character. */
const MAX_HOSTS = 10_000

/** The same in front of a registrable domain, where little can change. */
const MAX_SUBDOMAINS = 500

/** Longer than any label, or any name, of DNS. */
const TOO_LONG = /^[^.]{64}|^.{254}/

/** Walks back from the last characters, as long as one character at a time is written out. */
export function* openEnds(
  last: readonly Node[],
  isPublicSuffix: PublicSuffixTest,
  fuel: Fuel,
): Generator<OpenEnd> {
  const seen = new Map<Node, Set<string>>()
  const hosts = new Set<string>()
  const opens = new Map<string, boolean>()
  const todo: Way[] = last.map((node) => ({ node, host: '', end: '' }))
  for (const { node, host, end } of todo) {
    const known = seen.get(node) ?? new Set()
    seen.set(node, known)
    if (known.has(host) || !fuel.spend(1)) continue
    known.add(host)

    const { place, characters, beginning } = node
    const suffix = wholeLabels(host)
    const open = { suffix: suffix.replace(/\.$/, ''), beginning, middle: characters, end }
    const goOn = (before: string) => {
      const following = characters.slice(0, 1) + end
      todo.push(
        ...node.before.map((previous) => ({ node: previous, host: before, end: following })),
      )
    }
    if (place.scheme === '~') {
      yield { ...open, type: 'scheme' }
      continue
    }
    const isInPort = /[:0]/.test(place.host)
    const isWhole = place.host === ''
    // Whatever its digits, it stays an address of the loopback network.
    const isLocal = place.host === '127.' && host === ''
    const longer = isInPort ? '' : characters + host
    const isOpen = opens.get(suffix) ?? !isRegistrable(suffix, isPublicSuffix)
    opens.set(suffix, isOpen)
    const maxHosts = isOpen ? MAX_HOSTS : MAX_SUBDOMAINS
    const isBounded = hosts.add(longer).size <= maxHosts && !TOO_LONG.test(longer)
    if (isInPort || (!isWhole && !isLocal && isBounded && isWrittenOut(node))) {
      goOn(longer)
      continue
    }
    if (!isWhole && !isLocal && isOpen) yield { ...open, type: 'host' }
    const isOwn = isLocal || isLoopback(isWhole ? host : suffix)
    if (place.scheme === 'http' && !isOwn) {
      yield { ...open, type: 'http' }
    }
  }
}

/** Whether the expression names the character, and no other that a host can have here. */
function isWrittenOut({ place, characters, taken }: Node): boolean {
  // What else the expression takes in place of the dot is a node of its own.
  if (characters === '.') return true
  const isOfHost = place.host === '6' ? isOfAddress : isOfName
  return Array.from(taken).filter(isOfHost).length < 2
}

function isOfName(character: string): boolean {
  return character === '.' || isOfLabel(character)
}

/** Whether strangers cannot have a name under a host. */
function isRegistrable(host: string, isPublicSuffix: PublicSuffixTest): boolean {
  // An IP address is written out only if all of it is.
  if (/^\.?$/.test(host) || /(?:^|\.)(?:\d+|0x[\da-f]*)\.?$/.test(host)) return false
  return isLoopback(host) || !isPublicSuffix(host.replace(/\.$/, ''))
}

/** The whole labels: what follows the first dot. */
function wholeLabels(host: string): string {
  return host.replace(/^[^.]*\.?/, '')
}
