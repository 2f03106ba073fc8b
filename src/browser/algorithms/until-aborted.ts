/**
 * What the work results in, unless the signal is aborted first. Work that does not heed the signal
 * goes on, but nobody waits for it.
 * @throws the signal's reason as soon as it is aborted
 */
export async function untilAborted<Result>(
  signal: AbortSignal,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  let stop = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason)
  })
  signal.addEventListener('abort', stop)
  try {
    return await Promise.race([work(), aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
