import { z } from 'zod'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { id, page, takes, text, whole } from '../input.ts'
import type { CustomerId, PlainDate, Points, SaleId } from '../vocabulary.ts'
import { accountOf } from './accounts.sql.ts'
import { cardsOf, getCard, listBatches, listCards, type Card, type CardBatch } from './cards.sql.ts'
import { cleanCode } from './card-codes.ts'
import { historyOf, scoreSince, type HistoryRow } from './ledger.sql.ts'
import { kinds } from './ledger.ts'
import { listRewards } from './rewards.sql.ts'
import type { Reward } from './reward.ts'
import { pointsOfSales } from './shown.sql.ts'

const customer = { customerId: id<CustomerId>() }
const history = z.strictObject({ ...customer, kinds: z.array(z.enum(kinds)).max(kinds.length), before: whole.min(1).nullable(), most: page.most })
const ofSales = z.strictObject({ saleIds: z.array(id<SaleId>()).max(200) })
const cards = z.strictObject({ which: z.enum(['latest', 'unassigned', 'active', 'blocked', 'all']), text: text(80).optional(), page: z.strictObject(page) })
const most = 50

/** The doors that only read loyalty's own tables. */
export const loyaltyApi = ({ db }: Core) => ({
  'loyalty/history': takes(history, (asked): { rows: HistoryRow[]; more: number | null } => {
    const account = accountOf(db, asked.customerId)
    const rows = account ? historyOf(db, account.id, asked.kinds, asked.before, asked.most + 1) : []
    const shown = rows.slice(0, asked.most)
    return { rows: shown, more: rows.length > asked.most ? (shown.at(-1)?.seq ?? null) : null }
  }),
  /** All that was ever earned, less what refunds took back: what was spent or ran out is in it. */
  'loyalty/lifetime': takes(z.strictObject(customer), ({ customerId }): { points: Points } => {
    const account = accountOf(db, customerId)
    return { points: (account ? scoreSince(db, account.id, 'points-earned', '' as PlainDate) : 0) as Points }
  }),
  'loyalty/of-sales': takes(ofSales, ({ saleIds }): { saleId: SaleId; earned: Points; spent: Points }[] => pointsOfSales(db, saleIds)),
  'loyalty/all-rewards': takes(z.strictObject({}), (): Reward[] => listRewards(db)),
  'loyalty/cards-of': takes(z.strictObject(customer), ({ customerId }): Card[] => {
    const account = accountOf(db, customerId)
    return account ? cardsOf(db, account.id) : []
  }),
  'loyalty/card-details': takes(z.strictObject({ code: z.string().max(64) }), ({ code }): Card => {
    const card = getCard(db, cleanCode(code))
    if (!card) throw new Refusal('card-unknown', { code })
    return card
  }),
  'loyalty/cards': takes(cards, ({ which, text: typed = '', page: { after, most: size } }): { rows: Card[]; more: string | null } => {
    const rows = listCards(db, { which, text: typed.trim(), after: after ?? '', most: size + 1 })
    return { rows: rows.slice(0, size), more: rows.length > size ? (rows[size - 1]?.code ?? null) : null }
  }),
  'loyalty/card-batches': takes(z.strictObject({}), (): CardBatch[] => listBatches(db, most)),
})
