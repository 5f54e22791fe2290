import type { Page } from '@playwright/test'
import { choose, openTill, test, type Till } from './loyalty-days.ts'
import { expect } from './register.ts'

const view = (page: Page, name: string) => choose(page, 'View', name)
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true })
const cells = (page: Page, name: string, row: number) => table(page, name).getByRole('row').nth(row).locator('th, td').allTextContents()
const rid = () => crypto.randomUUID() as never

/** Ana has a card; coffee counts twice from now on, and she buys two bags. */
async function today({ caller }: Till): Promise<void> {
  const { now } = await caller.call('loyalty/programs', {})
  const boost = { name: 'Coffee week', timesMilli: 2_000, itemIds: [], categoryIds: [], groupIds: [], weekdays: [], fromMinute: 0, untilMinute: 1_440 }
  const rules = { ...now!.rules, multipliers: { ...now!.rules.multipliers, boosts: [boost] }, tiers: { ...now!.rules.tiers, levels: [{ id: 'gold', name: 'Gold', from: 300, timesMilli: 1_000, priceListId: null }] } }
  await caller.call('loyalty/save-program', { requestId: rid(), startsAt: null, rules: rules as never })
  const [ana] = await caller.call('customers/recent', { most: 1 })
  await caller.call('loyalty/make-cards', { requestId: rid(), count: 4, prefix: 'C', digits: 8, withCheck: true, anyway: false })
  const [card] = (await caller.call('loyalty/cards', { which: 'all', page: { after: null, most: 1 } })).rows
  await caller.call('loyalty/assign-card', { requestId: rid(), code: card!.code, customerId: ana!.id, takeUnknown: false })
  const [coffee] = (await caller.call('items/by-category', { categoryId: null, page: { after: null, most: 1 } })).rows
  await caller.call('sales/add-item', { requestId: rid(), itemId: coffee!.id, quantityMilli: 2_000 as never })
  const { cart } = await caller.call('sales/attach-customer', { requestId: rid(), customerId: ana!.id })
  const { dueCents, totalCents } = cart.totals
  await caller.call('sales/pay', { requestId: rid(), saleId: cart.id, kind: 'card', amountCents: dueCents, givenCents: dueCents, reference: 'r', expectedTotalCents: totalCents })
}

test('members, moves, multipliers, repeat rate, cards and reconciliation stand in one report, for one till or one name', async ({ past, context }) => {
  const till = await openTill(past, context)
  const { page } = till
  await today(till)
  await page.keyboard.press('Alt+r')
  await choose(page, 'Period', 'Last 7 days')
  await expect(page.getByRole('status').filter({ hasText: '3 days, 399 earned, 100 redeemed' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search customer' }).fill('nobody')
  await expect(page.getByText('No loyalty activity in this period.')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search customer' }).fill('RUIZ')
  await expect(page.getByRole('status').filter({ hasText: '3 days, 399 earned' })).toBeVisible()
  await choose(page, 'Till', 'Till 1')
  await page.getByRole('button', { name: /^399, Points Earned/ }).click()
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(4)
  await page.keyboard.press('Escape')

  await view(page, 'By reward')
  await table(page, 'By reward').locator('tbody').getByRole('button').first().click()
  await expect(page.getByRole('dialog').getByRole('row').nth(1)).toContainText('Redeemed-100')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await saved).suggestedFilename()).toMatch(/^loyalty-rewards-/)
  await view(page, 'Multiplier cost')
  await expect(table(page, 'Multiplier cost')).toBeVisible()
  expect(await cells(page, 'Multiplier cost', 1)).toEqual(['Coffee week · Day and hour', '1', '45', '2.25'])
  await view(page, 'Members')
  await table(page, 'Members').locator('tbody').getByRole('button').first().click()
  await expect(page.getByRole('dialog').getByRole('rowheader', { name: 'Ana Ruiz' })).toBeVisible()
  await page.keyboard.press('Escape')
  await view(page, 'Tier moves')
  await expect(table(page, 'Tier moves').getByRole('row').nth(1)).toContainText('Ana RuizUpNoneGold')
  await view(page, 'Repeat rate')
  await expect(table(page, 'Repeat rate').getByRole('row').nth(1)).toContainText('Members11100%')
  await view(page, 'Card use')
  await expect(table(page, 'Card use').getByRole('row').nth(1)).toContainText('Batch 1')
  expect((await cells(page, 'Card use', 1)).filter((_, at) => at !== 1)).toEqual(['Batch 1', '4', '0', '1', '25%', '0', '0'])
  await table(page, 'Card use').getByRole('button', { name: 'Cards of Batch 1' }).click()
  await expect(page.getByRole('dialog').getByRole('row').nth(1)).toContainText('Ana Ruiz')
  await page.keyboard.press('Escape')
  await view(page, 'Points liability')
  await expect(page.getByText('Expected breakage', { exact: true }).first()).toBeVisible()
  await view(page, 'Reconciliation')
  await expect(table(page, 'Reconciliation').getByRole('cell', { name: 'Agrees' })).toHaveCount(6)
  await expect(page.getByText('The ledger has not been verified yet.')).toBeVisible()
  await till.stop()
})
