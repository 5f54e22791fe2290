import { addPerson, attach, cartOf, expectCart, find, line, openWithCart, peopleIcon, popup, search } from './customer-shop.ts'
import { expect, test } from './register.ts'

test('the popup at the top says Walk-In until someone is chosen', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await expect(popup(page, 'Walk-In')).toHaveText(/Walk-In/)
  await page.keyboard.press('F2')
  await expect(search(page)).toBeFocused()
  await search(page).fill('ana')
  await page.keyboard.press('Enter')
  await expect(popup(page, 'Ana Ruiz')).toBeVisible()
  await expectCart(page)
})

test('the picker opens with the search focused and recent people first', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await page.keyboard.press('F2')
  await expect(search(page)).toBeFocused()
  await expect(page.getByRole('gridcell', { name: 'Recent' })).toBeVisible()
  await expect(line(page, /^Marc Côté/).first()).toBeVisible()
})

test('two people of one name are told apart by phone and town', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await page.keyboard.press('F2')
  await find(page, 'smith')
  await expect(line(page, /^J Smith .*Laval/)).toHaveText(/••7781 · Laval/)
  await expect(line(page, /^J Smith .*Montréal/)).toHaveText(/••0090 · Montréal/)
  await expect(page.getByRole('status').filter({ hasText: '2 results, use arrow keys' })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  const chosen = await search(page).getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${chosen}"]`)).toHaveAttribute('aria-selected', 'true')
})

test('the arrow opens details without attaching, and Back finds the same words', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await page.keyboard.press('F2')
  await search(page).fill('smith')
  await page.getByRole('button', { name: 'Details: J Smith' }).first().click()
  await expect(page.getByRole('region', { name: 'Customer: J Smith' })).toBeVisible()
  expect((await register.call('sales/cart', null))?.customer).toBeNull()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(search(page)).toHaveValue('smith')
  await search(page).press('ArrowRight')
  await expect(page.getByRole('region', { name: 'Customer: J Smith' })).toBeVisible()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(popup(page, 'J Smith')).toBeVisible()
  await expectCart(page)
})

test('the blue bar is there without hovering, is the accent, and moves the list by drag, wheel and Page keys', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  for (let at = 0; at < 90; at++) await addPerson(register, { name: `Customer Number${String(at).padStart(2, '0')}` })
  await page.keyboard.press('F2')
  const bar = page.getByRole('scrollbar', { name: 'Scroll the list' })
  const thumb = bar.locator('div')
  await expect(thumb).toHaveCSS('background-color', 'rgb(29, 78, 216)')
  const [box, blue] = [(await bar.boundingBox())!, (await thumb.boundingBox())!]
  expect([box.width, blue.width]).toEqual([44, 24])
  await page.mouse.move(box.x + 22, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + 22, box.y + box.height - 2, { steps: 8 })
  await page.mouse.up()
  await expect(line(page, /^Marc Côté/)).toBeInViewport()
  await bar.focus()
  await page.keyboard.press('Home')
  await expect(page.getByRole('gridcell', { name: 'Recent' })).toBeInViewport()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('gridcell', { name: 'Recent' })).not.toBeInViewport()
  await page.mouse.move(box.x - 200, box.y + 200)
  await page.mouse.wheel(0, -4000)
  await expect(page.getByRole('gridcell', { name: 'Recent' })).toBeInViewport()
  await page.getByRole('slider', { name: 'Jump to a letter' }).press('m')
  await expect(line(page, /^Marc Côté/)).toBeInViewport()
  await find(page, 'customer')
  await expect(line(page, /^Customer Number89/), 'what was found begins at the top').toBeInViewport()
  await expect(page.getByRole('grid', { name: 'Customers' })).toHaveAttribute('aria-rowcount', '50')
  await bar.press('End')
  await expect(page.getByRole('grid', { name: 'Customers' })).toHaveAttribute('aria-rowcount', '90')
})

test('what was typed goes into the right field of the new form', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  for (const [typed, label] of [['514555', 'Phone #'], ['zoe@x.ca', 'Email'], ['Zoé Young', 'Full Name or Nickname']] as const) {
    await peopleIcon(page).click()
    await search(page).fill(typed)
    await page.getByRole('button', { name: 'New Customer' }).first().click()
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(typed)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    await expect(search(page)).toHaveValue(typed)
    await page.keyboard.press('Escape')
  }
})

test('one typing mistake is forgiven, and said; nobody at all offers Create', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await page.keyboard.press('F2')
  await search(page).fill('Marrc')
  await expect(page.getByText('No one called “Marrc”. Close:')).toBeVisible()
  await expect(line(page, /^Marc Côté/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(search(page), 'a guess is not taken by a blind Enter').toBeVisible()
  await search(page).fill('Wilhelmina')
  await expect(page.getByText('No one called “Wilhelmina”.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create “Wilhelmina”' })).toBeVisible()
})

test('Enter right after typing takes who was typed, not who stood there before', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await attach(page, 'ana', 'Ana Ruiz')
  await page.keyboard.press('F2')
  await page.keyboard.type('marc')
  await page.keyboard.press('Enter')
  await expect(popup(page, 'Marc Côté')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(popup(page, 'Ana Ruiz')).toBeVisible()
})

test('inactive people are found only when asked for', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await register.call('customers/update', { requestId: register.rid(), id: people.marc, version: 1, changes: { status: 'inactive' }, keepConsent: {}, consents: [] })
  await page.keyboard.press('F2')
  await search(page).fill('marc')
  await expect(page.getByText('No one called “marc”.')).toBeVisible()
  await page.getByText('Show inactive').click()
  await expect(line(page, /^Marc Côté.*Inactive/)).toBeVisible()
})

test('a tap on the items closes the picker and sells', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await page.keyboard.press('F2')
  await page.getByRole('group', { name: 'Items' }).getByRole('button', { name: 'Tea' }).click()
  await expect(search(page)).toHaveCount(0)
  await expect(cartOf(page)).toContainText('Tea')
})
