/** What a function of the app calls with its answer, instead of returning it. */
export type OutcomeCallback = (error?: unknown, answer?: unknown) => void

type Outcome = { readonly answer: unknown } | { readonly error: unknown }

/**
 * Calls a developer's function that may return its answer, return a promise of it, or call back. The
 * first of these counts, once; what comes after it is ignored.
 *
 * @param isAnswer which returned values count; the others, such as the `undefined` or the query
 *   object of `(origin, callback) => database.query(sql, callback)`, mean that the callback will be
 *   called
 * @returns the answer, or a promise of it
 * @throws what the function throws or calls back as an error; a promise rejects with it
 */
export function firstAnswer(
  call: (callback: OutcomeCallback) => unknown,
  isAnswer: (returned: unknown) => boolean,
): unknown {
  const first = new FirstOutcome()
  try {
    const returned = call((error, answer) => first.settle(error ? { error } : { answer }))
    if (isThenable(returned)) {
      const settleAnswer = (answer: unknown) => isAnswer(answer) && first.settle({ answer })
      returned.then(settleAnswer, (error) => first.settle({ error }))
    } else if (first.outcome === null && isAnswer(returned)) return returned
  } catch (error) {
    first.settle({ error })
  }
  return first.outcome === null ? first.wait().then(unwrap) : unwrap(first.outcome)
}

/** Takes one outcome. A class, since a closure for each of these would cost every request its memory. */
class FirstOutcome {
  outcome: Outcome | null = null
  #wake: ((outcome: Outcome) => void) | null = null

  settle(outcome: Outcome): void {
    if (this.outcome !== null) return
    this.outcome = outcome
    this.#wake?.(outcome)
  }

  wait(): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}

/** Whether a value has a `then`, as promises of any realm do. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}

function unwrap(outcome: Outcome): unknown {
  if ('answer' in outcome) return outcome.answer
  // Whoever hands this on, as `next(error)`, must not mistake it for no error.
  throw outcome.error || new Error('the function failed without saying why')
}
