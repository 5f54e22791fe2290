import { setImmediate as pause } from 'node:timers/promises'
import type { Look } from '../context.ts'
import { addMonths, dayBounds, localMoment } from '../loyalty/calendar.ts'
import { batchUse, cardsInHand, memberCounts, memberMonths, membersJoined, multipliedAfter, repeatRate, tierMoves, tierNames, type BatchLine, type BuyerLine, type CardLine, type MemberCounts, type MemberMonth, type MemberRow, type MemberState, type MoveRow, type Since } from '../reports/loyalty-members.sql.ts'
import { shareOf, worth } from '../reports/loyalty-report.ts'
import { addWorking, multiplierLines, type MultiplierLine, type Working } from '../reports/multiplier-cost.ts'
import type { Instant } from '../vocabulary.ts'
import { rulesThen, type Period } from './loyalty-report.ts'
import { theShop } from './the-shop.ts'

const [activeMonths, lapsedMonths, mostLines] = [3, 12, 1_000]
const sinceOn = (look: Look): Since => {
  const { day } = localMoment(look.at, theShop(look).timeZone)
  return { active: addMonths(day, 0 - activeMonths), lapsed: addMonths(day, 0 - lapsedMonths) }
}
const boundsOf = (look: Look, { from, to }: Period): { from: Instant; until: Instant } => {
  const { timeZone } = theShop(look)
  return { from: dayBounds(from, timeZone).from, until: dayBounds(to, timeZone).until }
}

export type Members = { readonly all: MemberCounts; readonly joined: MemberCounts; readonly months: readonly MemberMonth[] }
/** All members by when they came last (active: within 3 months, lapsed: not for 12), and by month of joining those who joined in the period. */
export function memberReport(look: Look, asked: Period): Members {
  const since = sinceOn(look)
  const months = memberMonths(look.db, asked, since, asked)
  const sum = (of: keyof MemberCounts): number => months.reduce((so, month) => so + month[of], 0)
  return { all: memberCounts(look.db, since, asked), joined: { members: sum('members'), active: sum('active'), quiet: sum('quiet'), lapsed: sum('lapsed') }, months }
}
export const memberList = (look: Look, { state, ...asked }: Period & { readonly state: MemberState }): MemberRow[] => membersJoined(look.db, asked, sinceOn(look), asked, state, mostLines)

export type TierMoveLine = Omit<MoveRow, 'tierId' | 'wasTierId'> & { readonly tier: string | null; readonly was: string | null }
/** Every move between tiers, with the names tiers had in the rules of the move. */
export function tierReport(look: Look, asked: Period, most = mostLines): TierMoveLine[] {
  const { from, until } = boundsOf(look, asked)
  const names = new Map<number, ReadonlyMap<string, string>>()
  const named = (version: number, tierId: string | null): string | null => {
    if (!names.has(version)) names.set(version, new Map(tierNames(look.db, version).map(({ id, name }) => [id, name])))
    return tierId === null ? null : (names.get(version)?.get(tierId) ?? tierId)
  }
  return tierMoves(look.db, from, until, asked.words, most).map(({ tierId, wasTierId, ...move }) => ({ ...move, tier: named(move.ruleVersion, tierId), was: named(move.ruleVersion, wasTierId) }))
}

export type MultiplierCost = { readonly rows: readonly (MultiplierLine & { readonly cents: number })[]; readonly points: number; readonly cents: number }
const workingsAtOnce = 500
/** What multipliers gave beyond plain points in a period, and what that is worth at today's rate. */
export async function multiplierCost(look: Look, asked: Period): Promise<MultiplierCost> {
  const sums: Parameters<typeof addWorking>[0] = new Map()
  for (let after = 0; ;) {
    const piece = multipliedAfter(look.db, asked, asked, after, workingsAtOnce)
    for (const { working } of piece) addWorking(sums, JSON.parse(working) as Working)
    if (piece.length < workingsAtOnce || look.stopped()) break
    after = piece.at(-1)!.seq
    await pause()
  }
  const per = rulesThen(look).redemption
  const rows = multiplierLines(sums).map((row) => ({ ...row, cents: worth(row.points, per) }))
  const points = rows.reduce((sum, row) => sum + row.points, 0)
  return { rows, points, cents: worth(points, per) }
}

export type CardReport = { readonly batches: readonly BatchLine[]; readonly cards: readonly CardLine[] }
export const cardReport = ({ db }: Look, { words, batch }: { readonly words: readonly string[]; readonly batch: number | null }, most = mostLines): CardReport => ({ batches: batchUse(db), cards: cardsInHand(db, batch, words, most) })

export type RepeatLine = BuyerLine & { readonly repeatPpm: number | null; readonly basketCents: number | null; readonly salesEach: number | null }
/** Members beside other customers and Walk-Ins: who came back, how often, and for how much. */
export function repeatReport(look: Look, asked: Period): RepeatLine[] {
  const { from, until } = boundsOf(look, asked)
  return repeatRate(look.db, from, until, asked).map((line) => ({
    ...line, repeatPpm: shareOf(line.returned, line.customers), basketCents: line.sales > 0 ? Math.round(line.cents / line.sales) : null,
    salesEach: line.customers > 0 ? Math.round((100 * line.sales) / line.customers) / 100 : null,
  }))
}
