// A till at work, in a process of its own: node load.ts <folder> <seed>. Each act is told on stdout before it is tried ("trying") and after it was
// answered ("done"). It works until it is killed.
import { readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { openCore } from '../../../src/main/core.ts'
import type { Handlers, Input, Output } from '../../../src/main/handlers.ts'
import { newId, now } from '../../../src/main/hosts/options.ts'
import type { Cart } from '../../../src/main/sales/sale.ts'
import { openPinHasher } from '../../../src/main/staff/pin.port.ts'
import { openReader } from '../../../src/main/store/reader.port.ts'
import type { CustomerId, ItemId, Milli, RegisterId, RequestId, SaleId } from '../../../src/main/vocabulary.ts'
import { pins, setUpBrulerie } from '../../harness/shop.ts'
import type { Act } from './acts.ts'

const [folder = '', seed = '1'] = process.argv.slice(2)
const till = 'till-1' as RegisterId
const say = (act: Act): void => void writeSync(1, `${JSON.stringify(act)}\n`)

let state = Number(seed) >>> 0
/** A whole number from 0 to below, the same sequence for the same seed. */
function roll(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

const [file, key] = [path.join(folder, 'shop.db'), readFileSync(path.join(folder, 'key'))]
const app = openCore({
  file, key, stamp: 'torture', now, newId,
  log: (bug) => say({ is: 'bug', what: bug instanceof Error ? (bug.stack ?? '') : String(bug) }),
  ports: { ...openPinHasher(new URL('../../../src/main/staff/pin.worker.ts', import.meta.url)), reader: openReader({ thread: new URL('../../../src/main/hosts/reader.ts', import.meta.url), file, key }) },
})
const rid = () => newId() as RequestId

async function ask<K extends keyof Handlers>(name: K, input: Input<K>): Promise<Output<K>> {
  const reply = await app.call(till, name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.facts)}`)
  return reply.value as Output<K>
}

const itemNames = ['Café 250 g', 'Thé vert', 'Filtre', 'Tasse', 'Biscuit']
async function open(): Promise<ItemId[]> {
  if (!(await ask('shop/status', {})).setUp) await ask('shop/set-up', { requestId: rid(), ...setUpBrulerie })
  const owner = (await ask('staff/names', {}))[0]
  if (!owner) throw new Error('nobody works here')
  await ask('staff/sign-in', { staffId: owner.id, pin: pins.owner })
  const taxed = (await ask('shop/taxes', {})).classes[0]
  if (!taxed) throw new Error('no taxes')
  const known = await ask('items/by-category', { categoryId: null, page: { after: null, most: 50 } })
  const items: ItemId[] = known.rows.map(({ id }) => id)
  for (const name of itemNames.slice(items.length)) {
    const draft = { name, sku: '', priceCents: 199 + 137 * items.length, categoryId: null, minimumAge: null, costCents: null, taxClassId: taxed.id, earnsPoints: true, customerRequired: false, barcodes: [], prices: [] }
    items.push((await ask('items/save', { requestId: rid(), id: null, draft } as unknown as Input<'items/save'>)).id)
  }
  return items
}

const customers: CustomerId[] = []
const empty = {
  type: 'personal', lastName: '', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null,
  groupId: null, tags: [], notes: '', emails: [], addresses: [], licence: null, medical: null, extras: [],
}
async function newCustomer(): Promise<void> {
  const firstName = `Client ${newId().slice(-8)}`
  const draft = { ...empty, firstName, phones: [{ typed: `514 555 ${String(1000 + roll(9000))}`, kind: 'mobile' }] }
  const { id } = await ask('customers/create', { requestId: rid(), draft, consents: [], source: 'till', addToCart: false } as unknown as Input<'customers/create'>)
  customers.push(id)
  say({ is: 'customer', id, name: firstName })
}

async function fillCart(items: readonly ItemId[]): Promise<Cart> {
  let cart: Cart | undefined
  for (let left = 1 + roll(5); left > 0 || !cart; left--) {
    const itemId = items[roll(items.length)]
    if (itemId === undefined) throw new Error('no items')
    cart = await ask('sales/add-item', { requestId: rid(), itemId, quantityMilli: ((1 + roll(4)) * 1000) as Milli })
    say({ is: 'line', saleId: cart.id, lines: cart.lines.length })
  }
  const customerId = customers[roll(customers.length || 1)]
  if (customerId !== undefined && roll(2) === 0) cart = (await ask('sales/attach-customer', { requestId: rid(), customerId })).cart
  return cart
}

/** By card in one go, in two halves, or in cash with change. */
async function payFor(cart: Cart): Promise<void> {
  say({ is: 'trying', saleId: cart.id })
  const due = cart.totals.dueCents
  const common = { saleId: cart.id, expectedTotalCents: cart.totals.totalCents }
  const card = (cents: number) => ask('sales/pay', { ...common, requestId: rid(), kind: 'card', amountCents: cents, givenCents: cents, reference: '4242' } as Input<'sales/pay'>)
  const cash = (cents: number) => ask('sales/pay', { ...common, requestId: rid(), kind: 'cash', amountCents: cents, givenCents: cents + 500, reference: '' } as Input<'sales/pay'>)
  const how = roll(3)
  if (how === 0) await card(Math.floor(due / 2))
  const paid = await (how === 1 ? cash(cart.totals.dueInCashCents) : card(how === 0 ? due - Math.floor(due / 2) : due))
  if (paid.state !== 'completed') throw new Error('not completed')
  say({ is: 'sold', saleId: paid.saleId, number: paid.number, totalCents: paid.totalCents, lines: cart.lines.length })
}

const parked: SaleId[] = []
async function park(cart: Cart): Promise<void> {
  say({ is: 'trying', saleId: cart.id })
  const { saleId } = await ask('sales/park', { requestId: rid(), label: `Ticket ${newId().slice(-4)}`, note: '', dueAt: null })
  parked.push(saleId)
  say({ is: 'parked', saleId, lines: cart.lines.length })
}

async function recall(): Promise<void> {
  const [saleId] = parked.splice(roll(parked.length), 1)
  if (saleId === undefined) return
  say({ is: 'trying', saleId })
  const { cart } = await ask('sales/open-parked', { requestId: rid(), saleId, takeOver: true, approvalId: null } as unknown as Input<'sales/open-parked'>)
  say({ is: 'recalled', saleId, lines: cart.lines.length })
  await (roll(2) === 0 ? payFor(cart) : park(cart))
}

async function work(): Promise<never> {
  const items = await open()
  say({ is: 'open' })
  const left = await ask('sales/cart', null)
  if (left && left.lines.length > 0 && left.tenders.length === 0) await park(left)
  else if (left && left.tenders.length > 0) await payFor(left)
  const waiting = (await ask('sales/queue', { mine: false })).filter(({ openOn }) => openOn === null).map(({ id }) => id)
  parked.splice(0, parked.length, ...waiting)
  for (;;) {
    const what = roll(10)
    if (what < 2) await newCustomer()
    else if (what < 4 && parked.length > 0) await recall()
    else if (what < 6 && parked.length < 20) await park(await fillCart(items))
    else await payFor(await fillCart(items))
  }
}

work().catch((error: unknown) => {
  say({ is: 'bug', what: error instanceof Error ? (error.stack ?? '') : String(error) })
  process.exit(3)
})
