import { readFileSync } from 'node:fs'
import type { Explanation, MessageFacts } from '../../../src/browser/messages/explanation.js'

/** A message that a browser printed or a person pasted, with what it says. */
export interface Sample {
  readonly id: string
  readonly source: 'chromium' | 'firefox' | 'webkit' | 'paste'
  readonly text: string
  readonly code: string
  /** Every code that the text allows, if there is more than one. */
  readonly accept?: readonly string[]
  /** The facts in the text; explanations do not include the fact `addressSpace`. */
  readonly facts: MessageFacts & { readonly addressSpace?: string }
}

/** Real messages of browsers, collected from three engines and from public threads. */
export const COLLECTION: readonly Sample[] = JSON.parse(
  readFileSync(new URL('messages.json', import.meta.url), 'utf8'),
)

/** How much of some samples was recognized. */
export interface Score {
  readonly samples: number
  readonly recognized: number
  readonly facts: number
  readonly rightFacts: number
  /** The ids of those that were not recognized, or not with every fact. */
  readonly missed: readonly string[]
}

/** How much of the samples the function recognizes, and how many of their facts it finds. */
export function scoreOf(
  samples: readonly Sample[],
  explain: (text: string) => readonly Explanation[],
): Score {
  let recognized = 0
  let facts = 0
  let rightFacts = 0
  const missed: string[] = []
  for (const sample of samples) {
    const wanted = wantedFacts(sample)
    const right = explain(sample.text)
      .filter(({ code }) => (sample.accept ?? [sample.code]).includes(code))
      .map((explanation) => rightIn(explanation, wanted))
    const best = Math.max(0, ...right)
    if (right.length > 0) recognized += 1
    facts += wanted.length
    rightFacts += best
    if (right.length === 0 || best < wanted.length) missed.push(sample.id)
  }
  return { samples: samples.length, recognized, facts, rightFacts, missed }
}

function wantedFacts({ facts }: Sample): [string, unknown][] {
  return Object.entries(facts).filter(([name]) => name !== 'addressSpace')
}

function rightIn({ facts }: Explanation, wanted: readonly [string, unknown][]): number {
  const told = new Map<string, unknown>(Object.entries(facts))
  return wanted.filter(([name, value]) => told.get(name) === value).length
}
