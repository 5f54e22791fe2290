import { Button } from '@mantine/core'
import { IconGitMerge, IconLock } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import styles from './merge.module.css'
import { useMergeText, type Preview } from './merge-text.ts'
import { MergeTable } from './MergeTable.tsx'
import { usePair, type PairState } from './use-pair.ts'

/** Two records that may be one person: what stands in each, what would move, and the three things that can be decided. */
export function PairView({ oneId, otherId, onDone }: { readonly oneId: CustomerId; readonly otherId: CustomerId; readonly onDone: () => void }) {
  const state = usePair(oneId, otherId, onDone)
  const root = useRef<HTMLDivElement>(null)
  // The focus is on the pair as a whole: its keys work at once, and what is compared stands at the top (the pair is taller than the dialog).
  useEffect(() => root.current?.focus({ preventScroll: true }), [oneId, otherId])
  const { data, error, refetch } = state.preview
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return (event.preventDefault(), void state.merge.run())
    if (event.key.toLowerCase() === 'd' && !event.ctrlKey && !event.metaKey && !event.altKey) return (event.preventDefault(), void state.decide.run('different'))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl+Enter and D, wherever in the pair the focus is
    <div className={styles['view']} ref={root} tabIndex={-1} onKeyDown={press} data-pair data-autofocus>
      {error && !data && <Failure failure={error} retry={() => void refetch()} />}
      {!data && !error && <Late rows={6} />}
      {data && <Pair preview={data} state={state} />}
    </div>
  )
}

function Pair({ preview, state }: { readonly preview: Preview; readonly state: PairState }) {
  const { t } = useTranslation('merge')
  const { fieldName, whyText } = useMergeText()
  return (
    <>
      <div className={styles['head']}><h2>{t('same-person')}</h2><span className="muted">{t('reason-is', { why: preview.why ? whyText(preview.why) : t('chosen-pair') })}</span></div>
      {state.changed.length > 0 && <p className={styles['warn']} role="alert">{t('changed-meanwhile', { what: state.changed.map(fieldName).join(', ') })}</p>}
      {preview.refused?.code === 'catalog-owned' && <p className={styles['note']}>{t('locked-catalog', { code: preview.refused.of })}</p>}
      {preview.kind === 'keep-online' && <p className={styles['note']}>{t('locked-catalog', { code: preview.keep.code })} {t('online-explained')}</p>}
      <MergeTable preview={preview} state={state} />
      <Decisions preview={preview} state={state} />
    </>
  )
}

function Decisions({ preview, state }: { readonly preview: Preview; readonly state: PairState }) {
  const { t } = useTranslation('merge')
  const { date } = useFormat()
  const isOnline = preview.kind === 'keep-online'
  const reason = preview.refused ? t('locked-catalog', { code: preview.refused.of }) : t('locked-catalog', { code: preview.keep.code })
  const isOff = isOnline || preview.refused !== null
  return (
    <div className={styles['foot']}>
      <Button variant="default" size="md" title="D" loading={state.decide.busy} onClick={() => void state.decide.run('different')}>{t('not-same')}</Button>
      <Button variant="default" size="md" loading={state.decide.busy} onClick={() => void state.decide.run('later')}>{t('later')}</Button>
      <span className={`${styles['says']} muted`}>{preview.needsPin && `${t('needs-manager')} `}{t('undo-days', { days: preview.undoDays, day: date(preview.undoUntil) })}</span>
      <Button size="md" variant={isOff ? 'default' : 'filled'} disabled={isOff} title={isOff ? reason : 'Ctrl+Enter'} leftSection={isOff ? <IconLock size={20} aria-hidden /> : <IconGitMerge size={20} aria-hidden />} loading={state.merge.busy} onClick={() => void state.merge.run()}>{t('merge')}</Button>
      {isOnline && <Button size="md" title="Ctrl+Enter" loading={state.merge.busy} onClick={() => void state.merge.run()}>{t('keep-online')}</Button>}
    </div>
  )
}
