import { expect, onTestFinished } from 'vitest'
import type { Input, Output } from '../../../src/main/handlers.ts'
import { insertRegister } from '../../../src/main/shop/shop.sql.ts'
import { run, sql } from '../../../src/main/store/sql.ts'
import type { Cents, CustomerId, ItemId, LineId, Milli, PlainDate, RegisterId, SaleId } from '../../../src/main/vocabulary.ts'
import { freshApp, till } from '../../harness/app.ts'

export const secondTill = 'till-2' as RegisterId
export const one = 1000 as Milli
export const cents = (amount: number) => amount as Cents
export const day = (text: string) => text as PlainDate
type Draft = Input<'items/save'>['draft']

/** The Brûlerie with a few things to sell, a wholesale price list, and people to sell them to. Léa (cashier) is signed in on both tills. */
export async function stocked() {
  const app = await freshApp()
  onTestFinished(() => expect(app.bugs).toEqual([]))
  app.clock.skip(Date.parse('2026-11-21T15:00:00Z') - Date.parse(app.clock.now()))
  insertRegister(app.core.db, { id: secondTill, name: 'Till 2' }, app.core.now())
  await app.signIn('manager', secondTill)
  await app.signIn('manager')
  const ask: App['ask'] = (name, input, at) => app.ask(name, input, at)
  const { classes } = await ask('shop/taxes', {})
  const [taxable, untaxed] = [classes[0]!.id, classes[1]!.id]
  const draft = (name: string, priceCents: number, more: Partial<Draft> = {}): Draft => ({
    name, sku: '', priceCents: cents(priceCents), costCents: null, categoryId: null, minimumAge: null, taxClassId: taxable, earnsPoints: true, customerRequired: false, barcodes: [], prices: [], ...more,
  })
  const save = async (item: Draft): Promise<ItemId> => (await app.ask('items/save', { requestId: app.rid(), id: null, draft: item })).id
  const items = {
    coffee: await save(draft('Café Élodie 250 g', 900, { sku: 'CAF-250', barcodes: ['0 12345 67890 5'] })),
    filter: await save(draft('Filter papers', 450, { barcodes: ['4006381333931'] })),
    bread: await save(draft('Bread', 1002, { taxClassId: untaxed })),
    wine: await save(draft('Wine', 1500, { minimumAge: 18, taxClassId: untaxed })),
    spirits: await save(draft('Spirits', 3000, { minimumAge: 21, taxClassId: untaxed })),
    gift: await save(draft('Gift bag', 0)),
    bound: await save(draft('Registered item', 500, { customerRequired: true })),
  }
  await app.signIn('cashier')
  return { ...app, ask, items, draft, save, taxable, untaxed, ...verbs(app), ...people(app) }
}
export type Stocked = Awaited<ReturnType<typeof stocked>>
type App = Awaited<ReturnType<typeof freshApp>>

function verbs(app: App) {
  const { rid } = app
  const ask: App['ask'] = (name, input, at) => app.ask(name, input, at)
  const add = (itemId: ItemId, pieces = 1, at = till) => ask('sales/add-item', { requestId: rid(), itemId, quantityMilli: (pieces * 1000) as Milli }, at)
  const cart = async (at = till): Promise<NonNullable<Output<'sales/cart'>>> => (await ask('sales/cart', null, at))!
  /** Pays what is due, by one tender. */
  const payAll = async (kind: 'cash' | 'card' = 'card', at = till) => {
    const { id: saleId, totals } = await cart(at)
    const amountCents = kind === 'cash' ? totals.dueInCashCents : totals.dueCents
    const reference = kind === 'cash' ? '' : 'T1'
    const paid = await ask('sales/pay', { requestId: rid(), saleId, kind, amountCents, givenCents: amountCents, reference, expectedTotalCents: totals.totalCents }, at)
    if (paid.state !== 'completed') throw new Error('not paid')
    return paid
  }
  return {
    add, cart, payAll,
    attach: (customerId: CustomerId, at = till) => ask('sales/attach-customer', { requestId: rid(), customerId }, at),
    park: (label: string, at = till) => ask('sales/park', { requestId: rid(), label, note: '', dueAt: null }, at),
    sell: async (what: readonly (readonly [ItemId, number])[], kind: 'cash' | 'card' = 'card', at = till) => {
      for (const [itemId, pieces] of what) await add(itemId, pieces, at)
      return payAll(kind, at)
    },
    pay: (saleId: SaleId, tender: { kind: 'cash' | 'card'; amountCents: number; givenCents?: number; reference?: string; expected: number }, at = till) =>
      ask('sales/pay', {
        requestId: rid(), saleId, kind: tender.kind, amountCents: cents(tender.amountCents), givenCents: cents(tender.givenCents ?? tender.amountCents),
        reference: tender.reference ?? 'T1', expectedTotalCents: cents(tender.expected),
      }, at),
    refund: (saleId: SaleId, lines: { lineId: LineId; quantityMilli: Milli }[], kind: 'cash' | 'card' = 'card', approvalId: Input<'sales/refund'>['approvalId'] = null) =>
      ask('sales/refund', { requestId: rid(), saleId, lines, kind, reference: 'R1', reason: 'torn', approvalId }),
  }
}

let people_ = 0
function people({ core }: App) {
  type Person = { name?: string; birth?: string; licenceUntil?: string; listId?: string; status?: string; medical?: { until: string; listId: string } }
  return {
    /** Someone in the file, written straight into it: these tests are about sales. */
    person: ({ name = 'Ana Ruiz', birth, licenceUntil, listId, status = 'active', medical }: Person = {}): CustomerId => {
      const id = `person-${++people_}` as CustomerId
      const [first, last = ''] = name.split(' ')
      const groupId = listId === undefined ? null : `group-${listId}`
      const typeId = medical === undefined ? null : `type-${id}`
      if (groupId) run(core.db, sql`INSERT OR IGNORE INTO customer_groups (id, name, price_list_id, position) VALUES (${groupId}, 'VIP', ${listId!}, 1)`)
      if (medical) run(core.db, sql`INSERT INTO customer_types (id, name, kind, price_list_id, position) VALUES (${typeId!}, 'Medical', 'medical', ${medical.listId}, 1)`)
      run(core.db, sql`INSERT INTO customers (id, code, seq, source, type, customer_type_id, group_id, status, first_name, last_name, birth_date, sort_name, made_at, updated_at)
        VALUES (${id}, ${id}, (SELECT coalesce(max(seq), 0) + 1 FROM customers), 'till', 'personal', ${typeId}, ${groupId}, ${status}, ${first!}, ${last}, ${birth ?? null}, ${name.toLowerCase()}, ${core.now()}, ${core.now()})`)
      if (licenceUntil) run(core.db, sql`INSERT INTO identity_documents (customer_id, number, expires_on, source, updated_at) VALUES (${id}, 'X', ${licenceUntil}, 'typed', ${core.now()})`)
      if (medical) run(core.db, sql`INSERT INTO medical_records (customer_id, number, expires_on, updated_at) VALUES (${id}, 'M', ${medical.until}, ${core.now()})`)
      return id
    },
  }
}
