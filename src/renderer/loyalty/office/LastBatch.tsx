import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useAsk } from '../../use-call.ts'
import styles from './Office.module.css'

const olderShown = 5

/** The last batch and how much of it is handed out; the ones before it folded away. */
export function LastBatch() {
  const { t } = useTranslation('cards')
  const format = useFormat()
  const asked = useAsk('loyalty/card-batches', {}, ['loyalty-changed', 'points-changed'], { keepLast: true })
  const say = ({ number, codes, assigned, madeAt }: { readonly number: number; readonly codes: number; readonly assigned: number; readonly madeAt: string }) =>
    t('batch', { number, count: codes, shown: format.whole(codes), assigned: format.whole(assigned), share: format.percent(Math.round((100 * assigned) / codes) * 10_000), day: format.date(madeAt) })
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  const [last, ...older] = asked.data ?? []
  if (!last) return null
  return (
    <div>
      <p className={styles['batch']}>
        <strong>{say(last)}</strong>
        <span className={styles['meter']} aria-hidden><span style={{ width: `${(100 * last.assigned) / last.codes}%` }} /></span>
      </p>
      {older.length > 0 && (
        <details><summary style={{ minHeight: 44, display: 'list-item', paddingTop: 10, cursor: 'pointer', color: 'var(--accent)' }}>{t('older-batches', { count: older.length })}</summary>{older.slice(0, olderShown).map((batch) => <p key={batch.id} className={styles['batch']}>{say(batch)}</p>)}</details>
      )}
    </div>
  )
}
