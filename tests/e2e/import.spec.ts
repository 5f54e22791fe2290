import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Language } from '../../src/main/vocabulary.ts'
import { expect, test, type Register } from './register.ts'

const card = (first: string, last: string, tel: string, more = '') => `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${last};${first};;;\r\nTEL;TYPE=CELL:${tel}\r\n${more}END:VCARD\r\n`
const five = [['Ana', 'Ruiz'], ['Béatrice', 'Roy'], ['Carl', 'Dion'], ['Dora', 'Paz'], ['Emil', 'Vos']].map(([first, last], at) => card(first ?? '', last ?? '', `902-555-010${at}`)).join('')
const csv = 'Prénom;Nom;Cellulaire;Courriel;Couleur;Date\nZoé;Côté;902 555 0177;zoe@example.com;bleu;1990-04-03\nAna;Ruiz;902 555 0100;;vert;\nBad;Row;902 555 0178;;rouge;;;trop\n'

const nobody = {
  type: 'personal' as const, firstName: '', lastName: '', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, groupId: null, tags: [], notes: '',
  phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [],
}

async function openImport(register: Register): Promise<Page> {
  await register.setUpShop()
  const { page } = register
  await page.reload()
  await page.getByRole('button', { name: 'Customers', exact: true }).first().click()
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Import contacts' })).toBeVisible()
  return page
}
const give = (page: Page, name: string, content: string | Buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content as string) })
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
const square = (page: Page) => box(page, 'Select all')

test('five cards, three ticked: exactly three customers; the square ticks them all; undo takes them back', async ({ register }) => {
  const page = await openImport(register)
  await give(page, 'five.vcf', five)
  await expect(page.getByRole('button', { name: 'Import 5' })).toBeVisible()
  expect((await register.call('customers/page', { after: null, most: 10, letter: null })).total).toBe(0)
  await expect(square(page)).toBeChecked()
  await square(page).click()
  await expect(page.getByRole('button', { name: 'Import 0' })).toBeDisabled()
  for (const name of ['Ana Ruiz', 'Carl Dion', 'Emil Vos']) await box(page, `Import ${name}`).click()
  await expect(page.getByRole('button', { name: 'Import 3' })).toBeVisible()
  await expect(square(page)).toHaveJSProperty('indeterminate', true)
  const [head, first] = [await square(page).boundingBox(), await box(page, 'Import Ana Ruiz').boundingBox()]
  expect(Math.abs((head?.x ?? 0) - (first?.x ?? 99)), 'the square stands above the boxes, at the right').toBeLessThan(2)
  await square(page).click()
  await expect(page.getByRole('button', { name: 'Import 5' })).toBeVisible()
  for (const name of ['Béatrice Roy', 'Dora Paz']) await box(page, `Import ${name}`).click()
  await page.getByRole('button', { name: 'Import 3' }).click()
  await expect(page.getByText('3 added')).toBeVisible()
  await expect(page.getByText('2 not selected')).toBeVisible()
  expect((await register.call('customers/page', { after: null, most: 10, letter: null })).total).toBe(3)
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByText('3 removed')).toBeVisible()
  expect((await register.call('customers/page', { after: null, most: 10, letter: null })).total).toBe(0)
})

test('a second import shows the twins with Skip, Update and Add anyway, and adds nobody by itself', async ({ register }) => {
  const page = await openImport(register)
  await give(page, 'five.vcf', five)
  await page.getByRole('button', { name: 'Import 5' }).click()
  await page.getByRole('button', { name: 'Import another file' }).click()
  await give(page, 'five.vcf', five)
  await expect(page.getByText('Looks like Ana Ruiz')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import 0' })).toBeDisabled()
  await page.getByRole('combobox', { name: 'What to do with Ana Ruiz' }).click()
  await page.getByRole('option', { name: 'Add anyway' }).click()
  await expect(page.getByRole('button', { name: 'Import 1' })).toBeVisible()
  await page.getByRole('button', { name: 'All twins' }).click()
  await page.getByRole('menuitem', { name: 'Update' }).click()
  await page.getByRole('button', { name: 'Import 5' }).click()
  await expect(page.getByText('5 updated')).toBeVisible()
  expect((await register.call('customers/page', { after: null, most: 10, letter: null })).total).toBe(5)
})

test('an unknown CSV asks for its columns, keeps what fits nowhere, and hands the refused row back as a file', async ({ register }) => {
  const page = await openImport(register)
  await give(page, 'clients.csv', csv)
  await expect(page.getByRole('heading', { name: 'What do the columns hold?' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Prénom goes to' })).toHaveValue('First Name')
  await expect(page.getByRole('combobox', { name: 'Couleur goes to' })).toHaveValue('Keep as an extra')
  await page.getByRole('combobox', { name: 'Date goes to' }).click()
  await page.getByRole('option', { name: 'Date of Birth' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Problems 1').click()
  await expect(page.getByText('More cells than headers')).toBeVisible()
  await page.getByRole('button', { name: 'Import 2' }).click()
  await expect(page.getByText('1 refused')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the refused rows' }).click()])
  expect(download.suggestedFilename()).toBe('clients - refused rows.csv')
  const { rows } = await register.call('customers/find', { text: 'zoe', scope: 'picker', most: 5, after: null, inactive: false })
  expect(await register.call('customers/get', { id: rows[0]!.id })).toMatchObject({ birthDate: '1990-04-03', extras: [{ name: 'Couleur', value: 'bleu' }] })
})

const shopify = 'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing,Note,Tax Exempt,Tags\n1,Zoé,Côté,zoe@example.com,yes,902-555-0177,no,Oat milk,no,regular\n2,Ana,Ruiz,ana@example.com,no,902-555-0100,no,,yes,\n'
test('the export of another register needs no columns told, at three sizes; the empty file to fill in has them all', async ({ register }) => {
  const page = await openImport(register)
  for (const [width, height] of [[1366, 768], [1280, 800], [1920, 1080]] as const) {
    await page.setViewportSize({ width, height })
    await give(page, 'customers_export.csv', shopify)
    await expect(page.getByRole('button', { name: 'Import 2' })).toBeVisible()
    await page.getByRole('button', { name: 'Columns' }).click()
    await expect(page.getByText('This is an export of Shopify')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Accepts Email Marketing goes to' })).toHaveValue('Emails allowed')
    await check(page, `shopify-${width}`)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Import 2' }).click()
    await expect(page.getByText('2 added')).toBeVisible()
    await page.getByRole('button', { name: 'Undo import' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
    await expect(page.getByText('2 removed')).toBeVisible()
    await page.getByRole('button', { name: 'Import another file' }).click()
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download an empty file to fill in' }).click()])
  expect(download.suggestedFilename()).toBe('customers to import.csv')
})

test('six ways to add a customer: each stands in the list with its own source (S1-03)', async ({ register }) => {
  const page = await openImport(register)
  const name = page.getByLabel('Full Name or Nickname')
  const take = async (file: string, content: string, step: () => Promise<void>) => {
    await give(page, file, content)
    await step()
    await page.getByRole('button', { name: 'Import 1' }).click()
    await expect(page.getByText('1 added')).toBeVisible()
    await page.getByRole('button', { name: 'Import another file' }).click()
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  }
  const known = () => Promise.resolve()
  const columns = () => page.getByRole('button', { name: 'Continue' }).click()
  await take('phone.vcf', card('Cleo', 'Contact', '902-555-0121'), known)
  await take('list.csv', 'First Name,Last Name,Phone\nDora,Table,902-555-0122\n', columns)
  await page.getByRole('radio', { name: 'Sign-ups of our online catalog' }).check()
  await expect(page.getByText('They get a CAT- code.')).toBeVisible()
  await take('catalog.csv', 'First Name,Last Name,Phone\nEva,Signup,902-555-0123\n', known)
  await register.call('customers/create', { requestId: register.rid(), draft: { ...nobody, firstName: 'Fay' }, consents: [], source: 'id-scan', addToCart: false })
  await page.getByRole('button', { name: 'Customers', exact: true }).first().click()
  await page.keyboard.press('Control+n')
  await name.fill('Ana Menu')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Ana Menu' })).toBeVisible()
  await page.getByRole('button', { name: 'Sell', exact: true }).first().click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+n')
  await name.fill('Bea Picker')
  await page.keyboard.press('Control+s')
  await expect(name).toBeHidden()
  await register.call('customers/keep-list', { columns: ['name', 'code', 'source'] })
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Customer List', exact: true }).click()
  const rows = [['Ana Menu', 'Register'], ['Bea Picker', 'Quick profile'], ['Fay', 'ID scan'], ['Cleo Contact', 'Contact import'], ['Dora Table', 'CSV import'], ['Eva Signup', 'Online catalog']] as const
  for (const [who, source] of rows) await expect(page.getByRole('row', { name: new RegExp(`${who}.*${source}`) })).toBeVisible()
  await expect(page.getByRole('row', { name: /Eva Signup.*CAT-0/ })).toBeVisible()
})

test('what is no contacts file is said, and nothing happens', async ({ register }) => {
  const page = await openImport(register)
  await give(page, 'photo.png', 'x')
  await expect(page.getByText('is no contacts file')).toBeVisible()
  await give(page, 'empty.vcf', '')
  await expect(page.getByText('The file is empty.')).toBeVisible()
})

const looks = [['light', 'en', 1366, 768], ['dark', 'en', 1280, 800], ['light', 'fr', 1280, 800], ['dark', 'es', 1366, 768]] as const
for (const [theme, language, width, height] of looks) {
  test(`every step is clean for axe and no word is cut: ${theme}, ${language}, ${width}x${height}`, async ({ register }) => {
    const page = await openImport(register)
    await page.setViewportSize({ width, height })
    await register.call('staff/preferences', { theme, language: language as Language } as never)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    const look = (where: string) => check(page, `${theme}-${language}-${where}`)
    await look('start')
    await give(page, 'clients.csv', csv)
    await page.locator('table').waitFor()
    await look('columns')
    await page.locator('footer button').last().click()
    await page.locator('[role=gridcell]').first().waitFor()
    await page.locator('footer button').last().click()
    await page.locator('section h2').waitFor()
    await look('result')
    await page.locator('section button').filter({ hasText: /another|autre|otro/ }).click()
    await give(page, 'five.vcf', card('Ana', 'Ruiz', '902-555-0100', 'EMAIL:ana@example.com\r\n') + card('Maximilienne-Antoinette', 'de la Tour-du-Pin Chambly', '902-555-0199', 'EMAIL:maximilienne-antoinette.de.la.tour@example-with-a-long-name.com\r\nX-SPOUSE:Paul\r\n') + five + card('Tel', 'Wrong', 'call me'))
    await page.locator('[role=gridcell]').first().waitFor()
    await look('list')
    await page.locator('[role=radiogroup] label').nth(2).click()
    await page.waitForTimeout(150)
    await look('twins')
  })
}

async function check(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(250)
  const folder = process.env['LOOK']
  if (folder) await page.screenshot({ path: `${folder}/import-${where}.png` })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([])
  const cut = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, label, h1, h2, th')]
    .filter((each) => each.offsetParent !== null && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflow !== 'visible' && !each.closest('.cut') && !each.querySelector('.cut'))
    .map((each) => `${each.tagName} ${each.textContent}`))
  expect(cut, where).toEqual([])
}
