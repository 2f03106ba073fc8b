/**
 * Whether what a function answers for `origin` can only mean that nobody may read: nothing, `0`, nothing
 * in a list, or a word that is not an origin, as in `{ origin: 'denied' }`. At start-up each is a
 * mistake; from a function that has looked at the request it is a way to say no.
 */
export function meansNobody(answer: unknown): boolean {
  if (typeof answer === 'string') return !NOT_JUST_A_WORD.test(answer)
  if (Array.isArray(answer)) return answer.length === 0
  return !answer
}

/** A text that may have been meant as an origin: a mistake in it is an error, not a way to say no. */
const NOT_JUST_A_WORD = /[.:/*]|^localhost$|^null$/
