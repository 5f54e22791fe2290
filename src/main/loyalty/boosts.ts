import type { CategoryId, GroupId, ItemId, TierId } from '../vocabulary.ts'
import type { LocalMoment } from './calendar.ts'
import { compare, fraction, plus, rounded, times, type Fraction } from './fraction.ts'
import type { Boost, Rules } from './program.ts'

/** Who buys, and when: what multipliers ask besides the line. */
export type Occasion = {
  readonly moment: LocalMoment; readonly groupId: GroupId | null; readonly tierId: TierId | null
  /** Is today within the customer's birthday window? */
  readonly birthday: boolean
}
export type Multiplier = { readonly kind: 'item' | 'group' | 'hours' | 'tier' | 'birthday'; readonly name: string; readonly timesMilli: number }
type Goods = { readonly itemId: ItemId | null; readonly categoryId: CategoryId | null }

const order = ['item', 'group', 'hours', 'tier', 'birthday'] as const
const milli = (timesMilli: number): Fraction => fraction(timesMilli, 1_000)
const one = fraction(1)

const lets = <T>(named: readonly T[], found: T | null): boolean => named.length === 0 || (found !== null && named.includes(found))

function applies(boost: Boost, goods: Goods, { moment, groupId }: Occasion): boolean {
  const isNamed = boost.itemIds.length + boost.categoryIds.length === 0
    || (goods.itemId !== null && boost.itemIds.includes(goods.itemId)) || (goods.categoryId !== null && boost.categoryIds.includes(goods.categoryId))
  return isNamed && lets(boost.groupIds, groupId) && lets(boost.weekdays, moment.weekday)
    && moment.minutes >= boost.fromMinute && moment.minutes < boost.untilMinute
}

function kindOf(boost: Boost): Multiplier['kind'] {
  if (boost.itemIds.length + boost.categoryIds.length > 0) return 'item'
  return boost.groupIds.length > 0 ? 'group' : 'hours'
}

/** Every multiplier that holds for this line now, in the order of work: category or item, group, day and hour, tier, birthday. */
export function multipliersFor(rules: Rules, goods: Goods, occasion: Occasion): Multiplier[] {
  const { boosts, birthdayTimesMilli } = rules.multipliers
  const tier = rules.tiers.levels.find(({ id }) => id === occasion.tierId)
  const found: Multiplier[] = boosts.filter((boost) => applies(boost, goods, occasion))
    .map((boost) => ({ kind: kindOf(boost), name: boost.name, timesMilli: boost.timesMilli }))
  if (tier && tier.timesMilli !== 1_000) found.push({ kind: 'tier', name: tier.name, timesMilli: tier.timesMilli })
  if (occasion.birthday && birthdayTimesMilli !== 1_000) found.push({ kind: 'birthday', name: '', timesMilli: birthdayTimesMilli })
  return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** What the multipliers come to: the highest, their product, or one and all they add; never above the cap. None is x1. */
export function combined(found: readonly Multiplier[], { combine, capMilli }: Rules['multipliers']): Fraction {
  if (found.length === 0) return one
  const each = found.map(({ timesMilli }) => milli(timesMilli))
  const together = combine === 'multiply' ? each.reduce(times, one)
    : combine === 'add' ? each.reduce((total, part) => plus(total, plus(part, fraction(-1))), one)
      : each.reduce((best, part) => (compare(part, best) > 0 ? part : best))
  const cap = milli(capMilli)
  const atLeastNone = compare(together, fraction(0)) < 0 ? fraction(0) : together
  return compare(atLeastNone, cap) > 0 ? cap : atLeastNone
}

const allDay = (boost: Boost): boolean => boost.weekdays.length === 0 && boost.fromMinute === 0 && boost.untilMinute >= 1_440
const alwaysFor = (boost: Boost, groupId: GroupId): boolean => kindOf(boost) === 'group' && boost.groupIds.includes(groupId) && allDay(boost)
/** How often members of a group earn on anything at any hour, in thousandths: what a list of groups says of them. */
export function groupTimes(rules: Rules, groupId: GroupId): number {
  const found = rules.multipliers.boosts.filter((boost) => alwaysFor(boost, groupId))
  return rounded(times(combined(found.map(({ name, timesMilli }) => ({ kind: 'group', name, timesMilli })), rules.multipliers), fraction(1_000)), 'nearest')
}

const mostNameLetters = 60
/** The same rules, but for how often one group earns on anything at any hour; thousandths, 1,000 leaves it no multiplier of its own. A multiplier that it shares stays for the others. */
export function withGroupTimes(rules: Rules, group: { readonly id: GroupId; readonly name: string }, timesMilli: number): Rules {
  const { boosts } = rules.multipliers
  const others = boosts.flatMap((boost) => {
    if (!alwaysFor(boost, group.id)) return [boost]
    const groupIds = boost.groupIds.filter((id) => id !== group.id)
    return groupIds.length > 0 ? [{ ...boost, groupIds }] : []
  })
  const own = boosts.find((boost) => alwaysFor(boost, group.id) && boost.groupIds.length === 1)
  const name = own?.name ?? group.name.slice(0, mostNameLetters).toWellFormed().trim()
  const fresh: Boost = { name, timesMilli, itemIds: [], categoryIds: [], groupIds: [group.id], weekdays: [], fromMinute: 0, untilMinute: 1_440 }
  return { ...rules, multipliers: { ...rules.multipliers, boosts: timesMilli === 1_000 ? others : [...others, fresh] } }
}
