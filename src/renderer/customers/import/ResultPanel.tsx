import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportBatch, UndoReport } from '../../../main/customers/import.ts'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { useHere } from '../../here.ts'
import { useAct } from '../../use-call.ts'
import { saveFile } from '../../ui/FileChip.tsx'
import { Sure } from '../../ui/Sure.tsx'
import styles from './Import.module.css'
import { useSums } from './say-sums.ts'

type Props = { readonly batch: ImportBatch; readonly report: UndoReport | null; readonly onUndo: () => void; readonly onAnother: () => void; readonly onCustomers: () => void }

/** What became of the file: the sums, the refused rows as a file, and the way back for 24 hours. */
export function ResultPanel({ batch, report, onUndo, onAnother, onCustomers }: Props) {
  const { t } = useTranslation('import')
  const sums = useSums()
  const undone = batch.state === 'undone'
  return (
    <section className={styles['panel']}>
      <h2>{t(undone ? 'undone-title' : 'done-title', { name: batch.fileName })}</h2>
      {!undone && <div role="status"><ul className={styles['sums']}>{sums(batch.counts).map((sum) => <li key={sum} className="numbers">{sum}</li>)}</ul></div>}
      {undone && report && <Undone report={report} />}
      {!undone && batch.counts.failed > 0 && <Refused batch={batch} />}
      {!undone && <UndoBar batch={batch} onUndo={onUndo} />}
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onAnother}>{t('another')}</Button>
        <Button onClick={onCustomers}>{t('see-customers')}</Button>
      </div>
    </section>
  )
}

function Refused({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('import')
  const { session } = useHere()
  const download = useAct(async () => {
    const parts: string[] = []
    let name = ''
    for (let from: number | null = 0; from !== null;) {
      const piece: { csv: string; fileName: string; next: number | null } = await call('imports/refused', { batchId: batch.id, from, language: session.language })
      parts.push(piece.csv)
      ;[name, from] = [piece.fileName, piece.next]
    }
    saveFile({ name, parts, type: 'text/csv;charset=utf-8' })
  })
  return <Button className={styles['alone']} variant="default" loading={download.busy} onClick={() => void download.run()}>{t('refused-file')}</Button>
}

function UndoBar({ batch, onUndo }: Pick<Props, 'batch' | 'onUndo'>) {
  const { t } = useTranslation('import')
  const { dateTime } = useFormat()
  const [asking, setAsking] = useState(false)
  const [openedAt] = useState(() => Date.now())
  const open = batch.undoUntil !== null && Date.parse(batch.undoUntil) > openedAt
  return (
    <div className={styles['undo']}>
      <p>{open ? t('undo-until', { when: dateTime(batch.undoUntil ?? '') }) : t('undo-over')}</p>
      {open && <Button variant="default" onClick={() => setAsking(true)}>{t('undo')}</Button>}
      <Sure opened={asking} title={t('undo-title', { name: batch.fileName })} consequence={t('undo-consequence')} yes={t('undo')} onYes={() => (setAsking(false), onUndo())} onNo={() => setAsking(false)} />
    </div>
  )
}

function Undone({ report }: { readonly report: UndoReport }) {
  const { t } = useTranslation('import')
  const { whole } = useFormat()
  const said = [['removed', report.removed], ['reverted', report.reverted], ['kept', report.keptCount]] as const
  return (
    <>
      <ul className={styles['sums']}>{said.filter(([word, count]) => count > 0 || word === 'removed').map(([word, count]) => <li key={word} className="numbers">{t(word, { count, shown: whole(count) })}</li>)}</ul>
      {report.kept.length > 0 && <ul className={styles['kept']}>{report.kept.map(({ customerId, name, why }) => <li key={customerId}>{t(why === 'sales' ? 'kept-sales' : 'kept-edited', { name })}</li>)}</ul>}
    </>
  )
}
