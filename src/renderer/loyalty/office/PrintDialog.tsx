import { Button, Checkbox, Modal, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../main/handlers.ts'
import type { Language } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { bytesOf, type MadeFile } from '../../ui/FileChip.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { shownCode } from '../shown-code.ts'
import styles from './Office.module.css'
import { SheetView } from './SheetView.tsx'

type Asked = Input<'loyalty/print-cards'>
type Which = 'latest' | 'unassigned' | 'all'
export type ToPrint = { readonly which: Which } | { readonly codes: readonly string[] }
type Props = { readonly asked: ToPrint; readonly file: (wanted: { name: string; make: () => Promise<MadeFile> }) => Promise<boolean>; readonly onClose: () => void }
const kinds = ['a4', 'letter', 'cr80'] as const
const whiches = ['latest', 'unassigned', 'all'] as const

/** Which cards on which paper, seen before it is made. What was printed before says that it is a copy. */
export function PrintDialog({ asked, file, onClose }: Props) {
  const { t, i18n } = useTranslation('cards')
  const one = 'codes' in asked ? asked.codes : null
  const [which, setWhich] = useState<Which>('which' in asked ? asked.which : 'latest')
  const [kind, setKind] = useState<(typeof kinds)[number]>(one ? 'cr80' : 'a4')
  const [cutMarks, setCutMarks] = useState(true)
  const wanted = { cards: one ? { codes: [...one] } : { which, after: null }, sheet: { kind, cutMarks }, language: i18n.language as Language } satisfies Omit<Asked, 'requestId'>
  const preview = useAsk('loyalty/preview-sheet', wanted, ['loyalty-changed'], { keepLast: true })
  const print = usePrint(wanted, file, onClose)
  const codes = preview.data?.codes ?? []
  return (
    <Modal opened onClose={onClose} title={one ? t('print-code', { code: shownCode(one[0] ?? '') }) : t('print-title')} size={900} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['print']}>
        <div className={styles['stack']}>
          {!one && <Select label={t('which')} value={which} allowDeselect={false} data={whiches.map((value) => ({ value, label: t(`print-${value}`) }))} onChange={(value) => setWhich(value as Which)} />}
          <div>
            <p className={styles['why']} id="cards-paper">{t('paper')}</p>
            <SegmentedControl fullWidth orientation="vertical" aria-labelledby="cards-paper" value={kind} data={kinds.map((value) => ({ value, label: t(`paper-${value}`) }))} onChange={(value) => setKind(value as typeof kind)} />
          </div>
          {kind !== 'cr80' && <Checkbox label={t('cut-marks')} checked={cutMarks} onChange={(event) => setCutMarks(event.currentTarget.checked)} />}
        </div>
        <div>
          {preview.error && <Failure failure={preview.error} retry={() => void preview.refetch()} />}
          {preview.data?.page && <div className={styles['paper']}><SheetView page={preview.data.page} label={t('preview', { codes: codes.map(shownCode).join(', ') })} /></div>}
          {preview.data && !preview.data.page && <p role="status">{t('nothing-to-print')}</p>}
        </div>
      </div>
      <div className={styles['feet']}>
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button disabled={!preview.data?.page} loading={print.busy} onClick={() => void print.run()} data-autofocus>{t('make-pdf')}</Button>
      </div>
    </Modal>
  )
}

/** A large batch comes in several files, one after the other. */
function usePrint(wanted: Omit<Asked, 'requestId'>, file: Props['file'], onDone: () => void) {
  const { t } = useTranslation('cards')
  return useAct(async () => {
    for (let after: string | null = null, first = true; first || after !== null; first = false) {
      const cards: Asked['cards'] = 'which' in wanted.cards ? { ...wanted.cards, after } : wanted.cards
      const requestId = newRequestId()
      let more: string | null = null
      const made = await file({ name: t('cards'), make: async () => {
        const printed = await call('loyalty/print-cards', { ...wanted, cards, requestId })
        more = printed.more
        return { name: printed.fileName, parts: [bytesOf(printed.base64)], type: 'application/pdf' }
      } })
      if (!made) return
      after = more
    }
    onDone()
  })
}
