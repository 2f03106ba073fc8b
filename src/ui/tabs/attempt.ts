/** What `run` returns, or the error of one class that it throws. Others are thrown on. */
export function attempt<Result, Problem extends Error>(
  kind: new (...args: never) => Problem,
  run: () => Result,
): Result | Problem {
  try {
    return run()
  } catch (error) {
    if (error instanceof kind) return error
    throw error
  }
}
