import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '../../main/customers/import.ts'
import { ColumnsPanel } from '../customers/import/ColumnsPanel.tsx'
import styles from '../customers/import/Import.module.css'
import { ImportList } from '../customers/import/ImportList.tsx'
import { InterruptedPanel } from '../customers/import/InterruptedPanel.tsx'
import { PastImports } from '../customers/import/PastImports.tsx'
import { ProgressPanel } from '../customers/import/ProgressPanel.tsx'
import { ResultPanel } from '../customers/import/ResultPanel.tsx'
import { StartPanel } from '../customers/import/StartPanel.tsx'
import { useBatch, type Importing } from '../customers/import/use-batch.ts'
import { usePlace } from '../navigation.ts'
import { sayToast } from '../toasts.ts'
import { Failure } from '../ui/Failure.tsx'
import { Locked, Page } from '../ui/Page.tsx'
import { useRights } from '../use-rights.ts'

/** A contacts file from its first byte to customers of the shop, and back again for 24 hours. */
export function ImportScreen() {
  const { t } = useTranslation('import')
  const may = useRights()
  const importing = useBatch()
  const { batch, busy } = importing
  if (busy) return <Middle><Working importing={importing} busy={busy} /></Middle>
  if (importing.failure) return <Framed><Failure failure={importing.failure} retry={() => importing.go(null)} /></Framed>
  if (batch && importing.batchId !== null) return <Opened importing={importing} batch={batch} />
  const allowed = may('import-customers') === 'yes'
  return (
    <Framed>
      {!allowed && <Locked sentence={t('needs-manager')} />}
      {allowed && <div className={styles['start']}><StartPanel onFile={(file, source) => void importing.open.run(file, source)} /><PastImports onOpen={importing.go} /></div>}
    </Framed>
  )
}

/** A step that is one small panel stands in the middle. */
const Middle = ({ children }: { readonly children: ReactNode }) => <Framed><div className={styles['middle']}>{children}</div></Framed>

function Framed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('import')
  const { go } = usePlace()
  return (
    <Page wide title={t('title')} actions={<Button variant="default" leftSection={<IconArrowLeft size={20} aria-hidden />} onClick={() => go({ screen: 'customers' })}>{t('back')}</Button>}>
      {children}
    </Page>
  )
}

function Working({ importing, busy }: { readonly importing: Importing; readonly busy: NonNullable<Importing['busy']> }) {
  const { t } = useTranslation('import')
  const { sending, progress, batch, batchId } = importing
  const step = busy === 'cancelling' ? 'undoing' : busy
  const at = sending ?? (progress?.state === step ? progress : { done: 0, total: 0 })
  const name = sending?.name ?? batch?.fileName ?? ''
  const canCancel = batchId !== null && (busy === 'reading' || busy === 'running')
  const cancel = () => {
    if (batchId === null) return
    void importing.cancel.run(batchId).then(() => {
      sayToast({ tone: 'note', text: t('cancelled') })
      if (busy === 'reading') importing.go(null)
    })
  }
  return <ProgressPanel step={busy} name={name} done={at.done} total={at.total} onCancel={canCancel ? cancel : null} />
}

function Opened({ importing, batch }: { readonly importing: Importing; readonly batch: ImportBatch }) {
  const { go } = usePlace()
  const [columns, setColumns] = useState(false)
  const throwAway = () => void importing.cancel.run(batch.id).then(() => importing.go(null))
  const readAgain = () => (setColumns(false), void importing.read.run(batch.id))
  if (columns || batch.state === 'mapping') return <ColumnsPanel batchId={batch.id} fileName={batch.fileName} onDone={readAgain} onCancel={columns ? () => (setColumns(false), readAgain()) : throwAway} />
  if (batch.state === 'ready') return <ImportList batch={batch} importing={importing} onColumns={batch.kind === 'csv' ? () => setColumns(true) : null} onThrowAway={throwAway} />
  const undo = () => void importing.undo.run(batch.id)
  if (batch.state === 'interrupted') return <Middle><InterruptedPanel name={batch.fileName} onFinish={() => void importing.run.run(batch.id)} onUndo={undo} /></Middle>
  if (batch.state === 'done' || batch.state === 'undone') {
    return <Middle><ResultPanel batch={batch} report={importing.report} onUndo={undo} onAnother={() => importing.go(null)} onCustomers={() => go({ screen: 'customers' })} /></Middle>
  }
  return <Framed><Failure failure={{ name: 'CallFailed', message: '', code: 'import-done', facts: {} }} retry={() => importing.go(null)} /></Framed>
}
