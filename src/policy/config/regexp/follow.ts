import type { Fuel } from './fuel.js'

/** A state of an automaton: it takes a character, or it is passed through. */
export interface State {
  /** If it takes one. */
  readonly characters?: string
  readonly assertion?: 'start' | 'end'
  /** Whether the first of `next` begins an iteration. */
  readonly opens?: boolean
  /** Where an iteration that ends here began: if it took nothing, engines give it up. */
  closes?: number
  next: readonly number[]
}

/** What can come next. */
export interface Step {
  /** The states whose character may be next; one is named twice if there are two ways to it. */
  readonly next: readonly number[]
  /** Whether the match can end if the input ends here. */
  readonly ends: boolean
  /** Whether the match can end whatever follows. */
  readonly stops: boolean
}

/** The index of the final state. */
export const FINAL = 0

/** What can come next, beginning with a state, by way of those that take no character. */
export function stepFrom(
  states: readonly State[],
  from: number,
  atStart: boolean,
  fuel: Fuel,
): Step {
  const next = new Set<number>()
  let ends = false
  let stops = false
  const seen = new Set<string>()
  const todo = [{ index: from, atEnd: false }]
  for (const { index, atEnd } of todo) {
    const state = states[index]
    const key = `${index} ${atEnd}`
    if (state === undefined || seen.has(key) || !fuel.spend(1)) continue
    seen.add(key)
    if (index === FINAL) {
      ends = true
      stops ||= !atEnd
    } else if (state.characters !== undefined) {
      if (!atEnd) next.add(index)
    } else if (state.assertion !== 'start' || atStart) {
      const ended = atEnd || state.assertion === 'end'
      todo.push(...state.next.map((following) => ({ index: following, atEnd: ended })))
    }
  }
  const twice = reachedTwice(states, from, fuel)
  return { next: [...next, ...[...next].filter((index) => twice.has(index))], ends, stops }
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
