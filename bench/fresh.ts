/**
 * The same text as a string of its own, whose hash nobody has computed yet: like the parser's, and
 * unlike a literal's.
 */
export function fresh(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}
