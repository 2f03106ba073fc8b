const EVIL = 'https://evil.test'

/**
 * Tries to change everything that can be reached from a value: its properties, its items, and the
 * insides of its regular expressions. Prototypes are everybody's and stay as they are.
 */
export function tamper(value: unknown, done = new Set<unknown>()): void {
  if (!isObject(value) || done.has(value)) return
  done.add(value)
  const keys = Reflect.ownKeys(value)
  // First what lies deeper, since it may be out of reach afterwards.
  for (const key of keys) tamper(Reflect.get(value, key), done)

  if (Array.isArray(value)) {
    attempt(() => value.push(EVIL, '*'))
    attempt(() => value.unshift('*'))
    attempt(() => value.fill(EVIL))
    attempt(() => value.reverse())
    attempt(() => value.splice(0))
  }
  if (value instanceof RegExp) {
    attempt(() => value.compile('', 'g'))
    attempt(() => {
      value.lastIndex = 1000
    })
  }
  for (const key of [...keys, 'origin', 'Access-Control-Allow-Origin', '0', 'test', 'evaluate']) {
    attempt(() => Reflect.set(value, key, EVIL))
    attempt(() => Reflect.defineProperty(value, key, { value: EVIL }))
    attempt(() => Reflect.deleteProperty(value, key))
  }
  Reflect.setPrototypeOf(value, { evaluate: () => ({ allowed: true }), test: () => true })
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

/** Much of it throws, as pushing to what is frozen, or making a string the length of an array. */
function attempt(change: () => unknown): void {
  try {
    change()
  } catch {}
}
