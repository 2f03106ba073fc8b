import type { Automaton, Look } from '../reading/automaton.js'
import { FOUND, type Step } from '../reading/follow.js'

/** A look-around on its way through the input. */
export interface Watch {
  readonly look: Look
  /** The states whose character may be next. */
  readonly states: readonly number[]
  /** Whether what it looks for ends here if the input does. */
  readonly ends: boolean
  /** Whether what it looks for ends here whatever follows. */
  readonly stops: boolean
}

/** What is watched from the start of the input on: what look-behinds look for. */
export function watchesAtStart({ looks }: Automaton): readonly Watch[] {
  return looks.filter(({ isBehind }) => isBehind).map((look) => watchOf(look, [look.first]))
}

/** What is watched after look-arounds are passed; `null` if one of them does not hold. */
export function passLooks(
  watches: readonly Watch[],
  passed: readonly number[],
  atStart: boolean,
  { looks }: Automaton,
): readonly Watch[] | null {
  const isAgainst = ({ look, ends, stops }: Watch) =>
    look.isBehind && passed.includes(look.index) && (look.isNegative ? stops : !ends)
  if (watches.some(isAgainst)) return null
  const begun = looks
    .filter(({ index, isBehind }) => !isBehind && passed.includes(index))
    .map((look) => watchOf(look, [atStart ? look.first : look.later]))
  return undecided([...watches, ...begun])
}

/** What is watched after one more character; `null` if a look-around fails by it. */
export function watchesAfter(
  watches: readonly Watch[],
  character: string,
  { taking }: Automaton,
): readonly Watch[] | null {
  if (watches.length === 0) return watches
  const further = watches.map(({ look, states }) => {
    const steps = states.flatMap((state) => {
      const taken = taking.get(state)
      return taken?.characters.includes(character) ? [taken.step] : []
    })
    return watchOf(look, look.isBehind ? [...steps, look.later] : steps)
  })
  return undecided(further)
}

/** Whether no look-ahead fails if the input ends here. */
export function holdAtEnd(watches: readonly Watch[]): boolean {
  return watches.every(({ look, ends }) => look.isBehind || ends !== look.isNegative)
}

/** The same key for watches with the same future. */
export function keyOfWatches(watches: readonly Watch[]): string {
  return watches.map(keyOf).sort().join(';')
}

function keyOf({ look, states, ends, stops }: Watch): string {
  return `${look.index} ${ends} ${stops} ${states}`
}

function watchOf(look: Look, steps: readonly Step[]): Watch {
  const ways = steps.flatMap((step) => step.ways)
  const found = ways.filter(({ to }) => to === FOUND)
  const states = ways.map(({ to }) => to).filter((to) => to !== FOUND)
  return {
    look,
    states: [...new Set(states)].sort(),
    ends: found.length > 0,
    stops: found.some(({ atEnd }) => !atEnd),
  }
}

/** Without the look-aheads that are decided; `null` if one is decided against. */
function undecided(watches: readonly Watch[]): readonly Watch[] | null {
  const different = new Map(watches.map((watch) => [keyOf(watch), watch]))
  const left: Watch[] = []
  for (const watch of different.values()) {
    const { look, states, ends, stops } = watch
    const isLost = !ends && states.length === 0
    if (look.isBehind || !(stops || isLost)) left.push(watch)
    else if (stops === look.isNegative) return null
  }
  return left
}
