import { FINAL, FOUND, type State, type Step, stepFrom } from './follow.js'
import type { Fuel } from './fuel.js'
import type { Syntax } from './syntax.js'

/** A regular expression as states that take one character each. */
export interface Automaton {
  /** At the start of the input. */
  readonly first: Step
  /** Where the expression is tried again, further on in the input. */
  readonly later: Step
  /** What each state takes, and what can come after it. */
  readonly taking: ReadonlyMap<number, Taking>
  readonly looks: readonly Look[]
}

/** A look-around: how what it looks for begins, at the start of the input and further on. */
export interface Look {
  readonly index: number
  readonly isBehind: boolean
  readonly isNegative: boolean
  readonly first: Step
  readonly later: Step
}

export interface Taking {
  readonly characters: string
  /** The innermost repetition that it is in; 0 if it is in none. */
  readonly loop: number
  readonly step: Step
}

const MAX_STATES = 6000

/** Makes an automaton; `null` if it would be too large. */
export function compileSyntax(syntax: Syntax, fuel: Fuel): Automaton | null {
  const states: State[] = [{ next: [] }, { next: [] }]
  const looks: (Syntax & { type: 'look' } & { entry: number })[] = []
  const add = (state: State) => states.push(state) - 1
  let loop = 0
  let loops = 0

  /** Adds the states of a part, given the state that follows it, and returns the first of them. */
  const compile = (part: Syntax, next: number): number => {
    if (!fuel.spend(states.length < MAX_STATES ? 1 : Number.POSITIVE_INFINITY)) return next
    switch (part.type) {
      case 'characters':
        return add({ characters: part.characters, loop, next: [next] })
      case 'start':
      case 'end':
        return add({ assertion: part.type, next: [next] })
      case 'look': {
        const entry = compile(part.item, FOUND)
        const look = part.isKnown ? looks.push({ ...part, entry }) - 1 : null
        return add({ look, next: [entry, next] })
      }
      case 'choice':
        return add({ next: part.options.map((option) => compile(option, next)) })
      case 'sequence':
        return part.items.reduceRight((after, item) => compile(item, after), next)
      case 'repeat':
        return part.max > 1 ? compileLoop(part, next) : compileRepeat(part, next)
    }
  }

  const compileLoop = (part: Syntax & { type: 'repeat' }, next: number) => {
    const outer = loop
    loop = ++loops
    const entry = compileRepeat(part, next)
    loop = outer
    return entry
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

  const entry = compile(syntax, FINAL)
  const beginningAt = (state: number) => ({
    first: stepFrom(states, state, true, fuel),
    later: stepFrom(states, state, false, fuel),
  })
  const taking = new Map<number, Taking>()
  states.forEach(({ characters, loop = 0, next: [next = FINAL] }, state) => {
    if (characters === undefined) return
    taking.set(state, { characters, loop, step: stepFrom(states, next, false, fuel) })
  })
  const automaton = {
    ...beginningAt(entry),
    taking,
    looks: looks.map((look, index) => ({ ...look, index, ...beginningAt(look.entry) })),
  }
  return fuel.isSpent ? null : automaton
}
