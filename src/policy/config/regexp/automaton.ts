import { FINAL, type State, type Step, stepFrom } from './follow.js'
import type { Fuel } from './fuel.js'
import { ALPHABET } from './origin-grammar.js'
import type { Syntax } from './syntax.js'

/** A regular expression as states that take one character each. */
export interface Automaton {
  /** At the start of the input. */
  readonly first: Step
  /** Where the expression is tried again, further on in the input. */
  readonly later: Step
  /** What each state takes, and what can come after it. */
  readonly taking: ReadonlyMap<number, Taking>
}

export interface Taking {
  readonly characters: string
  readonly step: Step
}

const MAX_STATES = 6000

/** Makes an automaton; `null` if it would be too large. */
export function compileSyntax(syntax: Syntax, fuel: Fuel): Automaton | null {
  const states: State[] = []
  const add = (state: State) => states.push(state) - 1

  /** Adds the states of a part, given the state that follows it, and returns the first of them. */
  const compile = (part: Syntax, next: number): number => {
    if (!fuel.spend(states.length < MAX_STATES ? 1 : Number.POSITIVE_INFINITY)) return next
    switch (part.type) {
      case 'characters':
        return add({ characters: part.characters, next: [next] })
      case 'start':
      case 'end':
        return add({ assertion: part.type, next: [next] })
      case 'look':
        // Its states lead nowhere: they cost time, but what they match is not relied upon.
        return add({ next: [compile(part.item, add({ next: [] })), next] })
      case 'choice':
        return add({ next: part.options.map((option) => compile(option, next)) })
      case 'sequence':
        return part.items.reduceRight((after, item) => compile(item, after), next)
      case 'repeat':
        return compileRepeat(part, next)
    }
  }

  const compileRepeat = ({ item, min, max }: Syntax & { type: 'repeat' }, next: number) => {
    let after = next
    if (max === Number.POSITIVE_INFINITY) {
      const loop: State = { opens: true, next: [] }
      after = add(loop)
      loop.closes = after
      loop.next = [compile(item, after), next]
    } else {
      for (let i = min; i < max; i++) {
        const close: State = { next: [after] }
        const entry = compile(item, add(close))
        after = add({ opens: true, next: [entry, next] })
        close.closes = after
      }
    }
    for (let i = 0; i < min; i++) after = compile(item, after)
    return after
  }

  add({ next: [] })
  const entry = compile(syntax, FINAL)
  const taking = new Map<number, Taking>()
  states.forEach(({ characters, next: [next = FINAL] }, state) => {
    if (characters === undefined) return
    taking.set(state, { characters, step: stepFrom(states, next, false, fuel) })
  })
  const first = stepFrom(states, entry, true, fuel)
  const later = stepFrom(states, entry, false, fuel)
  return fuel.isSpent ? null : { first, later, taking }
}

/** The text before and after a match. */
const BEFORE = -1
const BEHIND = -2

/** The same automaton for whole inputs: it takes the text before and after a match as well. */
export function forWholeInput({ first, later, taking }: Automaton): Automaton {
  const extend = ({ next, ends, stops }: Step, more: readonly number[]): Step => ({
    next: [...new Set([...next, ...(stops ? [BEHIND] : []), ...more])],
    ends,
    stops,
  })
  const again = extend(later, [BEFORE])
  const behind = { next: [BEHIND], ends: true, stops: true }
  const whole = [...taking].map(([state, { characters, step }]) => {
    return [state, { characters, step: extend(step, []) }] as const
  })
  return {
    first: extend(first, [BEFORE]),
    later: again,
    taking: new Map<number, Taking>([
      ...whole,
      [BEFORE, { characters: ALPHABET, step: again }],
      [BEHIND, { characters: ALPHABET, step: behind }],
    ]),
  }
}
