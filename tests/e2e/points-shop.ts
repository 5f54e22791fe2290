import type { Page } from '@playwright/test'
import type { Input } from '../../src/main/handlers.ts'
import type { CustomerId } from '../../src/main/vocabulary.ts'
import { attach, openWithCart } from './customer-shop.ts'
import { expect, ownerPin, type Register } from './register.ts'

/** The heart of whoever is on the cart. */
export const pill = (page: Page) => page.getByRole('group', { name: /^(Customer: |Client : |Cliente: )/ }).locator('[data-points-pill]')
export const sheet = (page: Page) => page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Add Loyalty Points' }) })
export const padOf = (page: Page) => page.getByRole('dialog').filter({ hasText: 'Needs a manager' })

/** Types a PIN into the pad that asks for a manager, once its keys are there: before that it does not know yet who may approve. */
export async function typePin(page: Page, pin = ownerPin): Promise<void> {
  await expect(padOf(page).getByRole('button', { name: '1', exact: true })).toBeVisible()
  await page.keyboard.type(pin)
}

/** Makes a member of them and gives them points, through the doors. */
export async function givePoints(register: Register, customerId: CustomerId, points: number): Promise<void> {
  await register.call('loyalty/join', { requestId: register.rid(), customerId })
  if (points !== 0) await changePoints(register, customerId, points)
}

export async function changePoints(register: Register, customerId: CustomerId, points: number): Promise<void> {
  const direction = points < 0 ? 'remove' : 'add'
  const { target } = await register.call('loyalty/approval-target', { customerId, act: direction, second: false })
  const approvers = await register.call('staff/approvers', { right: 'adjust-points' })
  const { approvalId } = await register.call('staff/approve', { right: 'adjust-points', target, approverId: approvers[0]!.id, pin: ownerPin })
  await register.call('loyalty/adjust-points', {
    requestId: register.rid(), customerId, direction, points: Math.abs(points), reason: 'correction', note: '', saleId: null, countsForTier: false, expires: 'as-rules', approvalId, secondApprovalId: null,
  })
}

type Draft = Input<'loyalty/save-reward'>['draft']
export async function addReward(register: Register, draft: Partial<Draft> & Pick<Draft, 'name' | 'points' | 'what'>): Promise<void> {
  await register.call('loyalty/save-reward', { requestId: register.rid(), id: null, draft: { tierIds: [], minimumSpendCents: 0 as Draft['minimumSpendCents'], startsOn: null, endsOn: null, active: true, ...draft } })
}

/** Ana Ruiz with 240 points is on a cart of one coffee. */
export async function openWithPoints(register: Register, points = 240) {
  const shop = await openWithCart(register)
  await givePoints(register, shop.people.ana, points)
  await attach(register.page, 'ana', 'Ana Ruiz')
  await expect(pill(register.page)).toHaveText(String(points))
  return shop
}
