import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { CustomerDraft } from '../../../src/main/customers/customer.ts'
import { rulesShape, type RulesDraft } from '../../../src/main/loyalty/program.ts'
import type { Reward } from '../../../src/main/loyalty/reward.ts'
import type { ApprovalId, CategoryId, Cents, ClaimId, CustomerId, EntryId, Instant, ItemId, Language, Milli, PlainDate, Points, RegisterId, SaleId, TaxClassId, TierId } from '../../../src/main/vocabulary.ts'
import type { Input } from '../../../src/main/handlers.ts'
import { freshApp, pins, reopened, scratchFolder, till } from '../../harness/app.ts'

export const gold = 'gold' as TierId
export const dayMs = 86_400_000
const nobody = {
  type: 'personal', firstName: '', lastName: '', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: 'en' as Language,
  customerTypeId: null, groupId: null, tags: [], notes: '', phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [],
} satisfies CustomerDraft
const prices = { coffee: 1_800, filter: 450, tool: 1_000, penny: 40, cup: 100, sixty: 6_000, hundred: 10_000, whisky: 5_000, fifty: 5_000, bag: 1_000 } as const
export type Goods = keyof typeof prices
export type Bought = Partial<Record<Goods, number>>

/** A shop with the goods of the worked examples, untaxed, and the rules of the page; Léa at the till, Marc and Olive to ask. */
export async function loyaltyShop(draft: RulesDraft = {}) {
  const app = await freshApp()
  await app.signIn('owner')
  const tools = (await app.ask('items/save-category', { requestId: app.rid(), id: null, name: 'Tools', position: 1, active: true })).id
  const coffee = (await app.ask('items/save-category', { requestId: app.rid(), id: null, name: 'Coffee', position: 2, active: true })).id
  const { classes } = await app.ask('shop/taxes', {})
  const items = await addItems(app, { tools, coffee }, classes.find(({ name }) => name === 'Untaxed')!.id)
  /** The same shop as another till has it, on a file of its own. */
  const copyFor = async (registerId: string) => {
    app.core.db.pragma('wal_checkpoint(TRUNCATE)')
    const file = path.join(scratchFolder(), 'shop.db')
    copyFileSync(app.file, file)
    const opened = reopened(file)
    onTestFinished(() => opened.close())
    const there = registerId as RegisterId
    const second = { ...opened, staff: app.staff, ask: ((name, input) => opened.ask(name, input, there)) as typeof opened.ask }
    await second.ask('staff/sign-in', { staffId: app.staff.cashier, pin: pins.cashier })
    return { ...second, ...acts(second, items) }
  }
  const shop = { ...app, items, tools, coffee, copyFor, ...acts(app, items) }
  await shop.rules({ multipliers: { boosts: [{ name: 'Tools', timesMilli: 2_000, categoryIds: [tools] }] }, tiers: { levels: [{ id: gold, name: 'Gold', from: 1_000, timesMilli: 1_500 }] }, ...draft })
  await app.signIn('cashier')
  return shop
}
export type LoyaltyShop = Awaited<ReturnType<typeof loyaltyShop>>
type Known = Partial<Input<'customers/create'>['draft']>
type App = Awaited<ReturnType<typeof freshApp>> | (ReturnType<typeof reopened> & Pick<Awaited<ReturnType<typeof freshApp>>, 'staff'>)

async function addItems(app: App, categories: { tools: CategoryId; coffee: CategoryId }, taxClassId: TaxClassId) {
  const made: Partial<Record<Goods, ItemId>> = {}
  for (const [name, cents] of Object.entries(prices) as [Goods, number][]) {
    const { id } = await app.ask('items/save', { requestId: app.rid(), id: null, draft: {
      name, sku: '', priceCents: cents as Cents, costCents: null, taxClassId, categoryId: name === 'tool' ? categories.tools : categories.coffee, minimumAge: name === 'whisky' ? 18 : null,
      earnsPoints: name !== 'bag', customerRequired: false, barcodes: [], prices: [],
    } })
    made[name] = id
  }
  return made as Record<Goods, ItemId>
}

export const ticket = async (app: App, right: 'adjust-points' | 'refund-sale' | 'void-sale' | 'attach-later' | 'ban-customer' | 'serve-banned', target: string, by: 'manager' | 'owner' = 'manager'): Promise<ApprovalId> =>
  (await app.ask('staff/approve', { right, target, approverId: app.staff[by], pin: pins[by] })).approvalId

/** What a test does at the till, each in one word. */
export function acts(app: App, items: Record<Goods, ItemId>) {
  const cart = () => app.ask('sales/cart', null)
  const fill = async (customerId: CustomerId | null, bought: Bought) => {
    for (const [name, quantity] of Object.entries(bought) as [Goods, number][]) await app.ask('sales/add-item', { requestId: app.rid(), itemId: items[name], quantityMilli: (quantity * 1_000) as Milli })
    if (customerId) await app.ask('sales/attach-customer', { requestId: app.rid(), customerId })
  }
  const pay = async (): Promise<SaleId> => {
    const open = (await cart())!
    const paid = await app.ask('sales/pay', {
      requestId: app.rid(), saleId: open.id, kind: 'card', amountCents: open.totals.dueCents, givenCents: open.totals.dueCents, reference: 'ref', expectedTotalCents: open.totals.totalCents,
    })
    if (paid.state !== 'completed') throw new Error('not paid')
    return paid.saleId
  }
  return {
    cart, fill, pay,
    async sell(customerId: CustomerId | null, bought: Bought, claim?: { points?: number; rewardId?: Reward['id'] }): Promise<SaleId> {
      await fill(customerId, bought)
      if (claim) await app.ask('loyalty/claim', { requestId: app.rid(), rewardId: claim.rewardId ?? null, points: (claim.points ?? null) as Points | null, lineId: null, proof: null })
      return pay()
    },
    async refund(saleId: SaleId, what: Bought | 'all') {
      const sale = await app.ask('sales/get', { saleId })
      const lines = sale.lines.flatMap((line) => {
        const left = line.quantityMilli - line.returnedMilli
        const wanted = what === 'all' ? left : Math.min(left, (what[line.name as Goods] ?? 0) * 1_000)
        return wanted > 0 ? [{ lineId: line.id, quantityMilli: wanted as Milli }] : []
      })
      return app.ask('sales/refund', { requestId: app.rid(), saleId, lines, kind: 'card', reference: 'ref', reason: 'returned', approvalId: await ticket(app, 'refund-sale', saleId) })
    },
    async void(saleId: SaleId) {
      return app.ask('sales/void', { requestId: app.rid(), saleId, reason: 'wrong', approvalId: await ticket(app, 'void-sale', saleId) })
    },
    async adjust(customerId: CustomerId, points: number, more: { expires?: 'never' | 'as-rules' | PlainDate; countsForTier?: boolean; by?: 'manager' | 'owner' } = {}) {
      const direction = points > 0 ? 'add' : 'remove'
      return app.ask('loyalty/adjust-points', {
        requestId: app.rid(), customerId, direction, points: Math.abs(points), reason: 'goodwill', note: '', saleId: null, countsForTier: more.countsForTier ?? false, expires: more.expires ?? 'never',
        approvalId: await ticket(app, 'adjust-points', `points-${direction}/${customerId}`, more.by), secondApprovalId: null,
      })
    },
    undo: (entryId: EntryId, approvalId: ApprovalId | null = null) => app.ask('loyalty/undo-adjustment', { requestId: app.rid(), entryId, reason: '', approvalId }),
    async member(firstName = 'Ana', more: Known = {}): Promise<CustomerId> {
      const id = await addCustomer(app, firstName, more)
      await app.ask('loyalty/join', { requestId: app.rid(), customerId: id })
      return id
    },
    customer: (firstName = 'Ana', more: Known = {}) => addCustomer(app, firstName, more),
    async points(customerId: CustomerId) {
      const found = await app.ask('loyalty/points', { customerId })
      if (!found.member) throw new Error('not a member')
      return found
    },
    async rows(customerId: CustomerId) {
      const { rows } = await app.ask('loyalty/history', { customerId, kinds: [], before: null, most: 200 })
      return rows.toReversed()
    },
    async rules(rules: RulesDraft, startsAt: Instant | null = null) {
      return app.ask('loyalty/save-program', { requestId: app.rid(), startsAt, rules: rulesShape.parse(rules) })
    },
  }
}

async function addCustomer(app: App, firstName: string, more: Known): Promise<CustomerId> {
  return (await app.ask('customers/create', { requestId: app.rid(), draft: { ...nobody, firstName, ...more }, consents: [], source: 'till', addToCart: false })).id
}
export const otherTill = 'till-2' as RegisterId
export { till, type ClaimId }

/** Ana has earned, been given, spent and lost points: by a sale, by hand, by a reward, by a refund, and by the calendar. */
export async function shopWithHistory() {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-after-earning', months: 1 } } })
  const ana = await shop.member()
  const first = await shop.sell(ana, { coffee: 1, tool: 1 })
  await shop.adjust(ana, 240)
  await shop.sell(ana, { coffee: 2 }, { points: 100 })
  await shop.refund(first, { tool: 1 })
  shop.clock.skip(40 * dayMs)
  shop.runDue()
  return { shop, ana }
}
