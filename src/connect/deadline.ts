/** How long a function may take to answer, in milliseconds. */
export const ANSWER_DEADLINE = 30_000

/**
 * The same promise, but rejecting where it has not settled in time: a function that never answers
 * must not leave its requests hanging.
 */
export async function withDeadline<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    const seconds = ANSWER_DEADLINE / 1000
    const message = `strict-cors: the origin or options function has not answered within ${seconds} seconds`
    timer = setTimeout(() => reject(new Error(message)), ANSWER_DEADLINE)
  })
  try {
    return await Promise.race([promise, deadline])
  } finally {
    clearTimeout(timer)
  }
}
