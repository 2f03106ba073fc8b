import { MAX_ORIGIN_LENGTH } from '../../origins/origin-rule.js'
import type { Automaton } from './automaton.js'
import type { Fuel } from './fuel.js'
import { advance, BEGINNING, isComplete, type Place } from './origin-grammar.js'

/** A character of the origins that an expression matches. */
export interface Node {
  /** Where the origin is after it. */
  readonly place: Place
  /** What the character may be. */
  readonly characters: string
  /** All that the expression takes here, wherever the origin is after it. */
  readonly taken: string
  /** The characters before it; none at the beginning of an origin. */
  readonly before: Node[]
  /** A shortest beginning of an origin that this character continues. */
  readonly beginning: string
}

/** The last characters of the origins that an expression matches, shortest origins first. */
export function lastCharacters({ first, taking }: Automaton, fuel: Fuel): readonly Node[] {
  const steps = [...taking]
  const order = new Map(steps.map(([state], index) => [state, index]))
  const entries = (next: readonly number[]) =>
    next.flatMap((state) => {
      const index = Number(order.get(state))
      return steps.slice(index, index + 1)
    })
  const nodes = new Map<string, Node>()
  const todo: { readonly node: Node; readonly after: readonly number[] }[] = []
  const last: Node[] = []

  const visit = (next: readonly number[], before: Node | null): void => {
    const beginning = before === null ? '' : before.beginning + before.characters.slice(0, 1)
    // Longer origins are not read, so an expression that needs one is not judged.
    if (beginning.length === MAX_ORIGIN_LENGTH) fuel.spend(Number.POSITIVE_INFINITY)
    for (const [state, { characters: taken, step }] of entries(next)) {
      for (const [place, characters] of placesAfter(before?.place ?? BEGINNING, taken)) {
        if (!fuel.spend(1)) return
        const key = `${state} ${keyOf(place)}`
        const known = nodes.get(key)
        const node = known ?? { place, characters, taken, before: [], beginning }
        if (before !== null) node.before.push(before)
        if (known !== undefined) continue
        nodes.set(key, node)
        todo.push({ node, after: step.next })
        if (step.ends && isComplete(place)) last.push(node)
      }
    }
  }
  visit(first.next, null)
  for (const { node, after } of todo) visit(after, node)
  return last
}

/** Where an origin can be after one of some characters, and the characters that lead there. */
function placesAfter(from: Place, taken: string): Iterable<[Place, string]> {
  const places = new Map<string, [Place, string]>()
  for (const character of taken) {
    const place = advance(from, character)
    if (place === null) continue
    const key = keyOf(place)
    places.set(key, [place, (places.get(key)?.[1] ?? '') + character])
  }
  return places.values()
}

function keyOf({ scheme, slashes, host }: Place): string {
  return scheme + slashes + host
}
