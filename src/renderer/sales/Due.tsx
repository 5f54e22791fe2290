import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import styles from './Pay.module.css'

/** What is to pay, as large as it matters; beside it what a card would pay, where coins round it. */
export function Due({ cents, exactly }: { readonly cents: number; readonly exactly: number }) {
  const { t } = useTranslation('pay')
  const format = useFormat()
  return (
    <div className={styles['due']} role="status" aria-live="polite">
      <span className="muted">{t('to-pay')}</span>
      <strong className={styles['dueSum']}>{format.money(cents)}</strong>
      {cents !== exactly && <span className="muted">{t('rounded-from', { amount: format.money(exactly) })}</span>}
    </div>
  )
}
