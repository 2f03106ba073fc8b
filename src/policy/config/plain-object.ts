/** Whether a value is an object as `{}` makes it, which options and policies are. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: object | null = Object.getPrototypeOf(value)
  // Another realm's Object.prototype counts: test runners load code in one. Any other prototype may
  // hold options, and to overlook them would mean the default, which is everybody.
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf'))
  )
}
