import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../main/customers/customer.ts'
import { useFormat } from '../format.ts'
import { agoOf } from './ago.ts'

/** What tells two J Smiths apart: phone tail, city, points, last visit; and the same as a sentence for who listens. */
export function useFacts(row: CustomerRow): { readonly shown: string; readonly spoken: string } {
  const { t } = useTranslation('picker')
  const { locale, whole } = useFormat()
  const [now] = useState(() => new Date())
  const visit = row.lastVisitAt === null ? null : agoOf(row.lastVisitAt, now, locale)
  const inactive = row.status === 'inactive' ? t('inactive') : null
  const company = row.company !== '' && !row.displayName.includes(row.company) ? row.company : null
  const tail = row.phoneTail === '' ? (row.email === '' ? null : row.email) : `••${row.phoneTail}`
  const rest = (points: string | null) => [company, row.city === '' ? null : row.city, points, visit, inactive]
  const { points } = row
  const hasPoints = points !== undefined && points !== null
  const told = (parts: readonly (string | null)[], by: string) => parts.filter((part) => part !== null).join(by)
  const spokenTail = row.phoneTail === '' ? tail : t('phone-ends', { tail: row.phoneTail.split('').join(' ') })
  return {
    shown: told([tail, ...rest(hasPoints ? `♥\u00a0${whole(points).replace('-', '−')}` : null)], ' · ') || row.code,
    spoken: told([spokenTail, ...rest(hasPoints ? t('points', { count: points, shown: whole(points) }) : null)], ', '),
  }
}
