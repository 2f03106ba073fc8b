import { MAX_ORIGIN_LENGTH } from '../../../origins/origin-rule.js'
import { ALPHABET } from '../reading/alphabet.js'
import type { Automaton } from '../reading/automaton.js'
import type { Fuel } from '../reading/fuel.js'

/** An input under construction: in how many ways each state is reached, and what that cost. */
interface Attempt {
  readonly ways: ReadonlyMap<number, number>
  readonly steps: number
}

interface Longer extends Attempt {
  /** In how many ways the last character was taken. */
  readonly gained: number
}

/** How many attempts are carried on, besides one for each repetition. */
const WIDTH = 4

/** The tedious ones take some milliseconds. */
const MAX_STEPS = 1_000_000

/**
 * With fewer steps in this length, and no state that is new in it, an input stays below the limit:
 * steps grow with its cube.
 */
const PREVIEW = 100
const PREVIEW_STEPS = 20_000

/**
 * Whether some input of the length of an origin takes a backtracking engine too many steps. The
 * input is built character by character, going on with those that have the most ways; counting
 * the ways, instead of going them, costs little.
 */
export function isTedious(automaton: Automaton, fuel: Fuel): boolean {
  const characters = representatives(automaton)
  const known = new Set<number>()
  let last = { length: 0, steps: 0 }
  let attempts: readonly Attempt[] = [{ ways: add(new Map(), automaton.first.next, 1), steps: 0 }]
  for (let length = 1; length <= MAX_ORIGIN_LENGTH; length++) {
    const longer = attempts.flatMap((attempt) =>
      characters.map((character) => append(attempt, character, automaton, fuel)),
    )
    attempts = promising(longer, automaton, known)
    const steps = Math.max(0, ...attempts.map((attempt) => attempt.steps))
    if (steps > MAX_STEPS) return true
    const { size } = known
    for (const { ways } of attempts) for (const state of ways.keys()) known.add(state)
    if (known.size > size) last = { length, steps }
    const isSteady = length - last.length >= PREVIEW && steps - last.steps < PREVIEW_STEPS
    if (fuel.isSpent || isSteady) return false
  }
  return false
}

/**
 * The attempts with the most ways, different ones, and those with the most ways in a repetition or in
 * a state that is new.
 */
function promising(
  attempts: readonly Longer[],
  { taking }: Automaton,
  known: ReadonlySet<number>,
): readonly Attempt[] {
  const found = new Set(known)
  const chosen = new Map<string, Attempt>()
  // What is in no repetition has the number 0.
  const loops = new Set<number | undefined>([0])
  const sorted = attempts
    .filter(({ gained }) => gained > 0)
    .sort((one, other) => other.gained - one.gained)
  for (const attempt of sorted) {
    const states = [...attempt.ways.keys()]
    const own = states.map((state) => taking.get(state)?.loop)
    const isNew = states.some((state) => !found.has(state)) || own.some((loop) => !loops.has(loop))
    if (chosen.size >= WIDTH && !isNew) continue
    chosen.set(Array.from(attempt.ways).join(), attempt)
    for (const state of states) found.add(state)
    for (const loop of own) loops.add(loop)
  }
  return [...chosen.values()]
}

function append(
  { ways, steps }: Attempt,
  character: string,
  { taking, later }: Automaton,
  fuel: Fuel,
): Longer {
  const next = new Map<number, number>()
  let gained = 0
  for (const [state, count] of ways) {
    const found = taking.get(state)
    fuel.spend(1)
    if (!found?.characters.includes(character)) continue
    gained += count
    // If the match can end at once, nothing is tried again, but engines go on as far as they can first.
    add(next, found.step.next, found.step.stops ? 1 : count)
  }
  add(next, later.next, 1)
  fuel.spend(next.size)
  return { ways: next, steps: steps + gained, gained }
}

function add(
  ways: Map<number, number>,
  states: readonly number[],
  count: number,
): Map<number, number> {
  for (const state of states) ways.set(state, (ways.get(state) ?? 0) + count)
  return ways
}

/** One of each kind of characters that the expression does not tell apart. */
function representatives({ taking }: Automaton): readonly string[] {
  const classes = [...new Set([...taking.values()].map(({ characters }) => characters))]
  const kinds = new Map<string, string>()
  for (const character of ALPHABET) {
    const kind = classes.map((found) => Number(found.includes(character))).join('')
    if (kind.includes('1') && !kinds.has(kind)) kinds.set(kind, character)
  }
  return [...kinds.values()]
}
