import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallFailed } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayFailure } from '../words.ts'
import styles from './Dialogs.module.css'

/** A "no" where it happened. After a lost connection, Retry asks for the same payment again: it is never taken twice. */
export function PayProblem({ failure, retry }: { readonly failure: CallFailed | null; readonly retry: (() => void) | null }) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  if (!failure) return null
  const cents = failure.facts['totalCents']
  const facts = typeof cents === 'number' ? { ...failure.facts, total: format.money(cents) } : failure.facts
  return (
    <div className={styles['problem']} role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <span>{sayFailure({ code: failure.code, facts })}</span>
      {retry && <Button onClick={retry} color="red.8">{t('retry')}</Button>}
    </div>
  )
}
