const LIMIT = 200

/** Keeps the latest decisions, each under the mark that the page put into the request's URL. */
export function createDecisionLog() {
  const entries = []

  return {
    /** The hook for the option `onDecision`. */
    record(decision, req) {
      const request = `${req.method} ${req.path}`
      entries.push({ mark: req.query.mark, request, asked: askedBy(req), decision })
      if (entries.length > LIMIT) entries.shift()
      if (decision.denial) console.log(`${request}: ${decision.denial.message}`)
    },

    find(mark) {
      return entries.filter((entry) => entry.mark === mark)
    },
  }
}

function askedBy(req) {
  const names = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']
  return Object.fromEntries(names.flatMap((name) => (req.get(name) ? [[name, req.get(name)]] : [])))
}
