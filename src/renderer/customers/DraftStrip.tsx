import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import styles from './FormFrame.module.css'

/** What was being typed when the power went: offered back, never forced. */
export function DraftStrip({ at, onRestore, onDiscard }: { readonly at: string; readonly onRestore: () => void; readonly onDiscard: () => void }) {
  const { t } = useTranslation('form')
  const { time } = useFormat()
  return (
    <div className={styles['strip']} role="status">
      <span>{t('restore', { time: time(at) })}</span>
      <Button variant="default" onClick={onRestore}>{t('restore-yes')}</Button>
      <Button variant="subtle" color="gray" onClick={onDiscard}>{t('restore-no')}</Button>
    </div>
  )
}
