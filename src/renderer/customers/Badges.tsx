import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHere } from '../here.ts'
import { useDates } from '../ui/DateField.tsx'
import { warningOf } from './warnings.ts'
import styles from './ProfilePane.module.css'
import { useAbout } from './use-about.ts'
import type { Card } from './card.ts'

/** What a cashier must know before selling: age, group, type, documents that ran out. */
export function Badges({ card: { customer } }: { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const { shop } = useHere()
  const { today } = useDates()
  const about = useAbout(customer)
  const underAge = customer.age !== null && customer.age < shop.minimumAge
  const documents = [['licence', customer.licence?.expiresOn], ['medical', shop.medical ? customer.medical?.expiresOn : null]] as const
  return (
    <div className={styles['badges']}>
      {about.map((word) => <span key={word} className={styles['badge']}>{word}</span>)}
      {underAge && <span className={styles['badge']} data-tone="danger"><IconAlertTriangle size={16} aria-hidden />{t('under-age', { age: customer.age, minimum: shop.minimumAge })}</span>}
      {documents.map(([document, expiresOn]) => {
        const warning = warningOf(expiresOn ?? null, today)
        return warning && <span key={document} className={styles['badge']} data-tone={warning.tone}><IconAlertTriangle size={16} aria-hidden />{t(`${document}-${warning.word}`, { count: warning.days })}</span>
      })}
    </div>
  )
}
