import { MAX_ORIGIN_LENGTH } from '../../../origins/origin-rule.js'
import type { Fuel } from '../reading/fuel.js'
import type { Syntax } from '../reading/syntax.js'

/** The beginning of a text, and what is still to be matched. */
interface Sample {
  readonly text: string
  readonly rest: Rest | null
  /** What a part that is not read stands for: the same wherever it is. */
  readonly guessed: Readonly<Record<string, string>>
}

interface Rest {
  readonly part: Syntax
  readonly next: Rest | null
}

/** Texts that a regular expression may match, whatever its size. */
export function* samplesOf(syntax: Syntax, fuel: Fuel): Generator<string> {
  const todo: Sample[] = [{ text: '', rest: { part: syntax, next: null }, guessed: {} }]
  for (let sample = todo.pop(); sample !== undefined && fuel.spend(1); sample = todo.pop()) {
    if (sample.rest === null) yield sample.text
    else if (sample.text.length <= MAX_ORIGIN_LENGTH) {
      for (const longer of continuations(sample, sample.rest).reverse()) {
        todo.push({ ...sample, ...longer })
      }
    }
  }
}

function continuations({ text, guessed }: Sample, { part, next }: Rest): Partial<Sample>[] {
  switch (part.type) {
    case 'characters':
      return Array.from(part.characters, (character) => ({ text: text + character, rest: next }))
    case 'choice':
      return part.options.map((option) => ({ rest: { part: option, next } }))
    case 'sequence':
      return [{ rest: part.items.reduceRight((rest, item) => ({ part: item, next: rest }), next) }]
    case 'repeat': {
      const { item, min, max, unread } = part
      if (unread !== undefined) {
        const known = guessed[unread]
        return (known === undefined ? guesses(text, unread) : [known]).map((guess) => ({
          text: text + guess,
          rest: next,
          guessed: { ...guessed, [unread]: guess },
        }))
      }
      const again: Syntax = { ...part, min: Math.max(min - 1, 0), max: max - 1 }
      const more = max === 0 ? [] : [{ rest: { part: item, next: { part: again, next } } }]
      return min === 0 ? [{ rest: next }, ...more] : more
    }
    case 'look':
      // What has to be before may be in the text before the match, what has to follow behind it.
      return [{ rest: next }, ...(part.isNegative ? [] : [{ rest: { part: part.item, next } }])]
    default:
      return [{ rest: next }]
  }
}

/** What a class with strings names; what a back-reference repeats, which is a part of the text. */
function guesses(text: string, unread: string): string[] {
  const starts = [...Array(text.length).keys()]
  const parts = starts.flatMap((start) => starts.map((end) => text.slice(start, end + 1)))
  return [...unread.split(/[^a-z0-9.-]+/), ...new Set(parts)]
}
