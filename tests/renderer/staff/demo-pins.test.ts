import { expect, test } from 'vitest'
import { demoStaff } from '../../../src/main/shop/demo-shop.ts'
import { demoPins } from '../../../src/renderer/staff/demo-pins.ts'

test('the sign-in screen of the demo shop shows the PINs that its people have', () => {
  expect(demoPins).toEqual(demoStaff.map(({ name, pin }) => [name, pin]))
})
