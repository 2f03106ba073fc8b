import { describe, expect, it } from 'vitest'
import { explainMessage } from '../../../src/browser/messages/explain-message.js'
import { COLLECTION, scoreOf } from './collection.js'

const PRINTED = COLLECTION.filter(({ source }) => source !== 'paste')
const PASTED = COLLECTION.filter(({ source }) => source === 'paste')

describe('the collection of messages', () => {
  it('is recognized, with its facts, if a browser printed it', () => {
    const { samples, recognized, facts, rightFacts, missed } = scoreOf(PRINTED, explainMessage)

    expect(samples, 'samples').toBeGreaterThan(800)
    expect(recognized / samples, missed.join('\n')).toBeGreaterThanOrEqual(0.995)
    expect(rightFacts / facts, missed.join('\n')).toBeGreaterThanOrEqual(0.99)
  })

  it('is recognized, with its facts, if people pasted it', () => {
    const { samples, recognized, facts, rightFacts, missed } = scoreOf(PASTED, explainMessage)

    expect(samples, 'samples').toBeGreaterThan(140)
    expect(recognized / samples, missed.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(rightFacts / facts, missed.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('gets no code of a CORS failure if the message is about something else', () => {
    const others = COLLECTION.filter(
      ({ code, accept, text }) =>
        code === 'not-cors' && accept === undefined && !text.includes('\n'),
    )

    expect(others.length).toBeGreaterThan(20)
    expect(
      others.flatMap(({ id, text }) =>
        explainMessage(text)
          .filter(({ code }) => code !== 'not-cors')
          .map(({ code }) => `${id}: ${code}`),
      ),
    ).toEqual([])
  })

  it('gets sentences that name what to change', () => {
    const sentences = COLLECTION.flatMap(({ text }) => explainMessage(text)).flatMap(
      ({ meaning, fix }) => [meaning, fix],
    )

    expect(sentences.filter((sentence) => !/^\S[\s\S]*[.)]$/.test(sentence))).toEqual([])
    expect(sentences.filter((sentence) => /undefined|\[object/.test(sentence))).toEqual([])
  })
})
