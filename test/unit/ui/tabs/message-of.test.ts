import { expect, it } from 'vitest'
import { messageOf } from '../../../../src/ui/tabs/message-of.js'

it.each([
  [new TypeError('no'), 'no'],
  ['no', 'no'],
  [undefined, 'undefined'],
])('tells what %s says', (error, message) => {
  expect(messageOf(error)).toBe(message)
})
