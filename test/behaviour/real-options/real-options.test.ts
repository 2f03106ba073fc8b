import cors28 from 'cors'
import { describe, expect, it } from 'vitest'
import { CorsConfigError, cors } from '../../../src/index.js'
import { applyEdits } from '../../unit/policy/apply-edits.js'
import { CONFIGURATIONS, type Configuration } from './corpus.js'
import { type Library, observe, type RequestName } from './observe.js'
import outcomes from './outcomes.json' with { type: 'json' }
import { REASONS, type Reason } from './reasons.js'

/** What happens to a configuration that is taken from `cors` as it is. */
type Outcome =
  /** It starts, and these requests have another outcome, each for its reason. */
  | { readonly differs: Readonly<Record<string, string>> }
  /** It is refused for these codes. With all edits, the intended origin can read, or it starts. */
  | {
      readonly refused: readonly string[]
      /** `reads`, `starts`, or `by a person` if an edit is unknown. */
      readonly fix: string
    }

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map(Object.entries<Outcome>(outcomes))
const REASONS_BY_NAME: ReadonlyMap<string, Reason> = new Map(Object.entries<Reason>(REASONS))

const older: Library = (options) => Reflect.apply(cors28, undefined, [options])
const ours: Library = (options) => Reflect.apply(cors, undefined, [options])

/** What keeps a configuration from starting; empty if nothing does. */
function issuesOf(configuration: Configuration) {
  const { options, outer, optionsStar } = configuration
  try {
    for (const make of [options, outer, optionsStar]) if (make !== undefined) ours(make())
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues
    throw error
  }
  return []
}

async function outcomeOf(configuration: Configuration): Promise<Outcome> {
  const issues = issuesOf(configuration)
  if (issues.length > 0) {
    const refused = [...new Set(issues.map(({ code }) => code))]
    return { refused, fix: await fix(configuration) }
  }
  const before = await observe(older, configuration)
  const after = await observe(ours, configuration)
  const differs: Record<string, string> = {}
  for (const [name, { outcome, error }] of after) {
    expect(error).not.toContain('CorsConfigError')
    const was = before.get(name)?.outcome ?? ''
    if (outcome !== was) differs[name] = reasonFor(configuration, name, was, outcome)
  }
  return { differs }
}

/** The reason that the table gives for a difference, if that is such a difference; else the difference. */
function reasonFor({ id }: Configuration, name: RequestName, was: string, is: string): string {
  const expected = OUTCOMES.get(id)
  const given = expected !== undefined && 'differs' in expected ? expected.differs[name] : undefined
  const reason = given === undefined ? undefined : REASONS_BY_NAME.get(given)
  const isSuch = reason?.requests.includes(name) && reason.cors.test(was) && reason.here.test(is)
  return isSuch && given !== undefined ? given : `cors: ${was}; here: ${is}`
}

async function fix(configuration: Configuration): Promise<string> {
  const options = configuration.options()
  const edited = applyEdits(options, issuesOf({ ...configuration, options: () => options }))
  if (edited === null) return 'by a person'
  const fixed = { ...configuration, options: () => edited.options, optionsStar: undefined }
  const seen = await observe(ours, fixed)
  expect(seen.get('GET, other origin')?.outcome).not.toContain('with cookies')
  return seen.get('GET, origin meant')?.outcome.includes('page: with') ? 'reads' : 'starts'
}

describe('options of real programs', () => {
  it('are those of the table', () => {
    expect(CONFIGURATIONS.map(({ id }) => id)).toEqual([...OUTCOMES.keys()])
  })

  it.each(CONFIGURATIONS)('do what the table says: $id', async (configuration) => {
    expect(await outcomeOf(configuration)).toEqual(OUTCOMES.get(configuration.id))
  })

  it('need every reason of the table', () => {
    const used = [...OUTCOMES.values()].flatMap((outcome) =>
      'differs' in outcome ? Object.values(outcome.differs) : [],
    )
    expect(new Set(used)).toEqual(new Set(REASONS_BY_NAME.keys()))
  })

  it('leave to a person only what no program can know', () => {
    const left = [...OUTCOMES.values()].flatMap((outcome) =>
      'fix' in outcome && outcome.fix === 'by a person' ? outcome.refused : [],
    )
    expect(new Set(left)).toEqual(
      new Set([
        'any-origin',
        'insecure-origin',
        'invalid-type',
        'open-regexp',
        'origin-missing',
        'public-suffix-wildcard',
        'unknown-option',
        'wildcard-with-credentials',
      ]),
    )
  })
})
