import { closeSync, fdatasyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import type { Cart } from '../../src/main/sales/sale.ts'
import type { Input } from '../../src/main/handlers.ts'
import type { ItemId, Milli } from '../../src/main/vocabulary.ts'
import { at, head, row, sorted, verdict } from './measure.ts'
import type { Bench } from './shop.ts'

const linesOfASale = 10
const frameBytes = 4096 + 24

async function makeItem({ call, rid }: Bench): Promise<ItemId> {
  const taxClassId = (await call('shop/taxes', {})).classes[0]?.id
  const draft = { name: 'Café 250 g', sku: '', priceCents: 1299, categoryId: null, minimumAge: null, costCents: null, taxClassId, earnsPoints: true, customerRequired: false, barcodes: [], prices: [] }
  return (await call('items/save', { requestId: rid(), id: null, draft } as unknown as Input<'items/save'>)).id
}

async function cartOfTen({ call, rid }: Bench, itemId: ItemId, customerId: Input<'sales/attach-customer'>['customerId'] | null): Promise<Cart> {
  let cart: Cart | undefined
  for (let line = 0; line < linesOfASale; line++) {
    cart = await call('sales/add-item', { requestId: rid(), itemId, quantityMilli: 1000 as Milli })
    const added = cart.lines.at(-1)
    if (added) cart = await call('sales/note-line', { requestId: rid(), lineId: added.id, note: `line ${line}` }) // so that the next one does not join it
  }
  if (!cart) throw new Error('no cart')
  return customerId === null ? cart : (await call('sales/attach-customer', { requestId: rid(), customerId })).cart
}

/** The tender that ends a ten-line sale, beside the bare cost of putting the same bytes on the same disk. */
export async function benchCommit(bench: Bench, sales: number): Promise<void> {
  const { app, file, call, rid } = bench
  const itemId = await makeItem(bench)
  const customerId = (await call('customers/recent', { most: 1 }))[0]?.id ?? null
  const bare = openSync(`${file}.bare`, 'w')
  const [ours, floor, bytes]: [number[], number[], number[]] = [[], [], []]
  for (let sale = 0; sale < sales; sale++) {
    const cart = await cartOfTen(bench, itemId, customerId)
    app.core.db.pragma('wal_checkpoint(TRUNCATE)')
    const due = cart.totals.dueCents
    const tender = { requestId: rid(), saleId: cart.id, kind: 'card', amountCents: due, givenCents: due, reference: '4242', expectedTotalCents: cart.totals.totalCents } as Input<'sales/pay'>
    const begun = performance.now()
    await call('sales/pay', tender)
    ours.push(performance.now() - begun)
    const written = statSync(`${file}-wal`).size
    bytes.push(written)
    const piece = Buffer.alloc(written, sale)
    const bareBegun = performance.now()
    writeSync(bare, piece)
    fdatasyncSync(bare)
    floor.push(performance.now() - bareBegun)
  }
  closeSync(bare)
  rmSync(`${file}.bare`)
  const [mine, least] = [sorted(ours), sorted(floor)]
  const typical = at(sorted(bytes), 0.5)
  console.log(head(`Commit of a ten-line sale with its customer (WAL FULL, encrypted, search freshened; ${Math.round(typical / 1024)} KB, ${Math.round(typical / frameBytes)} pages)`))
  console.log([row('sales/pay, through its door', mine), row('bare write + fdatasync, same bytes', least)].join('\n'))
  console.log(verdict('times the bare cost at p50, wanted under 4', at(mine, 0.5) / at(least, 0.5), at(mine, 0.5) < 4 * at(least, 0.5)))
}
