import { calls, probeCalls, probesOf } from '../calls.js'
import { answerOf, type Exchange, freshExchange, type Shape } from '../exchange.js'
import type { Middleware } from '../limit.js'
import type { Bar, Group, Scenario, Work } from '../scenario.js'
import { DUTIFUL, SUBJECT } from '../scenario.js'

/** A middleware and the requests that it is called with. */
export interface Candidate {
  readonly middleware: Middleware
  readonly shape: Shape
}

interface MiddlewareScenario {
  readonly group: Group
  readonly title: string
  readonly reference: string
  readonly most: number | null
  readonly long?: boolean
  /** Whether the subject must answer as the reference does. */
  readonly sameAnswer: boolean
  readonly candidates: () => Readonly<Record<string, Candidate>>
}

/** Middleware called with requests and responses that no socket is behind. */
export function middlewareScenario(scenario: MiddlewareScenario): Scenario {
  const { group, title, reference, most, long = false } = scenario
  const bars: Bar[] = most === null ? [] : [{ kind: 'ratio', most }]
  const works = () => {
    const candidates = scenario.candidates()
    if (scenario.sameAnswer) {
      assertSameAnswer(candidates[reference], candidates[SUBJECT])
      if (DUTIFUL in candidates) assertSameAnswer(candidates[reference], candidates[DUTIFUL])
    }
    return mapValues(candidates, workOf)
  }
  return {
    group,
    title,
    unit: 'ns',
    reference,
    subject: SUBJECT,
    bars,
    rounds: 300,
    long,
    works,
    probes: (turn) => probesOf(works(), turn, probeCalls),
  }
}

function workOf({ middleware, shape }: Candidate): Work {
  const next = () => {}
  return calls<Exchange>(
    () => freshExchange(shape),
    ({ req, res }) => middleware(req, res, next),
  )
}

function assertSameAnswer(reference: Candidate | undefined, subject: Candidate | undefined): void {
  if (reference === undefined || subject === undefined) throw new Error('a candidate is missing')
  const expected = answer(reference)
  const actual = answer(subject)
  if (actual !== expected) {
    throw new Error(`the answers differ\n\nexpected\n${expected}\n\nactual\n${actual}`)
  }
}

function answer({ middleware, shape }: Candidate): string {
  const exchange = freshExchange(shape)
  let continued = false
  middleware(exchange.req, exchange.res, () => {
    continued = true
  })
  return `${answerOf(exchange)}\ncontinued: ${continued}`
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  map: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}
