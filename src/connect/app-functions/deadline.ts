import type { HttpResponse } from '../response-headers.js'

/** How long the functions that decide on one request may take together, in milliseconds. */
export const ANSWER_DEADLINE = 30_000

/** When a request must be decided, in milliseconds since `performance.timeOrigin`. */
export type Deadline = number

/** The deadline of a request that begins to wait now. */
export function startDeadline(): Deadline {
  return performance.now() + ANSWER_DEADLINE
}

/**
 * Whether nothing can be done for a request any more: while a function took its time, something else,
 * such as a timeout, has sent the response, or the client has gone.
 */
export function isOver(res: HttpResponse): boolean {
  // The compatibility API of `node:http2` has `destroyed` on the stream only.
  return res.writableEnded || res.destroyed || ('stream' in res && res.stream.destroyed)
}

/**
 * The same promise, but it rejects if it has not settled in time: a function that never answers must
 * not leave its requests hanging. It also rejects when the client goes, so that a request which
 * nobody waits for is not kept in memory.
 */
export function withDeadline<T>(
  promise: Promise<T>,
  res: HttpResponse,
  deadline: Deadline,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        release()
        const seconds = ANSWER_DEADLINE / 1000
        const message = `strict-cors: the origin or options function has not answered within ${seconds} seconds`
        reject(new Error(message))
      },
      Math.ceil(deadline - performance.now()),
    )
    const abandon = () => {
      release()
      reject(new Error('strict-cors: the client has closed the connection'))
    }
    const release = () => {
      clearTimeout(timer)
      res.off?.('close', abandon)
    }
    // Test doubles and small servers may have no events.
    res.on?.('close', abandon)
    promise.then(
      (answer) => {
        release()
        resolve(answer)
      },
      (error) => {
        release()
        reject(error)
      },
    )
  })
}
