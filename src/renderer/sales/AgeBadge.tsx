import { useTranslation } from 'react-i18next'
import styles from './Items.module.css'

/** "18+" on what may not be sold to everyone. */
export function AgeBadge({ minimumAge }: { readonly minimumAge: number | null }) {
  const { t } = useTranslation('sell')
  if (minimumAge === null) return null
  return (
    <span className={styles['age']}>
      <span aria-hidden>{minimumAge}+</span>
      <span className="spoken-only">{t('from-age', { age: minimumAge })}</span>
    </span>
  )
}
