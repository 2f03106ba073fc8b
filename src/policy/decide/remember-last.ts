/**
 * The same function, but where it is asked the same twice in a row it answers from memory. It
 * remembers one value, so what strangers send cannot pile up.
 */
export function rememberLast<Result>(
  compute: (value: string) => Result,
): (value: string) => Result {
  let lastValue = ''
  let lastResult = compute(lastValue)
  return (value) => {
    if (value !== lastValue) {
      lastResult = compute(value)
      lastValue = value
    }
    return lastResult
  }
}
