import type { Core } from '../context.ts'
import { demoItems } from '../shop/demo-items.ts'
import { demoPeople } from '../shop/demo-people.ts'
import { randomFrom } from '../shop/demo-random.ts'
import { demoSales } from '../shop/demo-sales.ts'
import { demoSetUp, demoStaff } from '../shop/demo-shop.ts'
import { markDemo } from '../shop/shop.sql.ts'
import { endSession, sessionOn } from '../staff/staff.sql.ts'
import { syncingLater } from '../store/sync.ts'
import type { Caller, RegisterId, RequestId, StaffId } from '../vocabulary.ts'
import { demoAccounts } from './demo-accounts.ts'
import { makeDemoQueue, makeDemoRefunds } from './demo-extras.ts'
import { demoPoints } from './demo-points.ts'
import { ringUp, rememberVisits } from './demo-sale.ts'
import { inviteCustomers, stockShelves, type DemoTeller } from './demo-stock.ts'
import { saveStaff, setPin } from './edit-staff.ts'
import { setUpShop } from './set-up-shop.ts'

export type DemoSize = { readonly people: number; readonly sales: number }
const fullSize: DemoSize = { people: 5_000, sales: 20_000 }
const seed = 20_261

/**
 * Makes the made-up shop on an empty register: 300 items, 5,000 customers and 20,000 sales over two years up to now, a club with its members' points,
 * businesses that buy on account, a few refunds and waiting carts. The same seed at the same moment makes the same shop. Nobody is signed in at the end.
 */
export const makeDemoShop = (core: Core, registerId: RegisterId, size: DemoSize = fullSize): Promise<void> => syncingLater(core.db, () => make(core, registerId, size))

async function make(core: Core, registerId: RegisterId, size: DemoSize): Promise<void> {
  const now = Date.parse(core.now())
  const random = randomFrom(seed)
  const items = demoItems(random)
  const people = demoPeople(random, size.people, new Date(now).getUTCFullYear())
  const plan = demoSales(random, size.sales, { items, people, now })
  const [owner, manager, cashier] = await openShop(core, registerId)
  const tell: DemoTeller = (step, done, total) => core.emit('demo-progressed', { step, done, total })
  const stock = await stockShelves(core, items, tell)
  const ids = await inviteCustomers(core, people, now, tell)
  const points = demoPoints(core, { owner, manager, cashier, stock, people, now })
  const accounts = demoAccounts(core, { owner, manager, cashier, people, now })
  const sold = await ringUp(core, { registerId, staff: [owner.staffId, manager.staffId, cashier.staffId], stock, ids }, plan, { points, accounts, tell })
  accounts.end()
  await rememberVisits(core, plan, ids)
  makeDemoRefunds(core, manager, sold.slice(-60))
  makeDemoQueue(core, cashier, stock, ids)
  endSession(core.db, registerId)
  markDemo(core.db, 'made')
  tell('done', size.sales, size.sales)
  core.emit('shop-changed', {})
  core.emit('session-changed', { registerId })
}

/** The shop, its taxes and the three who work there. */
async function openShop(core: Core, registerId: RegisterId): Promise<readonly [Caller, Caller, Caller]> {
  const [first, second, third] = demoStaff
  const { name, pin, language } = first
  await setUpShop(core, { registerId, staffId: null, role: null }, { requestId: core.newId() as RequestId, ...demoSetUp, owner: { name, pin, language } })
  markDemo(core.db, 'making')
  const owner: Caller = { registerId, staffId: sessionOn(core.db, registerId)?.staffId ?? ('' as StaffId), role: 'owner' }
  return [owner, await hire(core, owner, second), await hire(core, owner, third)]
}

async function hire(core: Core, owner: Caller, { name, pin, role, language }: (typeof demoStaff)[1 | 2]): Promise<Caller> {
  const { id } = saveStaff(core, owner, { requestId: core.newId() as RequestId, id: null, name, role, language, active: true })
  await setPin(core, owner, { requestId: core.newId() as RequestId, staffId: id, pin })
  return { registerId: owner.registerId, staffId: id, role }
}
