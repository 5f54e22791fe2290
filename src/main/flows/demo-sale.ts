import type { Core } from '../context.ts'
import { touchCustomer } from '../customers/customers.sql.ts'
import type { PayableLine } from '../loyalty/redeem.ts'
import { toCoins } from '../sales/exact.ts'
import { insertPastSale, type PastLine, type PastSale } from '../sales/past-sales.sql.ts'
import type { TenderKind } from '../sales/sale.ts'
import { nextSaleNumber } from '../sales/sales.sql.ts'
import { totalsOf, type TaxRules } from '../sales/totals.ts'
import type { DemoSale } from '../shop/demo-sales.ts'
import { readTaxes } from '../shop/shop.sql.ts'
import type { Shop } from '../shop/shop.ts'
import type { Cents, CustomerId, Instant, LineId, Milli, Ppm, RegisterId, SaleId, StaffId, TenderId } from '../vocabulary.ts'
import { customerCopy } from './customer-on-sale.ts'
import type { DemoAccounts } from './demo-accounts.ts'
import type { DemoPoints, DemoReward } from './demo-points.ts'
import { eachInSlices, type DemoTeller, type Stocked } from './demo-stock.ts'
import { offByLine } from './payable-lines.ts'
import { theShop } from './the-shop.ts'

export type DemoCounter = { readonly registerId: RegisterId; readonly staff: readonly StaffId[]; readonly stock: readonly Stocked[]; readonly ids: readonly CustomerId[] }
export type DemoWays = { readonly points: DemoPoints; readonly accounts: DemoAccounts; readonly tell: DemoTeller }
/** A made-up sale that is in the file: what a refund of it needs to know. */
export type DemoSold = { readonly saleId: SaleId; readonly lines: readonly { readonly lineId: LineId; readonly quantityMilli: Milli }[]; readonly kind: TenderKind }

const percent = (whole: number) => (whole === 0 ? null : { kind: 'percent' as const, ppm: (whole * 10_000) as Ppm })
const iso = (at: number): Instant => new Date(at).toISOString() as Instant

/** Writes the sales in the order of time, numbered without a gap. */
export async function ringUp(core: Core, counter: DemoCounter, plan: readonly DemoSale[], { points, accounts, tell }: DemoWays): Promise<DemoSold[]> {
  const shop = theShop(core)
  const rules: TaxRules = { rates: readTaxes(core.db).rates, pricesIncludeTax: shop.pricesIncludeTax }
  const copies = new Map<number, string | null>()
  const copyOf = (person: number): string | null => {
    const known = copies.get(person)
    if (known !== undefined) return known
    copies.set(person, customerCopy(core, counter.ids[person] ?? null))
    return copies.get(person) ?? null
  }
  const first = nextSaleNumber(core.db, counter.registerId)
  const sold: DemoSold[] = []
  await eachInSlices(core, plan, (sale, at) => {
    points.reach(sale.at)
    accounts.reach(sale.at)
    const kind = accounts.takes(sale) ? 'account' : sale.cash ? 'cash' : 'card'
    const { written, reward } = saleOf(core, counter, { sale, kind, rules, shop, points, number: first + at, copy: sale.person === null ? null : copyOf(sale.person) })
    insertPastSale(core.db, written)
    if (sale.person !== null && written.customerId !== null) points.settle({ saleId: written.id, staffId: written.staffId, customerId: written.customerId, person: sale.person, reward }, sale.at)
    chargeOf(written, sale, accounts)
    sold.push({ saleId: written.id, lines: written.lines.map(({ id, quantityMilli }) => ({ lineId: id, quantityMilli })), kind })
  }, (done) => tell('sales', done, plan.length))
  return sold
}

function chargeOf({ id: saleId, customerId, tenders }: PastSale, { person, at }: DemoSale, accounts: DemoAccounts): void {
  const [tender] = tenders
  if (tender?.kind === 'account' && customerId !== null && person !== null && tender.amountCents > 0) accounts.charge({ saleId, tenderId: tender.id, customerId, person, cents: tender.amountCents }, at)
}

type Ringing = { readonly sale: DemoSale; readonly kind: TenderKind; readonly rules: TaxRules; readonly shop: Shop; readonly points: DemoPoints; readonly number: number; readonly copy: string | null }
type Rung = { readonly written: PastSale; readonly reward: DemoReward | null }
function saleOf(core: Core, counter: DemoCounter, { sale, kind, rules, shop, points, number, copy }: Ringing): Rung {
  const lines = sale.lines.flatMap((line) => lineOf(core, counter.stock, line))
  const customerId = sale.person === null ? null : (counter.ids[sale.person] ?? null)
  const { reward, totals } = priced(lines, { sale, rules, points, customerId })
  const amountCents = kind === 'cash' ? toCoins(totals.totalCents, shop.cashStepCents) : totals.totalCents
  const written: PastSale = {
    id: core.newId() as SaleId, sourceKey: null, registerId: counter.registerId, staffId: counter.staff[sale.staff] ?? ('' as StaffId), number, at: iso(sale.at), currency: shop.currency,
    pricesIncludeTax: shop.pricesIncludeTax, customerId, customerCopy: copy, note: '', lines,
    cartDiscount: percent(sale.percentOff), totals,
    tenders: [{ id: core.newId() as TenderId, kind, amountCents, reference: kind === 'card' ? String(100_000 + number) : '' }],
    roundingCents: (amountCents - totals.totalCents) as Cents,
  }
  return { written, reward }
}

/** What the lines come to, less what points pay of them. */
function priced(lines: readonly PastLine[], { sale, rules, points, customerId }: Pick<Ringing, 'sale' | 'rules' | 'points'> & { readonly customerId: CustomerId | null }) {
  const plain = totalsOf(lines, percent(sale.percentOff), rules)
  const payable = lines.map(({ id, itemId, categoryId, quantityMilli }, at): PayableLine => {
    const amount = plain.lines[at]
    return { lineId: id, itemId, categoryId, quantityMilli, netCents: (amount ? amount.amountCents - amount.cartDiscountCents : 0) as Cents }
  })
  const reward = points.choose(sale, customerId, payable)
  return { reward, totals: reward ? totalsOf(lines, percent(sale.percentOff), rules, offByLine(reward.result)) : plain }
}

function lineOf(core: Core, stock: readonly Stocked[], { item, quantity, percentOff }: DemoSale['lines'][number]): PastLine[] {
  const found = stock[item]
  if (!found) return []
  const { draft } = found
  return [{
    id: core.newId() as LineId, itemId: found.id, name: draft.name, quantityMilli: (quantity * 1_000) as Milli, priceCents: draft.priceCents, discount: percent(percentOff),
    rateIds: found.rateIds, taxClassId: draft.taxClassId, categoryId: draft.categoryId, costCents: draft.costCents, minimumAge: draft.minimumAge, earnsPoints: draft.earnsPoints,
  }]
}

/** Counts everyone's visits and puts the customers in the order in which they were last here. */
export async function rememberVisits(core: Core, plan: readonly DemoSale[], ids: readonly CustomerId[]): Promise<void> {
  const visits = new Map<number, { at: number; count: number }>()
  for (const { person, at } of plan) if (person !== null) visits.set(person, { at, count: (visits.get(person)?.count ?? 0) + 1 })
  const inOrder = [...visits].sort((a, b) => a[1].at - b[1].at)
  await eachInSlices(core, inOrder, ([person, { at, count }]) => {
    const id = ids[person]
    if (id) touchCustomer(core.db, id, iso(at), count)
  })
}
