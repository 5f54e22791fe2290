import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '../../../main/customers/import.ts'
import type { BatchId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { Section } from '../../ui/Page.tsx'
import { useAsk } from '../../use-call.ts'
import styles from './Import.module.css'
import { useSums } from './say-sums.ts'

type Props = { readonly onOpen: (id: BatchId) => void }

/** The imports before this one: opened again to undo them, to finish one that was cut off, or to go on. */
export function PastImports({ onOpen }: Props) {
  const { t } = useTranslation('import')
  const past = useAsk('imports/list', null, ['customers-changed'])
  const batches = past.data ?? []
  if (batches.length === 0) return null
  return (
    <Section title={t('recent')}>
      <ul className={styles['past']}>{batches.map((batch) => <Past key={batch.id} batch={batch} onOpen={onOpen} />)}</ul>
    </Section>
  )
}

function Past({ batch, onOpen }: { readonly batch: ImportBatch } & Props) {
  const { t } = useTranslation('import')
  const { dateTime } = useFormat()
  const sums = useSums()
  const [openedAt] = useState(() => Date.now())
  const undoable = batch.state === 'done' && batch.undoUntil !== null && Date.parse(batch.undoUntil) > openedAt
  const canOpen = undoable || ['mapping', 'ready', 'interrupted'].includes(batch.state)
  return (
    <li>
      <div className={styles['pastText']}>
        <p className="cut">{batch.fileName}</p>
        <p className="muted">{dateTime(batch.ranAt ?? batch.madeAt)} · {batch.state === 'done' ? sums(batch.counts).join(', ') || t('state-done') : t(`state-${batch.state}`)}</p>
      </div>
      {canOpen && <Button variant="default" aria-label={`${undoable ? t('undo') : t('open')}: ${batch.fileName}`} onClick={() => onOpen(batch.id)}>{undoable ? t('undo') : t('open')}</Button>}
    </li>
  )
}
