import { MAX_ORIGIN_LENGTH } from '../../../origins/origin-rule.js'
import { ALPHABET } from '../reading/alphabet.js'
import type { Automaton } from '../reading/automaton.js'
import { FINAL, type Way } from '../reading/follow.js'
import type { Fuel } from '../reading/fuel.js'
import {
  holdAtEnd,
  keyOfWatches,
  passLooks,
  type Watch,
  watchesAfter,
  watchesAtStart,
} from './look-arounds.js'
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

/** How far an origin has been read, and what look-arounds watch for there. */
interface Point {
  readonly place: Place
  readonly watches: readonly Watch[]
  /** The same for points with the same future. */
  readonly key: string
}

/** What an expression takes of some characters, and the points that they lead to. */
interface Following {
  readonly taken: string
  readonly points: ReadonlyMap<string, Point & { readonly characters: string }>
}

/** What it costs to follow a state of a look-around. */
const STEPS_PER_WATCH = 0.25

/** The text before a match. What follows the match is taken by the final state. */
const BEFORE: Way = { to: -1, atEnd: false, looks: [] }

/** The last characters of the origins that an expression matches, shortest origins first. */
export function lastCharacters(automaton: Automaton, fuel: Fuel): readonly Node[] {
  const { first, later, taking } = automaton
  // Most expressions match at the start only.
  const before = later.ways.length === 0 ? [] : [BEFORE]
  const again = { characters: ALPHABET, ways: [...later.ways, ...before] }
  const behind = { characters: ALPHABET, ways: [{ ...BEFORE, to: FINAL }] }
  const takingOf = (to: number) => {
    if (to === BEFORE.to) return again
    const taken = taking.get(to)
    return taken === undefined ? behind : { ways: taken.step.ways, characters: taken.characters }
  }
  const followings = new Map<string, Following>()
  const follow = (point: Point, characters: string): Following => {
    const key = `${characters} ${point.key}`
    const following = followings.get(key) ?? followingOf(point, characters, automaton, fuel)
    followings.set(key, following)
    return following
  }
  const nodes = new Map<string, Node>()
  const todo: { node: Node; ways: readonly Way[]; at: Point }[] = []
  const last = new Set<Node>()

  const visit = (ways: readonly Way[], at: Point, before: Node | null): void => {
    const beginning = before === null ? '' : before.beginning + before.characters.slice(0, 1)
    for (const { to, atEnd, looks } of ways) {
      const point = passing(at, looks, before === null, automaton)
      if (point === null) continue
      if (to === FINAL && before && isComplete(at.place) && holdAtEnd(point.watches)) {
        last.add(before)
      }
      // Longer origins are not read.
      if (atEnd || beginning.length === MAX_ORIGIN_LENGTH) continue
      const { characters: some, ways: next } = takingOf(to)
      const { taken, points } = follow(point, some)
      for (const after of points.values()) {
        if (!fuel.spend(1)) return
        const key = `${to} ${taken} ${after.key}`
        const known = nodes.get(key)
        const { place, characters } = after
        const node = known ?? { place, characters, taken, before: [], beginning }
        if (before !== null) node.before.push(before)
        if (known !== undefined) continue
        nodes.set(key, node)
        todo.push({ node, ways: next, at: after })
      }
    }
  }
  visit([...first.ways, ...before], pointAt(BEGINNING, watchesAtStart(automaton)), null)
  for (const { node, ways, at } of todo) visit(ways, at, node)
  return [...last]
}

function pointAt(place: Place, watches: readonly Watch[]): Point {
  const key = watches.length === 0 ? place.key : `${place.key} ${keyOfWatches(watches)}`
  return { place, watches, key }
}

/** The same point after look-arounds are passed; `null` if one of them does not hold. */
function passing(
  point: Point,
  looks: readonly number[],
  atStart: boolean,
  automaton: Automaton,
): Point | null {
  if (looks.length === 0) return point
  const watches = passLooks(point.watches, looks, atStart, automaton)
  return watches && pointAt(point.place, watches)
}

function followingOf(from: Point, characters: string, automaton: Automaton, fuel: Fuel): Following {
  const points = new Map<string, Point & { characters: string }>()
  const states = from.watches.flatMap((watch) => watch.states)
  let taken = ''
  for (const character of characters) {
    if (!fuel.spend(states.length * STEPS_PER_WATCH)) break
    const watches = watchesAfter(from.watches, character, automaton)
    if (watches === null) continue
    taken += character
    const place = advance(from.place, character)
    if (place === null) continue
    const point = pointAt(place, watches)
    const known = points.get(point.key)
    if (known === undefined) points.set(point.key, { ...point, characters: character })
    else known.characters += character
  }
  return { taken, points }
}
