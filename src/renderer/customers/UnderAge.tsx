import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHere } from '../here.ts'
import { useDates } from '../ui/DateField.tsx'
import { ageOn } from '../ui/read-date.ts'
import styles from './FormFrame.module.css'

/** Said plainly as the date is typed: this person is under the shop's age limit. */
export function UnderAge({ birthDate }: { readonly birthDate: string }) {
  const { t } = useTranslation('form')
  const { shop } = useHere()
  const { read, today } = useDates()
  const date = birthDate.trim() === '' ? null : read.birth(birthDate)
  if (!date || date > today || shop.minimumAge === 0) return null
  const age = ageOn(date, today)
  if (age >= shop.minimumAge) return null
  return <div className={styles['banner']} role="alert"><IconAlertTriangle size={20} aria-hidden />{t('under-age', { age, minimum: shop.minimumAge })}</div>
}
