/** The flags in the order of `RegExp.prototype.flags`, each with the getter that tells it. */
const FLAGS = [
  ['d', 'hasIndices'],
  ['g', 'global'],
  ['i', 'ignoreCase'],
  ['m', 'multiline'],
  ['s', 'dotAll'],
  ['u', 'unicode'],
  ['v', 'unicodeSets'],
  ['y', 'sticky'],
] as const

/**
 * A copy of a regular expression from any realm or subclass. `null` if the value is not a regular
 * expression, or if it overrides `test` or `exec`, which the copy would lose.
 */
export function plainRegExp(value: unknown): RegExp | null {
  if (typeof value !== 'object' || value === null) return null
  try {
    // The getters throw for look-alikes, such as an object that inherits from a regular expression.
    const source = String(slot('source', value))
    const flags = FLAGS.map(([flag, name]) => (slot(name, value) === true ? flag : '')).join('')
    return hasOwnMatching(value) ? null : new RegExp(source, flags)
  } catch {
    return null
  }
}

function slot(name: string, value: object): unknown {
  return Object.getOwnPropertyDescriptor(RegExp.prototype, name)?.get?.call(value)
}

/** Whether `test` or `exec` is not the one of `RegExp.prototype` in its realm. */
function hasOwnMatching(value: object): boolean {
  let root = value
  for (;;) {
    const parent: object | null = Object.getPrototypeOf(root)
    if (parent === null || Object.getPrototypeOf(parent) === null) break
    root = parent
  }
  return ['exec', 'test'].some((name) => Reflect.get(value, name) !== Reflect.get(root, name))
}
