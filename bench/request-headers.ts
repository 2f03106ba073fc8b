/** What a front end asks for in its preflights, as browsers write it. */
export const THREE_NAMES = 'authorization,content-type,x-requested-with'

/** Lists of the same length, never the same twice in a row. */
export function otherNames(): () => string {
  const lists = ['th', 'to', 'of', 'in'].map((end) => THREE_NAMES.replace(/th$/, end))
  let turn = 0
  return () => lists[turn++ % lists.length] ?? ''
}
