import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { AnswerMemory } from '../../../../src/connect/app-functions/answer-memory.js'

/** Counts how often something was made from answers that are given one after the other. */
function judgements(...answers: readonly object[]): number {
  const memory = new AnswerMemory<number>()
  let made = 0
  for (const answer of answers) memory.find(new Map(Object.entries(answer)), () => ++made)
  return made
}

const LIST = ['https://a.test', /^https:\/\/b\.test$/]
const decide = () => true

describe('the memory of answers', () => {
  it('knows options by their content', () => {
    const answer = () => ({ origin: [...LIST], credentials: true, maxAge: 5, onDecision: decide })
    expect(judgements(answer(), answer(), answer())).toBe(1)
  })

  it('knows a regular expression by its source and flags, of whatever realm', () => {
    const foreign = runInNewContext('/^https:\\/\\/a\\.test$/i')
    const own = /^https:\/\/a\.test$/i
    expect(judgements({ origin: own }, { origin: foreign }, { origin: [own] })).toBe(2)
  })

  it.each<[string, object, object]>([
    ['a value', { maxAge: 5 }, { maxAge: 6 }],
    ['a name', { methods: '*' }, { exposedHeaders: '*' }],
    ['an option more', { maxAge: 5 }, { maxAge: 5, credentials: true }],
    ['an option less', { maxAge: 5, credentials: true }, { maxAge: 5 }],
    ['an item', { origin: ['https://a.test'] }, { origin: ['https://b.test'] }],
    ['an item more', { origin: ['https://a.test'] }, { origin: ['https://a.test', 'null'] }],
    ['a list for its item', { origin: 'https://a.test' }, { origin: ['https://a.test'] }],
    ['an item for its list', { origin: ['https://a.test'] }, { origin: 'https://a.test' }],
    ['a source', { origin: /a/ }, { origin: /b/ }],
    ['a flag', { origin: /a/ }, { origin: /a/i }],
    ['a string for an expression', { origin: /a/ }, { origin: '/a/' }],
    ['a function', { origin: () => true }, { origin: () => true }],
  ])('tells two answers apart by %s', (_what, one, other) => {
    expect(judgements(one, other)).toBe(2)
  })

  it('keeps copies, since an array may change after it was judged', () => {
    const memory = new AnswerMemory<string>()
    const origin = ['https://a.test']
    expect(memory.find(new Map([['origin', origin]]), () => 'first')).toBe('first')
    origin[0] = 'https://b.test'
    expect(memory.find(new Map([['origin', origin]]), () => 'second')).toBe('second')
    expect(memory.find(new Map([['origin', ['https://a.test']]]), () => 'third')).toBe('first')
  })

  it('hands over the copy, so that what was judged is what is kept', () => {
    const origin = ['https://a.test', undefined]
    const judged = new AnswerMemory<unknown>().find(new Map([['origin', origin]]), (given) =>
      given.get('origin'),
    )
    expect(judged).toEqual(origin)
    expect(judged).not.toBe(origin)
  })

  it('forgets the oldest, so that new answers on each request do not pile up', () => {
    const answers = Array.from({ length: 9 }, (_, maxAge) => ({ maxAge }))
    expect(judgements(...answers, { maxAge: 8 })).toBe(9)
    expect(judgements(...answers, { maxAge: 0 })).toBe(10)
    expect(judgements(...answers, { maxAge: 0 }, { maxAge: 2 })).toBe(10)
  })

  it('does not remember what could not be judged', () => {
    const memory = new AnswerMemory<never>()
    const fail = () => {
      throw new Error('wrong options')
    }
    expect(() => memory.find(new Map(), fail)).toThrow('wrong options')
    expect(() => memory.find(new Map(), fail)).toThrow('wrong options')
  })
})
