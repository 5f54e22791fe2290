import type { Core } from '../context.ts'
import { csvReader, delimiterOf, type CsvRow } from '../customers/csv.ts'
import { guessColumns } from '../customers/csv-columns.ts'
import { personFromRow, planColumns } from '../customers/csv-person.ts'
import { touchCustomer } from '../customers/customers.sql.ts'
import { customersByExtra } from '../customers/imports.sql.ts'
import { binaryStream, decodeBytes } from '../customers/import-text.ts'
import { displayName } from '../customers/names.ts'
import { customerOnSale } from '../customers/on-sale.sql.ts'
import { Refusal } from '../errors.ts'
import { listCategories, writeCategory } from '../sales/catalogue.sql.ts'
import { writeItemWords } from '../sales/find-items.sql.ts'
import type { ItemDraft } from '../sales/item.ts'
import { wordsOfItem } from '../sales/item-words.ts'
import { getItem, nextItemSeq, writeItem } from '../sales/items.sql.ts'
import { itemsBySku, pastSalesSum } from '../sales/past-items.sql.ts'
import { hasPastSale, insertPastSale } from '../sales/past-sales.sql.ts'
import { nextSaleNumber } from '../sales/sales.sql.ts'
import { totalsOf } from '../sales/totals.ts'
import { boundsOfDay } from '../shop/day-bounds.ts'
import { localDate } from '../shop/local-date.ts'
import { pastInvoices, pastProducts, type PastInvoice, type PastProduct, type PastTable } from '../shop/past-shop.ts'
import type { Shop } from '../shop/shop.ts'
import { readShop, readTaxes } from '../shop/shop.sql.ts'
import { listStaff } from '../staff/staff.sql.ts'
import type { Caller, CategoryId, Cents, CustomerId, Instant, ItemId, LineId, Milli, PlainDate, RegisterId, RequestId, SaleId, TaxClassId, TenderId } from '../vocabulary.ts'
import { inSlices } from './import-jobs.ts'
import { saveNewCustomer } from './save-customer.ts'
import { setUpShop } from './set-up-shop.ts'
import { theShop } from './the-shop.ts'

/** The bytes of the four files; each is CSV with headers. */
export type ShopFiles = { readonly customers: Uint8Array; readonly products: Uint8Array; readonly invoices: Uint8Array; readonly invoiceLines: Uint8Array }
/** The names those files go by in a folder. */
export const shopFileNames = { customers: 'customer.csv', products: 'product.csv', invoices: 'invoice.csv', invoiceLines: 'invoiceline.csv' } as const
export type ShopReport = {
  readonly customers: Counted; readonly items: Counted; readonly sales: Counted
  /** What all sales of the files come to, in the files and in the register: the same to the cent, or the import is refused. */
  readonly fileCents: Cents; readonly shopCents: Cents
}
type Counted = { readonly added: number; readonly known: number }

const origin = 'chinook'
const customerMark = `${origin}/customer`
const skuOf = (key: string): string => `${origin.toUpperCase()}-${key}`
const invoicePrefix = `${origin}/invoice/`

type Bringing = { readonly core: Core; readonly caller: Caller; readonly shop: Shop; readonly taxClassId: TaxClassId }

/**
 * Brings in another program's shop: customers, items and past sales, each once however often it is run. Where no shop is set up yet it is, in US
 * dollars and without taxes, for an owner with `ownerPin`; without a PIN that is refused ('shop-not-set-up'). Totals that differ from the files'
 * by a cent are refused ('totals-differ', with the invoice).
 */
export async function importShop(core: Core, registerId: RegisterId, files: ShopFiles, ownerPin: string | null = null): Promise<ShopReport> {
  await makeSureOfShop(core, registerId, ownerPin)
  const owner = listStaff(core.db).find(({ role, active }) => role === 'owner' && active)
  const taxClassId = readTaxes(core.db).classes.at(0)?.id
  if (!owner || !taxClassId) throw new Refusal('shop-not-set-up')
  const bringing: Bringing = { core, caller: { registerId, staffId: owner.id, role: 'owner' }, shop: theShop(core), taxClassId }
  const invoices = pastInvoices(tableOf(files.invoices), tableOf(files.invoiceLines))
  const customers = await bringCustomers(bringing, files.customers)
  const items = await bringItems(bringing, pastProducts(tableOf(files.products)))
  const sales = await bringSales(bringing, invoices)
  core.emit('customers-changed', { reason: 'imported' })
  core.emit('items-changed', {})
  core.emit('sales-changed', { saleId: null })
  return { customers, items, sales, ...compared(core, invoices) }
}

function compared(core: Core, invoices: readonly PastInvoice[]): { fileCents: Cents; shopCents: Cents } {
  const fileCents = invoices.reduce((sum, { totalCents }) => sum + totalCents, 0) as Cents
  const shopCents = pastSalesSum(core.db, invoicePrefix) as Cents
  if (fileCents !== shopCents) throw new Refusal('totals-differ', { fileCents, shopCents })
  return { fileCents, shopCents }
}

async function makeSureOfShop(core: Core, registerId: RegisterId, pin: string | null): Promise<void> {
  if (readShop(core.db)) return
  if (pin === null) throw new Refusal('shop-not-set-up')
  const said = { en: '', fr: '', es: '' }
  const shop: Shop = {
    name: 'My shop', address1: '', address2: '', city: '', region: '', postcode: '', country: 'US', phone: '', email: '', taxNumber: '', currency: 'USD', locale: 'en-US',
    language: 'en', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, pricesIncludeTax: false, cashStepCents: 1 as Cents, medical: false, minimumAge: 18,
    customerRequired: 'off', customerDetails: false, everyoneEditsCustomers: true, idleLockSeconds: 300, receiptFooter: '', smsWording: said, emailWording: said,
  }
  const taxes = { rates: [], classes: [{ name: 'No tax', rates: [] }] }
  const requestId = core.newId() as RequestId
  await setUpShop(core, { registerId, staffId: null, role: null }, { requestId, shop, taxes, owner: { name: 'Owner', pin, language: 'en' }, register: { name: 'Till 1' } })
}

function rowsOf(bytes: Uint8Array): CsvRow[] {
  const stream = binaryStream(bytes)
  const text = stream.push(bytes) + stream.end()
  const reader = csvReader(delimiterOf(text.slice(0, 100_000)))
  return [...reader.push(text), ...reader.end()]
}

function tableOf(bytes: Uint8Array): PastTable {
  const [head, ...rows] = rowsOf(bytes).map(({ cells }) => cells.map((cell) => decodeBytes(cell).trim()))
  return rows.map((cells) => Object.fromEntries((head ?? []).map((header, at) => [header, cells[at] ?? ''])))
}

/** Does `work` for each, in slices that keep the till free. It answers whether the thing was new. */
async function each<T>(core: Core, things: readonly T[], work: (thing: T) => boolean): Promise<Counted> {
  let at = 0
  let added = 0
  await inSlices(core, () => {
    const thing = things[at++]
    if (thing !== undefined && work(thing)) added++
    return at < things.length
  })
  return { added, known: things.length - added }
}

async function bringCustomers({ core, caller, shop }: Bringing, file: Uint8Array): Promise<Counted> {
  const [head, ...rows] = rowsOf(file)
  const headers = (head?.cells ?? []).map((cell) => decodeBytes(cell))
  const keyAt = headers.indexOf('CustomerId')
  const plan = planColumns(guessColumns(headers).map((guess, index) => ({ ...guess, index, header: index === keyAt ? customerMark : (headers[index] ?? '') })), [], 'mdy')
  const rules = { country: shop.country, today: localDate(core.now(), shop.timeZone) }
  const known = customersByExtra(core.db, customerMark)
  return each(core, rows, (row) => {
    if (known.has((row.cells[keyAt] ?? '').trim())) return false
    saveNewCustomer(core, caller, { draft: personFromRow(row, plan, rules).draft, consents: [], source: 'import', importBatchId: null }, shop)
    return true
  })
}

async function bringItems({ core, taxClassId }: Bringing, products: readonly PastProduct[]): Promise<Counted> {
  const known = itemsBySku(core.db, skuOf(''))
  const categories = categoriesFor(core, products)
  let seq = nextItemSeq(core.db)
  return each(core, products, (product) => {
    if (known.has(skuOf(product.key))) return false
    const draft: ItemDraft = {
      name: product.name, sku: skuOf(product.key), priceCents: product.priceCents as Cents, costCents: null, taxClassId, categoryId: categories.get(product.category) ?? null,
      minimumAge: null, earnsPoints: true, customerRequired: false, barcodes: [], prices: [],
    }
    writeItem(core.db, { id: core.newId() as ItemId, seq, draft, at: core.now() })
    writeItemWords(core.db, seq++, wordsOfItem(draft))
    return true
  })
}

function categoriesFor(core: Core, products: readonly PastProduct[]): Map<string, CategoryId> {
  const known = new Map(listCategories(core.db).map(({ name, id }) => [name, id]))
  const wanted = [...new Set(products.map(({ category }) => category).filter((category) => category !== ''))].sort((a, b) => Number(a) - Number(b))
  return new Map(wanted.map((category, at) => {
    const name = `Genre ${category}`
    const id = known.get(name) ?? (core.newId() as CategoryId)
    if (!known.has(name)) writeCategory(core.db, { id, name, position: at + 1, active: true })
    return [category, id]
  }))
}

async function bringSales(bringing: Bringing, invoices: readonly PastInvoice[]): Promise<Counted> {
  const { core } = bringing
  const customers = customersByExtra(core.db, customerMark)
  const items = itemsBySku(core.db, skuOf(''))
  const visits = new Map<CustomerId, { at: Instant; count: number }>()
  const counted = await each(core, invoices, (invoice) => {
    if (hasPastSale(core.db, invoicePrefix + invoice.key)) return false
    const customerId = customers.get(invoice.customerKey)
    if (customerId === undefined) throw new Refusal('not-found', { field: 'CustomerId', invoice: invoice.key })
    const at = momentOf(invoice.at, bringing.shop.timeZone)
    insertPastSale(core.db, saleFrom(bringing, invoice, { customerId, items, at }))
    visits.set(customerId, { at, count: (visits.get(customerId)?.count ?? 0) + 1 })
    return true
  })
  await each(core, [...visits].sort((a, b) => (a[1].at < b[1].at ? -1 : 1)), ([id, { at, count }]) => (touchCustomer(core.db, id, at, count), true))
  return counted
}

/** The files say the shop's own wall clock. */
function momentOf(wall: string, timeZone: string): Instant {
  const sinceMidnightMs = Date.parse(`1970-01-01T${wall.slice(11, 19) || '00:00:00'}Z`)
  return new Date(Date.parse(boundsOfDay(wall.slice(0, 10) as PlainDate, timeZone).from) + sinceMidnightMs).toISOString() as Instant
}

function saleFrom(bringing: Bringing, invoice: PastInvoice, found: { customerId: CustomerId; items: ReadonlyMap<string, ItemId>; at: Instant }): Parameters<typeof insertPastSale>[1] {
  const { core, caller, shop, taxClassId } = bringing
  const lines = invoice.lines.map((line) => {
    const itemId = found.items.get(skuOf(line.productKey)) ?? null
    const item = itemId === null ? undefined : getItem(core.db, itemId)
    return {
      id: core.newId() as LineId, itemId, name: item?.name ?? skuOf(line.productKey), quantityMilli: (line.quantity * 1_000) as Milli, priceCents: line.priceCents as Cents,
      discount: null, rateIds: [], taxClassId, categoryId: item?.categoryId ?? null, costCents: null, minimumAge: null, earnsPoints: true,
    }
  })
  const totals = totalsOf(lines, null, { rates: [], pricesIncludeTax: shop.pricesIncludeTax })
  if (totals.totalCents !== invoice.totalCents) throw new Refusal('totals-differ', { invoice: invoice.key, fileCents: invoice.totalCents, shopCents: totals.totalCents })
  const buyer = customerOnSale(core.db, found.customerId)
  return {
    id: core.newId() as SaleId, sourceKey: invoicePrefix + invoice.key, registerId: caller.registerId, staffId: caller.staffId, number: nextSaleNumber(core.db, caller.registerId),
    at: found.at, currency: shop.currency, pricesIncludeTax: shop.pricesIncludeTax, customerId: found.customerId,
    customerCopy: buyer ? JSON.stringify({ name: displayName(buyer), phone: buyer.phone, address: invoice.address }) : null, note: '', lines, cartDiscount: null, totals,
    tenders: [{ id: core.newId() as TenderId, kind: 'card', amountCents: totals.totalCents, reference: `${origin} ${invoice.key}` }], roundingCents: 0 as Cents,
  }
}
