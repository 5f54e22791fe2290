import { expect, test } from 'vitest'
import { proposedCredit } from '../../../src/renderer/customers/groups/group-form.ts'

// Screen 3.12: "may pay later" of a group is proposed for whoever is put into it.

const [lends, not] = [{ payLater: true }, { payLater: false }]
test('a group that lends switches it on, and the next one that does not switches it off again', () => {
  expect(proposedCredit(false, false, { was: undefined, next: lends })).toBe(true)
  expect(proposedCredit(true, false, { was: lends, next: not })).toBe(false)
})
test('what was switched by hand stays, whichever group comes', () => {
  expect(proposedCredit(true, false, { was: not, next: not })).toBe(true)
  expect(proposedCredit(false, false, { was: lends, next: lends })).toBe(false)
})
test('who may pay later already goes on to, in any group', () => {
  expect(proposedCredit(true, true, { was: lends, next: not })).toBe(true)
  expect(proposedCredit(false, true, { was: not, next: lends }), 'switched off in this form').toBe(false)
})
