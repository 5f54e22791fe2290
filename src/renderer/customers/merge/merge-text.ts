import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { useFormat } from '../../format.ts'

export type Preview = Output<'customers/merge-preview'>
export type Choice = Preview['fields'][number]
export type One = Extract<Choice, { kind: 'one' }>
type Pair = Output<'duplicates/list'>['rows'][number]

/** Names less alike than this, of a hundred, are no reason to take two for one. */
const alikeFrom = 50

/** How fields, values and reasons of a merge are said. */
export function useMergeText() {
  const { t } = useTranslation('merge')
  const { day, percent, money, whole } = useFormat()
  const fieldName = ({ field, label }: Pick<Choice, 'field' | 'label'>): string => label ?? t(`f-${field}`)
  const tax = ([exempt, certificate]: readonly string[]): string => (exempt === 'true' ? t('exempt', { certificate: certificate ?? '' }).trim() : t('no'))
  /** As on the profile: the last four behind dots, where it is from, and the day in words. What is hidden comes as a veil. */
  const document = ([last4 = '', region = '', expiresOn = '']: readonly string[]): string => {
    const number = /^[•]*$/.test(last4) ? last4 : `•••• ${last4}`
    return [number, region, expiresOn === '' ? '' : t('expires', { day: day(expiresOn) })].filter(Boolean).join(' · ')
  }
  const shown: Readonly<Record<string, (parts: readonly string[]) => string>> = {
    name: (parts) => parts.join(' ').trim(), birthDate: ([at = '']) => (/^\d{4}-\d\d-\d\d$/.test(at) ? day(at) : at), type: ([type = '']) => t(`type-${type}`), language: ([language = '']) => (language ? t(`lang-${language}`) : ''),
    preferredChannel: ([channel = '']) => (channel ? t(`channel-${channel}`) : ''), statementBy: ([by = '']) => (by ? t(`channel-${by}`, { defaultValue: by }) : ''), discount: ([ppm = '0']) => (Number(ppm) === 0 ? '' : percent(Number(ppm))),
    tax, payLater: ([allowed, limit = '']) => (allowed === 'true' ? [t('pay-later-on'), limit === '' ? '' : money(Number(limit))].join(' ').trim() : t('no')),
    licence: document, medical: document,
  }
  /** What stands on one side of a choice; '' where nothing does. */
  const valueOf = (choice: One, side: 'keep' | 'gone'): string => {
    const parts = (Array.isArray(choice[side]) ? choice[side] : [choice[side]]).map((part) => (part === null || part === undefined ? '' : String(part as string | number | boolean)))
    return parts.every((part) => part === '') ? '' : (shown[choice.field]?.(parts) ?? parts.join(' ').trim())
  }
  const whyText = ({ reasons, likeness }: Pair['why']): string =>
    [...reasons.map((reason) => t(`why-${reason}`)), ...(likeness === null || likeness === 100 || likeness < alikeFrom ? [] : [t('names-alike', { percent: percent(likeness * 10_000) })])].join(', ')
  const holdsText = (holds: Preview['holds']['keep']): string => {
    const counted = (key: 'sales' | 'carts' | 'cards', count: number) => (count === 0 ? [] : [t(`n-${key}`, { count, shown: whole(count) })])
    const points = holds.points === 0 ? [] : [`${t('n-points', { count: holds.points, shown: whole(holds.points) })}${holds.buckets > 1 ? ` (${t('n-buckets', { count: holds.buckets, shown: whole(holds.buckets) })})` : ''}`]
    const pending = holds.pendingPoints === 0 ? [] : [t('n-pending', { count: holds.pendingPoints, shown: whole(holds.pendingPoints) })]
    const owed = holds.owedCents === 0 ? [] : [holds.owedCents > 0 ? t('owed', { money: money(holds.owedCents) }) : t('credit', { money: money(0 - holds.owedCents) })]
    return [...counted('sales', holds.sales), ...counted('carts', holds.carts), ...points, ...pending, ...counted('cards', holds.cards), ...owed].join(', ')
  }
  return { fieldName, valueOf, whyText, holdsText }
}
