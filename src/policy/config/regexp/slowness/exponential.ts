import type { Automaton } from '../reading/automaton.js'
import type { Fuel } from '../reading/fuel.js'

/**
 * Whether a backtracking engine can need exponential time: there is a state from which two ways
 * lead back to it by the same text, so that each repetition of the text doubles the ways.
 * https://doi.org/10.1016/0304-3975(91)90381-B
 */
export function isExponential({ taking }: Automaton, fuel: Fuel): boolean {
  const after = new Map<number, readonly number[]>()
  const before = new Map<number, number[]>()
  for (const [state, { step }] of taking) {
    // If the match can end at once, nothing fails, so nothing is tried again.
    after.set(state, step.stops ? [] : step.next)
    for (const next of step.stops ? [] : step.next) {
      before.set(next, [...neighbours(before, next), state])
    }
  }
  const characters = new Map([...taking].map(([state, taken]) => [state, taken.characters]))
  const seen = new Set<string>()

  for (const [start, next] of after) {
    const branches = next.some((one, i) =>
      next.slice(i + 1).some((other) => {
        return fuel.spend(1) && haveCommon(characters.get(one), characters.get(other))
      }),
    )
    if (!branches) continue
    const ahead = reachable(start, after, fuel)
    if (!ahead.has(start)) continue
    const cycle = intersection(ahead, reachable(start, before, fuel))
    const inCycle = (state: number) =>
      neighbours(after, state).filter((following) => cycle.has(following))
    // Two ways to go on by the same text, followed until they meet.
    const todo: [number, number][] = []
    const branch = (left: readonly number[], right: readonly number[], same: boolean): boolean =>
      left.some((one, i) =>
        right.some((other, j) => {
          if ((same && j <= i) || !fuel.spend(1)) return false
          if (!haveCommon(characters.get(one), characters.get(other))) return false
          if (one === other) return true
          todo.push([one, other])
          return false
        }),
      )
    if (branch(inCycle(start), inCycle(start), true)) return true
    for (const [one, other] of todo) {
      const key = `${Math.min(one, other)} ${Math.max(one, other)}`
      if (seen.has(key)) continue
      seen.add(key)
      if (branch(inCycle(one), inCycle(other), false)) return true
    }
  }
  return false
}

function reachable(
  from: number,
  graph: ReadonlyMap<number, readonly number[]>,
  fuel: Fuel,
): ReadonlySet<number> {
  // A set that grows while it is walked through; the start is in it only if something leads back.
  const found = new Set(graph.get(from))
  for (const state of found) {
    for (const next of neighbours(graph, state)) if (fuel.spend(1)) found.add(next)
  }
  return found
}

function neighbours(
  graph: ReadonlyMap<number, readonly number[]>,
  state: number,
): readonly number[] {
  return graph.get(state) ?? []
}

function intersection(one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...one].filter((state) => other.has(state)))
}

function haveCommon(one: unknown, other: unknown): boolean {
  const characters = String(other)
  return Array.from(String(one)).some((character) => characters.includes(character))
}
