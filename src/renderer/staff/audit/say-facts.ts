import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../main/staff/staff.ts'
import { useFormat } from '../../format.ts'
import { useAsk } from '../../use-call.ts'

/** A kind of entry in words; one that has none yet is shown as it is written, without its dashes. */
export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation(['office'])
  return useCallback((kind) => t(`kind-${kind}`, { defaultValue: kind.replaceAll('-', ' ') }), [t])
}

/** Whom or what an entry is about, in words: a customer, a person of the staff, a role, or the number of a sale. */
export function useAboutWords(): (row: AuditRow) => string | null {
  const { t } = useTranslation(['staff'])
  return ({ customerName, targetName, saleNumber, target }) => {
    const role = target.startsWith('role/') ? t(target.slice('role/'.length), { defaultValue: '' }) : ''
    return customerName ?? targetName ?? saleNumber ?? (role === '' ? null : role)
  }
}

/** Why something was done, as it was said; of points, the usual reasons are kept as codes and said in the reader's language. */
export function useReasonWords(): (row: Pick<AuditRow, 'kind' | 'reason'>) => string {
  const { t } = useTranslation(['loyalty'])
  return ({ kind, reason }) => (reason === null ? '' : kind.startsWith('points-') ? reason.replace(/^[a-z-]+(?=: |$)/, (code) => t(`reason-${code}`, { defaultValue: code })) : reason)
}

/** The name of a field as the forms call it; a right, a field a role sees and a limit by the words of the matrix. */
export function useFieldWords(): (name: string) => string {
  const { t } = useTranslation(['audit', 'office', 'roles', 'staff'])
  const { data } = useAsk('customers/attributes', {})
  return (name) => {
    const [kind = '', ...rest] = name.split(':')
    const own = rest.join(':')
    if (kind === 'right') return t(`staff:right-${own}`, { defaultValue: own })
    if (kind === 'sight') return t(`roles:field-${own}`, { defaultValue: own })
    if (kind === 'limit') return t(`roles:limit-${own}`, { defaultValue: own })
    if (kind === 'attribute') return data?.find(({ id }) => String(id) === own)?.name ?? t('own-field')
    return t(`field-${name}`, { defaultValue: t(`office:field-${name}`, { defaultValue: name }) })
  }
}

/** A value as people read it: money with its sign, yes and no, and of a list its entries. */
export function useValueWords(): (name: string, value: unknown) => string {
  const { t } = useTranslation(['audit', 'roles'])
  const format = useFormat()
  const say = (name: string, value: unknown): string => {
    if (value === undefined || value === null || value === '') return '–'
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return name.endsWith('Cents') ? format.money(value) : name.endsWith('Ppm') ? format.percent(value) : format.whole(value)
    if (Array.isArray(value)) return value.map((each) => say(name, each)).join('; ') || '–'
    if (typeof value === 'object') return Object.entries(value).map(([own, each]) => say(own, each)).filter((text) => text !== '–').join(', ') || '–'
    const isAnswer = name.startsWith('right:') || name.startsWith('sight:')
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return isAnswer ? t(`roles:answer-${text}`, { defaultValue: text }) : text
  }
  return say
}
