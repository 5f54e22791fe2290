import type { Core } from '../context.ts'
import type { CustomerDraft } from '../customers/customer.ts'
import { defaultGroup, listTypes, plainGroup, saveGroup } from '../customers/groups.sql.ts'
import { listPriceLists, writeCategory, writePriceList } from '../sales/catalogue.sql.ts'
import { writeItemWords } from '../sales/find-items.sql.ts'
import type { ItemDraft } from '../sales/item.ts'
import { wordsOfItem } from '../sales/item-words.ts'
import { nextItemSeq, writeItem } from '../sales/items.sql.ts'
import { demoCategories, type DemoItem } from '../shop/demo-items.ts'
import type { DemoPerson } from '../shop/demo-people.ts'
import { readTaxes } from '../shop/shop.sql.ts'
import type { CategoryId, Cents, CustomerId, GroupId, Instant, ItemId, PlainDate, Ppm, TaxClassId, TaxRateId } from '../vocabulary.ts'
import { inSlices } from './import-jobs.ts'
import { saveNewCustomer } from './save-customer.ts'
import { theShop } from './the-shop.ts'

export type DemoTeller = (step: 'items' | 'customers' | 'sales' | 'done', done: number, total: number) => void
/** An item as the made-up sales need it. */
export type Stocked = { readonly id: ItemId; readonly draft: ItemDraft; readonly rateIds: readonly TaxRateId[] }
const dayMs = 86_400_000
const eventsPerStep = 50

/** Does `work` for each thing in slices that keep the window alive, and says how far it is some fifty times. */
export async function eachInSlices<T>(core: Core, things: readonly T[], work: (thing: T, at: number) => void, tell: (done: number) => void = () => undefined): Promise<void> {
  const stride = Math.max(1, Math.floor(things.length / eventsPerStep))
  let at = 0
  await inSlices(core, () => {
    const thing = things[at]
    if (thing === undefined) return false
    work(thing, at++)
    if (at % stride === 0 || at === things.length) tell(at)
    return at < things.length
  })
}

/** Ten shelves and 300 items with barcodes, and 12 % off for wholesale. */
export async function stockShelves(core: Core, items: readonly DemoItem[], tell: DemoTeller): Promise<Stocked[]> {
  const [taxable, untaxed] = readTaxes(core.db).classes
  const categories = demoCategories.map((name, position) => {
    const id = core.newId() as CategoryId
    writeCategory(core.db, { id, name, position, active: true })
    return id
  })
  listPriceLists(core.db).forEach((list, position) => writePriceList(core.db, { id: list.id, name: list.name, discountPpm: 120_000 as Ppm, position }))
  const stocked: Stocked[] = []
  let seq = nextItemSeq(core.db)
  await eachInSlices(core, items, (item) => {
    const taxClass = item.taxed ? taxable : untaxed
    const draft = draftOf(item, { categoryId: categories[item.category] ?? null, taxClassId: taxClass?.id ?? ('' as TaxClassId) })
    const id = core.newId() as ItemId
    writeItem(core.db, { id, seq, draft, at: core.now() })
    writeItemWords(core.db, seq++, wordsOfItem(draft))
    stocked.push({ id, draft, rateIds: taxClass?.rateIds ?? [] })
  }, (done) => tell('items', done, items.length))
  return stocked
}

const draftOf = (item: DemoItem, place: Pick<ItemDraft, 'categoryId' | 'taxClassId'>): ItemDraft => ({
  ...place, name: item.name, sku: item.sku, priceCents: item.priceCents as Cents, costCents: item.costCents as Cents, minimumAge: item.minimumAge, earnsPoints: true,
  customerRequired: false, barcodes: [item.barcode], prices: [],
})

/** The customers, each on the day they came for the first time, with what they said about messages. */
export async function inviteCustomers(core: Core, people: readonly DemoPerson[], now: number, tell: DemoTeller): Promise<CustomerId[]> {
  const shop = theShop(core)
  const groups = { default: defaultGroup(core.db), vip: addGroup(core, 'VIP'), neighbours: addGroup(core, 'Neighbours') }
  const wholesale = listTypes(core.db).find(({ kind }) => kind === 'wholesale')?.id ?? null
  const ids: CustomerId[] = []
  await eachInSlices(core, people, (person, at) => {
    const madeAt = new Date(now - person.daysAgo * dayMs - (at % 500) * 60_000).toISOString() as Instant
    const draft = { ...personDraft(person), customerTypeId: person.wholesale ? wholesale : null, groupId: groups[person.group] }
    const consents = [...(person.sms ? [{ channel: 'sms' as const, allowed: true }] : []), ...(person.emails ? [{ channel: 'email' as const, allowed: true }] : [])]
    ids.push(saveNewCustomer({ ...core, now: () => madeAt }, null, { draft, consents, source: 'till', importBatchId: null }, shop))
  }, (done) => tell('customers', done, people.length))
  return ids
}

function addGroup(core: Core, name: string): GroupId {
  const id = core.newId() as GroupId
  saveGroup(core.db, { ...plainGroup, id, name })
  return id
}

/** Up to how much a business may buy on account; null is without a limit. */
const limits: readonly (Cents | null)[] = [250_000 as Cents, 600_000 as Cents, null]
function personDraft(person: DemoPerson): CustomerDraft {
  const { address } = person
  const phones = [person.phone, person.secondPhone].filter((typed) => typed !== '').map((typed, at) => ({ typed, kind: at === 0 ? 'mobile' : 'home' }))
  return {
    type: person.wholesale ? 'business' : 'personal', firstName: person.firstName, lastName: person.lastName, nickname: person.nickname, company: person.company, industry: '', jobTitle: '',
    website: '', taxId: '', birthDate: person.birthDate as PlainDate | null, language: person.language, customerTypeId: null, groupId: null, tags: person.tags, notes: person.note, phones,
    emails: person.email === '' ? [] : [{ address: person.email, kind: 'home' }],
    addresses: address ? [{ label: '', address1: address.street, address2: '', city: address.city, region: address.region, postcode: address.postcode, country: 'CA' }] : [],
    licence: null, medical: null, extras: [],
    ...(person.wholesale ? { payLaterAllowed: true, payLaterLimitCents: limits[person.company.length % limits.length] ?? null, payLaterDays: 30 } : {}),
  }
}
