/** Takes the answer of a function that does not return it. */
export type OutcomeCallback = (error?: unknown, answer?: unknown) => void

type Outcome = { readonly answer: unknown } | { readonly error: unknown }

/**
 * Calls a developer's function that may return its answer, return a promise of it, or call back.
 * The
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
  const first: { outcome: Outcome | null } = { outcome: null }
  let wake = () => {}
  const settle = (outcome: Outcome) => {
    if (first.outcome !== null) return
    first.outcome = outcome
    wake()
  }
  const settleAnswer = (answer: unknown) => {
    if (isAnswer(answer)) settle({ answer })
  }

  try {
    const returned = call((error, answer) => settle(error ? { error } : { answer }))
    if (isThenable(returned)) returned.then(settleAnswer, (error) => settle({ error }))
    else settleAnswer(returned)
  } catch (error) {
    settle({ error })
  }
  if (first.outcome !== null) return unwrap(first.outcome)
  return new Promise<void>((resolve) => {
    wake = resolve
  }).then(() => first.outcome && unwrap(first.outcome))
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
