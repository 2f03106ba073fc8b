import { MAX_ORIGIN_LENGTH } from '../../../origins/origin-rule.js'
import type { Syntax } from '../reading/syntax.js'

/** What a part of an expression costs a backtracking engine at most, tried at one place. */
interface Cost {
  /** On how many ways it matches, so how often what follows it is tried. */
  readonly ways: number
  readonly steps: number
}

/** Some ten milliseconds. */
const MAX_STEPS = 4_000_000

/** Whether an expression is quick by its form alone, whatever its characters are. */
export function isQuick(syntax: Syntax): boolean {
  const first = costOf(syntax, 1).steps
  const later = costOf(syntax, 0).steps
  return first + MAX_ORIGIN_LENGTH * later <= MAX_STEPS
}

/** The cost of a part, where `^` matches on `starts` ways: 1 or 0. */
function costOf(part: Syntax, starts: number): Cost {
  switch (part.type) {
    case 'characters':
    case 'end':
      return { ways: 1, steps: 1 }
    case 'start':
      return { ways: starts, steps: 1 }
    case 'look':
      // It may be tried from its end.
      return { ways: Number.POSITIVE_INFINITY, steps: Number.POSITIVE_INFINITY }
    case 'choice':
      return part.options
        .map((option) => costOf(option, starts))
        .reduce((all, { ways, steps }) => ({ ways: all.ways + ways, steps: all.steps + steps }))
    case 'sequence':
      return part.items.reduce<Cost>(
        ({ ways, steps }, item) => {
          if (ways === 0) return { ways, steps }
          const next = costOf(item, starts)
          return { ways: ways * next.ways, steps: steps + ways * next.steps }
        },
        { ways: 1, steps: 1 },
      )
    case 'repeat': {
      const { ways, steps } = costOf(part.item, starts)
      const times = Math.min(part.max, MAX_ORIGIN_LENGTH)
      const most = Math.max(1, ways) ** times
      return { ways: (times - part.min + 1) * most, steps: 1 + times * most * steps }
    }
  }
}
