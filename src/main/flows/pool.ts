import type { Core } from '../context.ts'
import { accountsWithin, type Account } from '../loyalty/accounts.sql.ts'
import { mayTake, type Stay } from '../loyalty/households.ts'
import { spentBy, stayOf, staysIn } from '../loyalty/households.sql.ts'
import { balanceOf, scoreSince } from '../loyalty/ledger.sql.ts'
import { draw, inOrder, type Lot } from '../loyalty/lots.ts'
import { lotsToDraw } from '../loyalty/lots.sql.ts'
import { heldElsewhere } from '../loyalty/rewards.sql.ts'
import { scoreFrom } from '../loyalty/tiers.ts'
import type { AccountId, PlainDate, Points, SaleId } from '../vocabulary.ts'
import type { Now } from './the-program.ts'

/** The accounts whose points someone spends from: their own, and in a household everyone's. Each row stays on its own account. */
export type Pool = { readonly accountIds: readonly AccountId[]; readonly stay: Stay | null; readonly stays: readonly Stay[] }

export function poolOf(core: Core, { id }: Pick<Account, 'id'>, { program }: Pick<Now, 'program'>): Pool {
  const stay = program.rules.households.on ? stayOf(core.db, id) : undefined
  if (!stay) return { accountIds: [id], stay: null, stays: [] }
  const stays = staysIn(core.db, stay.householdId)
  return { accountIds: stays.map(({ accountId }) => accountId), stay, stays }
}

/** What all of them have together: a debt of one counts against the others while they share. */
export const poolBalance = (core: Core, { accountIds }: Pool): Points =>
  accountIds.reduce((sum, accountId) => sum + balanceOf(core.db, accountId).balance, 0) as Points

/** What this person may spend now, less what other sales are paying with at this moment. */
export function spendableFrom(core: Core, pool: Pool, saleId: SaleId | null, now: Now): ReturnType<typeof mayTake> {
  const free = pool.accountIds.reduce((sum, accountId) => sum - heldElsewhere(core.db, accountId, saleId), poolBalance(core, pool) as number)
  if (!pool.stay) return { points: free as Points, heldBy: null }
  const firstOfMonth = `${now.moment.day.slice(0, 8)}01` as PlainDate
  return mayTake(free, pool.stay, spentBy(core.db, pool.accountIds, pool.stay.customerId, firstOfMonth))
}

/** What counts for someone's tier: their own twelve months, with those of records merged into theirs, or the household's where the programme counts those together. */
export function scoreOf(core: Core, account: Account, { program, moment }: Pick<Now, 'program' | 'moment'>): number {
  const { tiers, households } = program.rules
  const accountIds = households.tierBy === 'household' ? poolOf(core, account, { program }).accountIds : [account.id]
  const counted = accountIds.flatMap((accountId) => [accountId, ...accountsWithin(core.db, accountId)])
  return counted.reduce((sum, accountId) => sum + scoreSince(core.db, accountId, tiers.basis, scoreFrom(moment.day)), 0)
}

export type Part = { readonly accountId: AccountId; readonly points: Points; readonly lots: readonly Lot[] }
/** From whose buckets so many points are taken: the nearest expiry of all first. One part for each account, the spender's own first. */
export function partsFrom(core: Core, { accountIds, stay }: Pool, points: Points): readonly Part[] {
  const owners = new Map<string, AccountId>()
  const lots = accountIds.flatMap((accountId) => lotsToDraw(core.db, accountId, points).map((lot) => (owners.set(lot.id, accountId), lot)))
  const { draws } = draw(inOrder(lots), points)
  const order = accountIds.toSorted((a, b) => Number(b === stay?.accountId) - Number(a === stay?.accountId))
  return order.flatMap((accountId): Part[] => {
    const mine = draws.filter(({ lotId }) => owners.get(lotId) === accountId)
    const sum = mine.reduce((all, drawn) => all + drawn.points, 0) as Points
    return sum === 0 ? [] : [{ accountId, points: sum, lots: mine.flatMap(({ lotId }) => lots.find(({ id }) => id === lotId) ?? []) }]
  })
}
