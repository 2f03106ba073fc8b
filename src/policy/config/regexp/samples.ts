import { MAX_ORIGIN_LENGTH } from '../../origins/origin-rule.js'
import type { Fuel } from './fuel.js'
import type { Syntax } from './syntax.js'

/** The beginning of a text, and what is still to be matched. */
interface Sample {
  readonly text: string
  readonly rest: Rest | null
}

interface Rest {
  readonly part: Syntax
  readonly next: Rest | null
}

/** Texts that a regular expression may match, whatever its size. */
export function* samplesOf(syntax: Syntax, fuel: Fuel): Generator<string> {
  const todo: Sample[] = [{ text: '', rest: { part: syntax, next: null } }]
  for (let sample = todo.pop(); sample !== undefined && fuel.spend(1); sample = todo.pop()) {
    const { text, rest } = sample
    if (rest === null) yield text
    else if (text.length <= MAX_ORIGIN_LENGTH) {
      for (const longer of continuations(text, rest).reverse()) todo.push(longer)
    }
  }
}

function continuations(text: string, { part, next }: Rest): Sample[] {
  switch (part.type) {
    case 'characters':
      return Array.from(part.characters, (character) => ({ text: text + character, rest: next }))
    case 'choice':
      return part.options.map((option) => ({ text, rest: { part: option, next } }))
    case 'sequence':
      return [
        { text, rest: part.items.reduceRight((rest, item) => ({ part: item, next: rest }), next) },
      ]
    case 'repeat': {
      const { item, min, max } = part
      const again: Syntax = { ...part, min: Math.max(min - 1, 0), max: max - 1 }
      return [
        ...(part.unread === undefined ? [] : guesses(text, part.unread, next)),
        ...(min === 0 ? [{ text, rest: next }] : []),
        ...(max === 0 ? [] : [{ text, rest: { part: item, next: { part: again, next } } }]),
      ]
    }
    default:
      return [{ text, rest: next }]
  }
}

/** What a back-reference repeats is a part of the text before it; what a class names, is in it. */
function guesses(before: string, unread: string, rest: Rest | null): Sample[] {
  const named = unread.match(/[a-z0-9.-]+/g) ?? []
  const repeated = Array.from(before, (_, start) => before.slice(start))
  return [...named, ...repeated].map((text) => ({ text: before + text, rest }))
}
