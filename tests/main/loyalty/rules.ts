import type { Occasion } from '../../../src/main/loyalty/boosts.ts'
import type { SoldLine } from '../../../src/main/loyalty/earn.ts'
import { rulesShape, type Rules, type RulesDraft } from '../../../src/main/loyalty/program.ts'
import type { CategoryId, Cents, ItemId, LineId, Milli, PlainDate, TierId } from '../../../src/main/vocabulary.ts'

export const tools = 'tools' as CategoryId
export const coffee = 'coffee' as CategoryId
export const gold = 'gold' as TierId

/** The rules of the worked examples: 1 point for 1.00 before tax, tools x2, Gold x1.5, the highest wins, down per sale, 100 points are 5.00. */
export const exampleDraft: RulesDraft = {
  multipliers: { boosts: [{ name: 'Tools', timesMilli: 2_000, categoryIds: [tools] }] },
  tiers: { levels: [{ id: gold, name: 'Gold', from: 1_000, timesMilli: 1_500 }] },
}
export const exampleRules: Rules = rulesShape.parse(exampleDraft)
export const rulesWith = (draft: RulesDraft): Rules => rulesShape.parse(draft)

/** Saturday 21 November 2026, 14:00. */
export const today = '2026-11-21' as PlainDate
export const base: Occasion = { moment: { day: today, weekday: 6, minutes: 14 * 60 }, groupId: null, tierId: null, birthday: false }
export const goldOccasion: Occasion = { ...base, tierId: gold }

export const line = (id: string, cents: number, more: Partial<SoldLine> = {}): SoldLine => ({
  lineId: id as LineId, name: id, itemId: id as ItemId, categoryId: coffee, quantityMilli: 1_000 as Milli, netCents: cents as Cents, taxCents: 0 as Cents, pointsCents: 0 as Cents,
  kind: 'item', earnsPoints: true, minimumAge: null, voided: false, ...more,
})
