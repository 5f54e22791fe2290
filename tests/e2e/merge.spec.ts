import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addPerson, line, search } from './customer-shop.ts'
import { givePoints, typePin } from './points-shop.ts'
import { expect, ownerPin, test } from './register.ts'
import { countTaps, stockShop } from './sell-shop.ts'

const sizes = [{ width: 1366, height: 768 }, { width: 1280, height: 800 }, { width: 1920, height: 1080 }]
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Merge two customers' })

async function openDuplicates(page: Page): Promise<void> {
  await button(page, 'Back Office').click()
  await button(page, /^Duplicates/).click()
}
async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('likely duplicates are found, compared, merged in three taps, undone, denied, and put off; a cashier needs a manager for points', async ({ register }) => {
  test.setTimeout(150_000)
  const { page } = register
  await stockShop(register)
  const ana = await addPerson(register, { name: 'Ana Ruiz', phone: '514 555 0142', birthDate: '1990-04-03' })
  const anna = await addPerson(register, { name: 'Anna Ruis', phone: '514 555 0142', email: 'ana@x.ca', birthDate: '1990-04-03' })
  await addPerson(register, { name: 'Marc Côté', email: 'cotes@x.ca' })
  await addPerson(register, { name: 'Marc Cote', email: 'cotes@x.ca' })
  await givePoints(register, anna, 60)
  await register.call('duplicates/catch-up', {})
  await page.setViewportSize(sizes[0]!)
  await page.reload()

  // Back Office > Duplicates: a badge, a list with reasons.
  await openDuplicates(page)
  await expect(page.getByText('2 pairs to look at')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Anna Ruis' })).toContainText('same phone')
  await clean(page)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expect(button(page, 'Compare Ana Ruiz and Anna Ruis')).toBeInViewport()
  }
  await page.setViewportSize(sizes[1]!)
  await button(page, 'Compare Ana Ruiz and Anna Ruis').click()
  await expect(page.getByRole('columnheader', { name: /KEEP POS-000001/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Name/ })).toContainText('differs')
  await expect(page.getByRole('row', { name: /^Will move/ })).toContainText('60 pts')
  await clean(page)
  await page.getByRole('radio', { name: /^Name of POS-000001/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: /^Name of POS-000002/ })).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Anna Ruis merged into Ana Ruiz')).toBeVisible()

  // The next pair follows: they are two people, and that is remembered; undone, it is asked again.
  await expect(page.getByRole('row', { name: /^Name/ })).toContainText('Marc')
  await page.keyboard.press('d')
  await expect(page.getByText('No likely duplicates.')).toBeVisible()
  await page.getByText(/^Noted:/).locator('..').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 pair to look at')).toBeVisible()

  // The profile of the survivor says what is part of it; the other's name finds it; Unmerge gives both back.
  await page.keyboard.press('F8')
  const zora = await addPerson(register, { name: 'Zora Quill' })
  const { fingerprint } = await register.call('customers/merge-preview', { oneId: ana, otherId: zora, keepId: ana })
  await register.call('customers/merge', { requestId: register.rid(), kind: 'merge', keepId: ana, goneId: zora, fingerprint, choice: { picks: {}, left: [] }, photo: null, approvalId: null })
  await search(page).fill('Anna Ruis')
  await expect(line(page, 'Marc Cote')).toBeHidden()
  await line(page, 'Ana Ruiz').click()
  await expect(page.getByText('Includes POS-000002 (Anna Ruis)')).toBeVisible()
  // The newest merge is undone first: only it has the button.
  await expect(page.getByRole('note').filter({ hasText: 'Includes POS-000002 (Anna Ruis)' }).getByRole('button', { name: 'Unmerge' })).toHaveCount(0)
  await clean(page)
  await page.getByRole('note').filter({ hasText: '(Zora Quill)' }).getByRole('button', { name: 'Unmerge' }).click()
  await expect(page.getByRole('note').filter({ hasText: '(Zora Quill)' })).toHaveCount(0)
  await page.getByRole('note').filter({ hasText: '(Anna Ruis)' }).getByRole('button', { name: 'Unmerge' }).click()
  await expect(page.getByText(/Anna Ruis is a record of its own again/)).toBeVisible()

  // Three taps from the list of customers: the person, Compare, Merge.
  await page.setViewportSize(sizes[0]!)
  await search(page).fill('Anna Ruis')
  const taps = await countTaps(page)
  await line(page, 'Anna Ruis').click()
  await button(page, 'Compare').click()
  await expect(dialog(page).getByRole('heading', { name: 'Merge two customers' })).toBeInViewport()
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('Anna Ruis merged into Ana Ruiz')).toBeVisible()
  expect(await taps()).toBe(3)
  // The toast is gone after its ten seconds; the profile keeps its button for thirty days.
  expect((await register.call('customers/card', { id: anna })).customer.id).toBe(ana)
  await page.getByRole('note').filter({ hasText: '(Anna Ruis)' }).getByRole('button', { name: 'Unmerge' }).click()
  await expect.poll(async () => (await register.call('customers/card', { id: anna })).customer.id).toBe(anna)

  // A cashier: Later puts it off, and points that move need the owner's PIN.
  const { id: lea } = await register.call('staff/save', { requestId: register.rid(), id: null, name: 'Léa', role: 'cashier', language: 'en', active: true } as never)
  await register.call('staff/set-pin', { requestId: register.rid(), staffId: lea, pin: '4826' })
  await register.call('staff/sign-in', { staffId: lea, pin: '4826' })
  await page.reload()
  await openDuplicates(page)
  await button(page, 'Compare Marc Côté and Marc Cote').click()
  await button(page, 'Later').click()
  await expect(page.getByText('Back on the list in a week')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Will move/ })).toContainText('60 pts')
  await button(page, 'Merge').click()
  await typePin(page, ownerPin)
  await expect(page.getByText('Anna Ruis merged into Ana Ruiz')).toBeVisible()
})

test('while someone is typed, who it may already be takes what was typed, or is said to be somebody else for good', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  const ana = await addPerson(register, { name: 'Ana Ruiz', phone: '514 555 0142' })
  await page.reload()
  await expect(button(page, 'Back Office')).toBeVisible()
  await page.keyboard.press('F8')
  await search(page).fill('514 555 0142')
  await page.keyboard.press('Control+n')
  await page.getByRole('textbox', { name: /^Full Name/ }).fill('Rosa Roy')
  await expect(page.getByText('Maybe already here')).toBeVisible()
  await button(page, 'They are different').click()
  await expect(page.getByText('Maybe already here')).toBeHidden()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/Rosa Roy/).first()).toBeVisible()
  await register.call('duplicates/catch-up', {})
  expect((await register.call('duplicates/list', { after: null, most: 10 })).rows).toEqual([])

  await search(page).fill('514 555 0142')
  await page.keyboard.press('Control+n')
  await page.getByRole('textbox', { name: /^Full Name/ }).fill('Ana Ruis')
  await page.getByRole('textbox', { name: 'Email' }).first().fill('ana@x.ca')
  await page.getByRole('complementary', { name: 'Maybe already here' }).locator('div').filter({ hasText: 'Ana Ruiz' }).getByRole('button', { name: 'Update it with what I typed' }).first().click()
  await expect(page.getByText('Ana Ruiz has what you typed')).toBeVisible()
  expect((await register.call('customers/card', { id: ana })).customer.emails.map(({ address }) => address)).toEqual(['ana@x.ca'])
})

test('a record of the online catalog is never merged: Merge is greyed with its reason, and Keep online profile moves everything to it', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  const own = await addPerson(register, { name: 'Ana Ruiz', phone: '514 555 0142' })
  const { customer } = await register.call('customers/card', { id: own })
  const { firstName, lastName, type } = customer
  const draft = { type, firstName, lastName, nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, groupId: null, tags: [], notes: '',
    phones: [{ typed: '514 555 0142', kind: 'mobile' }], emails: [], addresses: [], licence: null, medical: null, extras: [] }
  const online = await register.call('customers/create', { requestId: register.rid(), source: 'catalog', consents: [], addToCart: false, draft })
  const marc = await addPerson(register, { name: 'Marc Côté', email: 'marc@x.ca' })
  await givePoints(register, own, 40)
  await register.call('duplicates/catch-up', {})
  await page.reload()
  await button(page, 'Back Office').click()
  await button(page, 'Customer List').click()
  const tick = (id: string) => page.locator(`tr[data-customer='${id}'] [type=checkbox]`).click()
  await tick(own)
  await tick(online.id)
  await expect(button(page, 'Merge')).toBeDisabled()
  await expect(button(page, 'Merge')).toHaveAttribute('title', /^Merge is off: CAT-/)
  await tick(online.id)
  await tick(marc)
  await expect(button(page, 'Merge')).toBeEnabled()
  await button(page, 'Merge').click()
  await expect(dialog(page)).toContainText('Chosen by hand')
  await dialog(page).getByRole('button', { name: 'Close' }).click()

  // On the page of duplicates a scan of either one's code opens their pair; in it Merge is greyed as well.
  await button(page, /^Duplicates/).click()
  await expect(page.getByText('1 pair to look at')).toBeVisible()
  await page.evaluate((text) => window.dispatchEvent(new CustomEvent('regulars-scan', { detail: { text, symbology: null, source: 'camera' } })), customer.code)
  await expect(page.getByRole('columnheader', { name: /KEEP CAT-/ })).toBeVisible()
  await expect(button(page, 'Merge')).toBeDisabled()
  await clean(page)
  await button(page, 'Keep online profile').click()
  await expect(page.getByText(/^Ana Ruiz moved to the online profile/)).toBeVisible()
  await page.getByText(/^Ana Ruiz moved to the online profile/).locator('..').getByRole('button', { name: 'Undo' }).click()
  const written = await register.call('staff/audit', { kind: 'online-profile-kept', staffId: null, before: null, most: 10 })
  expect(written.rows).toHaveLength(1)
  await expect.poll(async () => (await register.call('customers/card', { id: own })).customer.id).toBe(own)
})
