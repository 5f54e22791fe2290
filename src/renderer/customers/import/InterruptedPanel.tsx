import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Import.module.css'

/** A run that a power cut stopped: finished, or taken back to the last customer. */
export function InterruptedPanel({ name, onFinish, onUndo }: { readonly name: string; readonly onFinish: () => void; readonly onUndo: () => void }) {
  const { t } = useTranslation('import')
  return (
    <section className={styles['panel']}>
      <h2>{t('interrupted-title', { name })}</h2>
      <p>{t('interrupted-note')}</p>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onUndo}>{t('undo')}</Button>
        <Button onClick={onFinish}>{t('finish')}</Button>
      </div>
    </section>
  )
}
