import { toLiteral } from './format-value.js'

/** A fix as data: what to do at the `path` of its issue. */
export type Edit =
  /** Write this instead. An array for one entry of a list means several entries. */
  | { readonly replace: unknown }
  /** Give the option this name. */
  | { readonly rename: string }
  /** Leave it out. */
  | { readonly remove: true }

/** A fix that needs no decision: as a text, and the same as data. */
export interface ExactFix {
  readonly text: string
  readonly edit: Edit
}

/** What to write instead: a text alone if only a person can know it. */
export type Fix = string | ExactFix

/**
 * Values to type in, which replace one.
 * @param inList whether that one is an entry of a list
 */
export function replacement(values: readonly unknown[], inList: boolean, advice = ''): ExactFix {
  const [only] = values
  const replace = values.length === 1 ? only : values
  return { text: toLiteral(values, inList) + advice, edit: { replace } }
}

/** To leave out an option or an entry. */
export function removal(advice = ''): ExactFix {
  return { text: `remove it${advice}`, edit: { remove: true } }
}

/** To give an option its name. */
export function renaming(name: string): ExactFix {
  return { text: `did you mean ${name}?`, edit: { rename: name } }
}

/** A fix with something more to say. */
export function withAdvice(fix: Fix, advice: string): Fix {
  return typeof fix === 'string' ? fix + advice : { ...fix, text: fix.text + advice }
}
