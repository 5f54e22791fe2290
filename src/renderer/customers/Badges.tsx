import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../main/vocabulary.ts'
import { useHere } from '../here.ts'
import { useDates } from '../ui/DateField.tsx'
import { daysBetween } from '../ui/read-date.ts'
import styles from './ProfilePane.module.css'
import type { Card } from './card.ts'

const soonDays = 30
export type Warning = { readonly tone: 'danger' | 'warn'; readonly word: 'expired' | 'expires'; readonly days: number }

/** Is this document past its day, or within thirty days of it? */
export function warningOf(expiresOn: PlainDate | null, today: PlainDate): Warning | null {
  if (expiresOn === null) return null
  const days = daysBetween(today, expiresOn)
  if (days < 0) return { tone: 'danger', word: 'expired', days: -days }
  return days <= soonDays ? { tone: 'warn', word: 'expires', days } : null
}

/** What a cashier must know before selling: age, group, type, documents that ran out. */
export function Badges({ card: { customer } }: { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const { shop } = useHere()
  const { today } = useDates()
  const underAge = customer.age !== null && customer.age < shop.minimumAge
  const documents = [['licence', customer.licence?.expiresOn], ['medical', shop.medical ? customer.medical?.expiresOn : null]] as const
  return (
    <div className={styles['badges']}>
      {customer.groupName && <span className={styles['badge']}>{customer.groupName}</span>}
      {customer.customerTypeName && <span className={styles['badge']}>{customer.customerTypeName}</span>}
      {underAge && <span className={styles['badge']} data-tone="danger"><IconAlertTriangle size={16} aria-hidden />{t('under-age', { age: customer.age, minimum: shop.minimumAge })}</span>}
      {documents.map(([document, expiresOn]) => {
        const warning = warningOf(expiresOn ?? null, today)
        return warning && <span key={document} className={styles['badge']} data-tone={warning.tone}><IconAlertTriangle size={16} aria-hidden />{t(`${document}-${warning.word}`, { count: warning.days })}</span>
      })}
    </div>
  )
}
