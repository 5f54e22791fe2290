// Run under plain Node by loyalty-days.ts: writes a shop's file as the till itself does, with a clock that stands where the story says. Node alone can
// load the database here: Playwright would take its type declarations for it.
import path from 'node:path'
import { openCore } from '../../src/main/core.ts'
import type { Handlers, Input, Output } from '../../src/main/handlers.ts'
import { keyFromFile } from '../../src/main/hosts/key-file.ts'
import { registerIdIn } from '../../src/main/hosts/open-register.ts'
import { newId } from '../../src/main/hosts/options.ts'
import { openPinHasher } from '../../src/main/staff/pin.port.ts'
import { openReader } from '../../src/main/store/reader.port.ts'
import { openStore } from '../../src/main/store/open.ts'
import type { CustomerId, Instant, ItemId, Milli, RequestId } from '../../src/main/vocabulary.ts'
import { setUpBrulerie } from '../harness/shop.ts'

const dayMs = 86_400_000
type Ask = <K extends keyof Handlers>(name: K, input: Input<K>) => Promise<Output<K>>
type PastShop = { readonly ask: Ask; readonly rid: () => RequestId; readonly daysAgo: (days: number) => void; readonly close: () => Promise<void> }

async function openPast(folder: string, beganDaysAgo = 4): Promise<PastShop> {
  const file = path.join(folder, 'shop.db')
  const hasher = openPinHasher(new URL('../../src/main/staff/pin.worker.ts', import.meta.url))
  let [backMs, ticks] = [beganDaysAgo * dayMs, 0]
  const now = () => new Date(Date.now() - backMs + ticks++).toISOString() as Instant
  const key = keyFromFile(folder, file)
  const reader = openReader({ thread: new URL('../../src/main/hosts/reader.ts', import.meta.url), file, key })
  const app = openCore({ file, key, stamp: 'past', now, newId, log: (bug) => console.error(bug), ports: { ...hasher, reader } })
  const till = registerIdIn(folder)
  const rid = () => crypto.randomUUID() as RequestId
  const ask: Ask = async (name, input) => {
    const reply = await app.call(till, name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.facts)}`)
    return reply.value as Output<typeof name>
  }
  await ask('shop/set-up', { requestId: rid(), ...setUpBrulerie })
  return { ask, rid, daysAgo: (days) => void (backMs = days * dayMs), close: async () => (app.close(), void (await hasher.close())) }
}

const nobody = {
  type: 'personal', firstName: 'Ana', lastName: 'Ruiz', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, groupId: null,
  tags: [], notes: '', phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [],
}

/** Ana, a member, and bags of coffee at 22.50 without tax. */
async function addAna({ ask, rid }: PastShop): Promise<{ readonly ana: CustomerId; readonly coffee: ItemId }> {
  const { classes } = await ask('shop/taxes', {})
  const taxClassId = classes.find(({ name }) => name === 'Untaxed')!.id
  const draft = { name: 'Coffee', sku: '', priceCents: 2_250, costCents: null, taxClassId, categoryId: null, minimumAge: null, earnsPoints: true, customerRequired: false, barcodes: [], prices: [] }
  const { id: coffee } = await ask('items/save', { requestId: rid(), id: null, draft: draft as never })
  const { id: ana } = await ask('customers/create', { requestId: rid(), addToCart: false, source: 'till', consents: [], draft: nobody as never })
  await ask('loyalty/join', { requestId: rid(), customerId: ana })
  return { ana, coffee }
}

/** Ana buys so many bags, and pays a part with points. */
async function sellToAna({ ask, rid }: PastShop, { ana, coffee }: { ana: CustomerId; coffee: ItemId }, bags: number, points: number | null = null): Promise<void> {
  await ask('sales/add-item', { requestId: rid(), itemId: coffee, quantityMilli: (bags * 1_000) as Milli })
  await ask('sales/attach-customer', { requestId: rid(), customerId: ana })
  if (points !== null) await ask('loyalty/claim', { requestId: rid(), rewardId: null, points: points as never, lineId: null, proof: null })
  const { id, totals } = (await ask('sales/cart', null))!
  await ask('sales/pay', { requestId: rid(), saleId: id, kind: 'card', amountCents: totals.dueCents, givenCents: totals.dueCents, reference: 'ref', expectedTotalCents: totals.totalCents })
}

/** Someone changes a row of the ledger in the file, past the register and its triggers. */
function tamper(folder: string, change: string): void {
  const file = path.join(folder, 'shop.db')
  const { db, close } = openStore({ file, key: keyFromFile(folder, file), stamp: 'tamper' })
  const trigger = String(db.prepare("SELECT sql FROM sqlite_master WHERE name = 'loyalty_ledger_no_update'").pluck().get())
  db.exec(`DROP TRIGGER loyalty_ledger_no_update; ${change}; ${trigger}`)
  close()
}


/** Five days, actions on two of them: Ana joins and buys 13 bags four days ago, one bag and 100 points yesterday. */
async function fiveDays(folder: string): Promise<void> {
  const past = await openPast(folder)
  const goods = await addAna(past)
  await sellToAna(past, goods, 13)
  past.daysAgo(1)
  await sellToAna(past, goods, 1, 100)
  await past.close()
}

/** Points wait 14 days and live two months: of three bags, one's points have lapsed, one's are due to be posted, and two of yesterday still wait. */
async function waiting(folder: string): Promise<void> {
  const past = await openPast(folder, 90)
  const { now } = await past.ask('loyalty/programs', {})
  const rules = { ...now!.rules, earn: { ...now!.rules.earn, pendingDays: 14 }, expiry: { ...now!.rules.expiry, rule: { kind: 'months-after-earning' as const, months: 2 } } }
  await past.ask('loyalty/save-program', { requestId: past.rid(), startsAt: null, rules })
  const goods = await addAna(past)
  for (const [daysAgo, bags] of [[80, 1], [20, 1], [1, 2]] as const) {
    past.daysAgo(daysAgo)
    await sellToAna(past, goods, bags)
  }
  await past.close()
}

const [story, folder = '', change = ''] = process.argv.slice(2)
if (story === 'five-days') await fiveDays(folder)
if (story === 'waiting') await waiting(folder)
if (story === 'tamper') tamper(folder, change)
