import { expect, test } from 'vitest'
import type { Subscription } from '../../../src/main/messaging/subscriptions.ts'
import { boxOf, changesOf, messageTypes, ticked, toggleBox, toggleCell } from '../../../src/renderer/messaging/ticks.ts'

const cell = (channel: Subscription['channel'], type: Subscription['type'], allowed: boolean, counted = true): Subscription =>
  ({ channel, type, allowed, reachable: true, counted, since: null, how: null })
const off = [cell('sms', 'general', false), cell('sms', 'marketing', false), cell('email', 'general', false), cell('email', 'marketing', false), cell('phone', 'marketing', false, false)]
const on = off.map((each) => ({ ...each, allowed: true }))

test('a box is on, off or mixed by the channels the till sends by, whatever stands for those done by hand', () => {
  expect([boxOf(on, messageTypes), boxOf(off, messageTypes)]).toEqual(['on', 'off'])
  const byHand = off.map((each) => ({ ...each, allowed: !each.counted }))
  expect(boxOf(byHand, ['marketing'])).toBe('off')
  expect(boxOf(toggleBox(on, ['marketing']), messageTypes)).toBe('mixed')
  expect(boxOf([], messageTypes)).toBe('off')
})
test('a box that is ticked begins only where the till sends; one that is unticked ends it everywhere', () => {
  expect(changesOf(off, toggleBox(off, ['marketing'])).map(({ channel, allowed }) => [channel, allowed])).toEqual([['sms', true], ['email', true]])
  expect(changesOf(on, toggleBox(on, ['marketing'])).map(({ channel, allowed }) => [channel, allowed])).toEqual([['sms', false], ['email', false], ['phone', false]])
})
test('a mixed box is unticked first: nobody is subscribed by a second thought', () => {
  const some = toggleCell(off, cell('sms', 'general', false))
  expect(boxOf(some, messageTypes)).toBe('mixed')
  expect(ticked(toggleBox(some, messageTypes))).toEqual({ on: 0, of: 4 })
})
test('what was ticked and unticked again is no change', () => {
  const sms = cell('sms', 'general', false)
  expect(changesOf(off, toggleCell(toggleCell(off, sms), sms))).toEqual([])
  expect(changesOf(off, toggleCell(off, sms))).toEqual([{ channel: 'sms', type: 'general', allowed: true }])
})
