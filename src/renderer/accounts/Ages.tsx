import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import styles from './Accounts.module.css'
import type { Account } from './use-account.ts'

/** 0-30, 31-60, 61-90 and over 90 days, and what stands to their credit where anything does. */
export function Ages({ ageing }: { readonly ageing: Account['ageing'] }) {
  const { t } = useTranslation('accounts')
  const { money } = useFormat()
  const parts = [
    ['age-30', ageing.to30Cents], ['age-60', ageing.to60Cents], ['age-90', ageing.to90Cents], ['age-older', ageing.olderCents],
    ...(ageing.creditCents > 0 ? [['in-credit', ageing.creditCents] as const] : []),
  ] as const
  return <dl className={styles['ages']} aria-label={t('ageing')}>{parts.map(([word, cents]) => <div key={word}><dt>{t(word)}</dt><dd>{money(cents)}</dd></div>)}</dl>
}
