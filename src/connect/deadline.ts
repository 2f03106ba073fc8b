/** How long a function may take to answer, in milliseconds. */
export const ANSWER_DEADLINE = 30_000

/**
 * The same promise, but it rejects if it has not settled in time: a function that never answers must
 * not leave its requests hanging.
 */
export function withDeadline<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const seconds = ANSWER_DEADLINE / 1000
      const message = `strict-cors: the origin or options function has not answered within ${seconds} seconds`
      reject(new Error(message))
    }, ANSWER_DEADLINE)
    promise.then(
      (answer) => {
        clearTimeout(timer)
        resolve(answer)
      },
      (error) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}
