/**
 * The same function, with its last result remembered. It keeps one value only, so that what strangers
 * send cannot pile up.
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
