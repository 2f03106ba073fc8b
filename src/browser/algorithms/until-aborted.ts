/**
 * The result of the work, unless the signal is aborted first. Work that does not heed the signal
 * goes on, but nobody waits for it.
 * @throws the signal's reason as soon as it is aborted
 */
export function untilAborted<Result>(
  signal: AbortSignal,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    start(work)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop))
  })
}

/** A promise even if the work throws. */
async function start<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  return work()
}
