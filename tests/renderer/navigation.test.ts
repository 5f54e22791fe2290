import { expect, test } from 'vitest'
import { isHere, type Place } from '../../src/renderer/navigation.ts'

const customers: Place = { screen: 'customers' }

test('the key of the place one is at leaves what is open there', () => {
  expect(isHere({ screen: 'sell' }, { screen: 'sell' })).toBe(true)
  expect(isHere({ screen: 'customers', text: 'ana' }, customers)).toBe(true)
  expect(isHere({ screen: 'office', page: 'groups' }, { screen: 'office', page: 'groups' })).toBe(true)
})

test('another screen, another page, and somebody asked for on the same screen are other places', () => {
  expect(isHere(customers, { screen: 'sell' })).toBe(false)
  expect(isHere({ screen: 'office', page: 'groups' }, { screen: 'office', page: 'items' })).toBe(false)
  expect(isHere(customers, { ...customers, text: 'ana' })).toBe(false)
  expect(isHere({ screen: 'settings' }, { screen: 'settings', page: 'devices' })).toBe(false)
})
