import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import styles from './Import.module.css'
import type { Step } from './use-batch.ts'

type Props = { readonly step: Step; readonly name: string; readonly done: number; readonly total: number; readonly onCancel: (() => void) | null }

/** What is happening, how far it is, and Cancel. */
export function ProgressPanel({ step, name, done, total, onCancel }: Props) {
  const { t } = useTranslation('import')
  const { whole } = useFormat()
  const share = total === 0 ? 0 : Math.min(100, (100 * done) / total)
  const countsRows = step === 'running' || step === 'undoing'
  return (
    <section className={styles['panel']} aria-busy="true">
      <h2>{t(step, { name })}</h2>
      <Progress value={share} size="lg" aria-label={t(step, { name })} />
      <p className="muted numbers" role="status">{countsRows ? t('rows-done', { done: whole(done), total: whole(total) }) : `${Math.round(share)} %`}</p>
      {onCancel && <div className={styles['buttons']}><Button variant="default" onClick={onCancel}>{t('cancel')}</Button></div>}
    </section>
  )
}
