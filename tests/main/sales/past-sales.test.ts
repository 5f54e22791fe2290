import { expect, test } from 'vitest'
import { insertPastSale, type PastLine, type PastSale } from '../../../src/main/sales/past-sales.sql.ts'
import { totalsOf } from '../../../src/main/sales/totals.ts'
import { inTransaction } from '../../../src/main/store/sql.ts'
import type { Cents, Instant, LineId, Milli, SaleId, TenderId } from '../../../src/main/vocabulary.ts'
import { till } from '../../harness/app.ts'
import { stocked } from './stocked.ts'

test('a sale made elsewhere is brought in once, with its own number, time and total, and is like any other', async () => {
  const { ask, core, staff, taxable, items, sell, refund, signIn } = await stocked()
  const { rates, classes } = await ask('shop/taxes', {})
  const line: PastLine = {
    id: 'past-line' as LineId, itemId: items.coffee, name: 'Coffee', quantityMilli: 2000 as Milli, priceCents: 900 as Cents, discount: null, rateIds: classes[0]!.rateIds,
    taxClassId: taxable, categoryId: null, costCents: null, minimumAge: null, earnsPoints: true,
  }
  const totals = totalsOf([line], null, { rates, pricesIncludeTax: false })
  const past: PastSale = {
    id: 'past' as SaleId, sourceKey: 'chinook/invoice/1', registerId: till, staffId: staff.owner, number: 412, at: '2024-02-01T10:00:00.000Z' as Instant, currency: 'CAD', pricesIncludeTax: false,
    customerId: null, customerCopy: JSON.stringify({ name: 'Luís', phone: '', address: null }), note: '', lines: [line], cartDiscount: null, totals, roundingCents: 0 as Cents,
    tenders: [{ id: 'past-tender' as TenderId, kind: 'card', amountCents: totals.totalCents, reference: '' }],
  }
  expect(inTransaction(core.db, () => insertPastSale(core.db, past))).toBe(true)
  expect(insertPastSale(core.db, { ...past, id: 'other' as SaleId, number: 413 })).toBe(false)
  expect(await ask('sales/by-number', { number: '1-412' })).toMatchObject({ completedAt: past.at, customerName: 'Luís', totalCents: 2070, lines: [{ amountCents: 1800 }] })
  expect((await sell([[items.bread, 1]])).number).toBe('1-000413')
  await signIn('manager')
  expect((await refund(past.id, [{ lineId: line.id, quantityMilli: 2000 as Milli }])).totalCents).toBe(2070)
})
