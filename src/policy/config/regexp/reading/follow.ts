import type { Fuel } from './fuel.js'

/** A state of an automaton: it takes a character, or it is passed through. */
export interface State {
  /** If it takes one. */
  readonly characters?: string
  readonly assertion?: 'start' | 'end'
  /**
   * If it is a look-around, its index, or `null` if it is not relied upon: what it looks for is the
   * first of `next`, what follows it the other.
   */
  readonly look?: number | null
  /** If it takes one: the innermost repetition that it is in, 0 if it is in none. */
  readonly loop?: number
  /** Whether the first of `next` begins an iteration. */
  readonly opens?: boolean
  /** Where an iteration that ends here began: if it took nothing, engines give it up. */
  closes?: number
  next: readonly number[]
}

/** A way on: to a state that takes a character, or to the final one. */
export interface Way {
  readonly to: number
  /** Whether the input has to end here. */
  readonly atEnd: boolean
  /** The look-arounds that are passed, each of which has to hold here. */
  readonly looks: readonly number[]
}

/** What can come next. */
export interface Step {
  /** The states whose character may be next; one is named twice if there are two ways to it. */
  readonly next: readonly number[]
  /** The ways on in the expression itself, or in a look-around if the step is in one. */
  readonly ways: readonly Way[]
  /** Whether the match can end whatever follows, without a look-around that may not hold. */
  readonly stops: boolean
}

/** The index of the final state. */
export const FINAL = 0

/** The index of the final state of every look-around. */
export const FOUND = 1

/** What can come next, beginning with a state, by way of those that take no character. */
export function stepFrom(
  states: readonly State[],
  from: number,
  atStart: boolean,
  fuel: Fuel,
): Step {
  const next = new Set<number>()
  const ways: Way[] = []
  let stops = false
  const seen = new Set<string>()
  const none: readonly number[] = []
  const todo = [{ to: from, atEnd: false, looks: none, isOwn: true, isCertain: true }]
  for (const { isOwn, isCertain, ...way } of todo) {
    const { to, atEnd, looks } = way
    const state = states[to]
    const key = `${to} ${atEnd} ${isOwn} ${isCertain} ${looks}`
    if (state === undefined || seen.has(key) || !fuel.spend(1 + looks.length)) continue
    seen.add(key)
    if (to <= FOUND || (state.characters !== undefined && !atEnd)) {
      if (isOwn) ways.push(way)
      if (to > FOUND) next.add(to)
      stops ||= to === FINAL && !atEnd && isCertain
    } else if (state.characters === undefined && (state.assertion !== 'start' || atStart)) {
      const { look, assertion, next: followers } = state
      followers.forEach((following, i) => {
        todo.push({
          to: following,
          atEnd: atEnd || assertion === 'end',
          looks: typeof look === 'number' ? [...new Set([...looks, look])].sort() : looks,
          isOwn: isOwn && (look === undefined || i > 0),
          isCertain: isCertain && look === undefined,
        })
      })
    }
  }
  const twice = reachedTwice(states, from, fuel)
  return { next: [...next, ...[...next].filter((index) => twice.has(index))], ways, stops }
}

/**
 * The states to which there are two ways or more, as a backtracking engine goes them: it gives up
 * an iteration that took nothing.
 */
function reachedTwice(states: readonly State[], from: number, fuel: Fuel): ReadonlySet<number> {
  const once = new Set<number>()
  const twice = new Set<number>()
  const todo = [{ index: from, opened: [] as readonly number[] }]
  for (const { index, opened } of todo) {
    const state = states[index]
    if (state === undefined || twice.has(index) || !fuel.spend(1)) continue
    if (state.closes !== undefined && opened.includes(state.closes)) continue
    if (once.has(index)) twice.add(index)
    once.add(index)
    if (state.characters !== undefined || state.assertion !== undefined) continue
    state.next.forEach((following, i) => {
      todo.push({ index: following, opened: state.opens && i === 0 ? [...opened, index] : opened })
    })
  }
  return twice
}
