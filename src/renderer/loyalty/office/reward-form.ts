import type { Input, Output } from '../../../main/handlers.ts'
import type { CategoryId, Cents, ItemId, PlainDate, Points, TierId } from '../../../main/vocabulary.ts'
import type { Format } from '../../format.ts'
import { readPercent, readWhole, showPercent } from './number-text.ts'

export type Reward = Output<'loyalty/all-rewards'>[number]
type Draft = Input<'loyalty/save-reward'>['draft']
export const rewardKinds = ['money', 'percent', 'category-percent', 'product'] as const
export type RewardKind = (typeof rewardKinds)[number]

/** A reward as it stands typed in the form. */
export type RewardForm = {
  readonly name: string; readonly points: string; readonly kind: RewardKind; readonly money: string; readonly percent: string; readonly most: string
  readonly itemIds: ItemId[]; readonly categoryIds: CategoryId[]; readonly tierIds: TierId[]; readonly minimum: string; readonly startsOn: string; readonly endsOn: string; readonly active: boolean
}
export type RewardField = 'name' | 'points' | 'money' | 'percent' | 'most' | 'goods' | 'minimum' | 'endsOn'
export type RewardProblems = Partial<Record<RewardField, 'name-needed' | 'points-needed' | 'money-wrong' | 'percent-wrong' | 'goods-needed' | 'category-needed' | 'ends-before'>>

export const emptyReward: RewardForm = { name: '', points: '100', kind: 'money', money: '', percent: '10', most: '', itemIds: [], categoryIds: [], tierIds: [], minimum: '', startsOn: '', endsOn: '', active: true }

export function formOf({ what, ...reward }: Reward, { amount, locale }: Pick<Format, 'amount' | 'locale'>): RewardForm {
  const money = (cents: number | null) => (cents === null || cents === 0 ? '' : amount(cents))
  const common = {
    ...emptyReward, name: reward.name, points: String(reward.points), tierIds: [...reward.tierIds], minimum: money(reward.minimumSpendCents), startsOn: reward.startsOn ?? '', endsOn: reward.endsOn ?? '', active: reward.active,
  }
  if (what.kind === 'money') return { ...common, kind: 'money', money: amount(what.cents) }
  if (what.kind === 'product') return { ...common, kind: 'product', itemIds: [...what.itemIds], categoryIds: [...what.categoryIds], most: money(what.mostCents) }
  return { ...common, kind: what.categoryIds.length > 0 ? 'category-percent' : 'percent', percent: showPercent(what.ppm, locale), most: money(what.mostCents), categoryIds: [...what.categoryIds] }
}

type Read = Format['readMoney']
const positive = (typed: string, read: Read): boolean => (read(typed) ?? 0) > 0
const mostPoints = 10_000_000

/** What is wrong, by field; nothing where it may be saved. */
export function problemsOf(form: RewardForm, read: Read): RewardProblems {
  const isPercent = form.kind === 'percent' || form.kind === 'category-percent'
  return {
    ...(form.name.trim() === '' ? { name: 'name-needed' } : {}),
    ...(readWhole(form.points, 1, mostPoints) === null ? { points: 'points-needed' } : {}),
    ...(form.kind === 'money' && !positive(form.money, read) ? { money: 'money-wrong' } : {}),
    ...(isPercent && (readPercent(form.percent) ?? 0) === 0 ? { percent: 'percent-wrong' } : {}),
    ...(form.kind !== 'money' && form.most.trim() !== '' && !positive(form.most, read) ? { most: 'money-wrong' } : {}),
    ...(form.kind === 'product' && form.itemIds.length + form.categoryIds.length === 0 ? { goods: 'goods-needed' } : {}),
    ...(form.kind === 'category-percent' && form.categoryIds.length === 0 ? { goods: 'category-needed' } : {}),
    ...(form.minimum.trim() !== '' && read(form.minimum) === null ? { minimum: 'money-wrong' } : {}),
    ...(form.startsOn !== '' && form.endsOn !== '' && form.endsOn < form.startsOn ? { endsOn: 'ends-before' } : {}),
  }
}

/** The form as main takes it. Only for a form problemsOf found nothing in. */
export function draftOf(form: RewardForm, read: Read): Draft {
  const most = form.most.trim() === '' ? null : (read(form.most) as Cents)
  const ppm = readPercent(form.percent) ?? 0
  const what: { readonly [K in RewardKind]: () => Draft['what'] } = {
    money: () => ({ kind: 'money', cents: read(form.money) as Cents }), percent: () => ({ kind: 'percent', ppm, mostCents: most, categoryIds: [] }),
    'category-percent': () => ({ kind: 'percent', ppm, mostCents: most, categoryIds: form.categoryIds }), product: () => ({ kind: 'product', itemIds: form.itemIds, categoryIds: form.categoryIds, mostCents: most }),
  }
  return {
    name: form.name.trim(), points: Number(form.points.replace(/\s/g, '')) as Points, what: what[form.kind](), tierIds: form.tierIds, minimumSpendCents: (read(form.minimum) ?? 0) as Cents,
    startsOn: (form.startsOn || null) as PlainDate | null, endsOn: (form.endsOn || null) as PlainDate | null, active: form.active,
  }
}

/** A reward for the whole cart stands alone on a sale; rewards for items stand beside it. */
export const isForCart = ({ what }: Pick<Reward, 'what'>): boolean => what.kind === 'money' || (what.kind === 'percent' && what.categoryIds.length === 0)
