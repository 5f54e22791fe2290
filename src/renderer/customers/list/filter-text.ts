import type { TFunction } from 'i18next'
import type { FilterName, ListFilter } from '../../../main/customers/list-filter.ts'
import type { ListChoices } from '../../../main/flows/list-choices.ts'
import type { Format } from '../../format.ts'

export type Said = { readonly t: TFunction<'list'>; readonly format: Format; readonly choices: ListChoices | undefined; readonly locale: string }
type Named = readonly { readonly id: string; readonly name: string }[]

export const monthName = (month: number, locale: string): string => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 15)))
const names = (ids: readonly string[], known: Named | undefined, none: string): string => ids.map((id) => (id === 'none' ? none : (known?.find((one) => one.id === id)?.name ?? '…'))).join(', ')

/** From 10 to 20; 10 or more; up to 20. */
function span(from: string | null, to: string | null, { t }: Said): string {
  if (from !== null && to !== null) return t('from-to', { from, to })
  return from === null ? t('up-to', { to: to ?? '' }) : t('from-on', { from })
}
const spanOf = <T,>(from: T | null, to: T | null, say: (value: T) => string, said: Said): string => span(from === null ? null : say(from), to === null ? null : say(to), said)

type Sayer<K extends FilterName> = (value: NonNullable<ListFilter[K]>, said: Said) => string
const sayers: { readonly [K in Exclude<FilterName, 'text'>]: Sayer<K> } = {
  type: (type, { t }) => t(`type-${type}`), customerTypeIds: (ids, { t, choices }) => names(ids, choices?.types, t('none')), groupIds: (ids, { t, choices }) => names(ids, choices?.groups, t('none')),
  statuses: (statuses, { t }) => statuses.map((status) => t(`status-${status}`)).join(', '), approval: (approval, { t }) => t(`approval-${approval}`), sources: (sources, { t }) => sources.map((source) => t(`source-${source}`)).join(', '),
  mobile: (mobile, { t }) => t(mobile), email: (email, { t }) => t(email), unsubscribed: (type, { t }) => t(`unsubscribed-${type}`), member: (member, { t }) => t(`member-${member}`),
  tierIds: (ids, { t, choices }) => names(ids, choices?.tiers, t('none')), points: ({ from, to }, said) => spanOf(from, to, said.format.whole, said), expiringDays: (count, { t }) => t('within-days', { count }),
  debt: (debt, { t }) => t(`debt-${debt}`), birthdayMonth: (month, { locale }) => monthName(month, locale), tags: (tags) => tags.join(', '), duplicate: (_, { t }) => t('yes'),
  lastVisit: (visit, said) => (visit.kind === 'never' ? said.t('visit-never') : visit.kind === 'between' ? spanOf(visit.from, visit.to, said.format.day, said) : said.t(visit.kind === 'within' ? 'within-last' : 'not-for', { count: visit.days })),
  spend: ({ from, to, withinDays }, said) => [spanOf(from, to, said.format.money, said), ...(withinDays === null ? [] : [said.t('within-last', { count: withinDays })])].join(', '),
  documents: ({ which, withinDays }, { t }) => `${t(`document-${which}`)}, ${t('within-days', { count: withinDays })}`,
  attributes: (asked, said) => asked.map((one) => attributeText(one, said)).join('; '),
  smartGroupId: (id, { choices }) => choices?.smartGroups.find((group) => group.id === id)?.name ?? '…',
}

function attributeText(asked: NonNullable<ListFilter['attributes']>[number], said: Said): string {
  const name = said.choices?.attributes.find(({ id }) => id === asked.attributeId)?.name ?? '…'
  if ('value' in asked) return said.t(asked.kind === 'is' ? 'attribute-is' : 'attribute-holds', { name, value: said.choices?.attributes.find(({ id }) => id === asked.attributeId)?.kind === 'yes-no' ? said.t(asked.value === 'yes' ? 'yes' : 'no') : asked.value })
  if ('from' in asked) return `${name}: ${span(asked.from, asked.to, said)}`
  return `${name}: ${said.t(asked.kind)}`
}

export type ChipText = { readonly name: Exclude<FilterName, 'text'>; readonly text: string }
/** What the list is filtered by in words, one for each filter; what was typed stands in its own field. */
export const chipsOf = (filter: ListFilter, said: Said): ChipText[] => (Object.keys(sayers) as (keyof typeof sayers)[]).flatMap((name) => {
  const value = filter[name]
  return value === undefined ? [] : [{ name, text: said.t('chip', { name: said.t(`filter-${name}`), value: (sayers[name] as Sayer<FilterName>)(value as never, said) }) }]
})

/** The filter without one of its parts. */
export const without = (filter: ListFilter, name: FilterName): ListFilter => Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name)) as ListFilter
/** With a part, or without it where it says nothing. */
export const withPart = <K extends FilterName>(filter: ListFilter, name: K, value: ListFilter[K] | null): ListFilter =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? without(filter, name) : { ...filter, [name]: value }
