/** Whether a value is an object as `{}` makes it, which options and policies are. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Another realm's Object.prototype counts: test runners load code in one.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
