import { Button, Modal, SegmentedControl } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, LooseReturnId } from '../../main/vocabulary.ts'
import { useHere } from '../here.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { whenOnTop } from '../ui/on-top.ts'
import { PaperSheet } from '../ui/PaperSheet.tsx'
import { useAsk } from '../use-call.ts'
import styles from './Receipt.module.css'
import { useSlipActs } from './use-return.ts'

const languages = (['en', 'fr', 'es'] as const).map((value) => ({ value, label: value.toUpperCase() }))

/** The slip of a return without a receipt, on screen, on paper or as a file. */
export function ReturnSlip({ returnId, duplicate, onClose }: { readonly returnId: LooseReturnId; readonly duplicate: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('returns')
  const { shop } = useHere()
  const [language, choose] = useState<Language>(shop.language)
  const asked = useAsk('sales/return-slip', { returnId, language, duplicate }, [], { keepLast: true })
  const { pdf, print } = useSlipActs({ returnId, language, duplicate })
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('slip')} size={660} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['two']}>
        {asked.error ? <Failure failure={asked.error} retry={() => void asked.refetch()} /> : asked.data ? <PaperSheet title={asked.data.title} language={language} rows={asked.data.rows} /> : <Late />}
        <div className={styles['acts']}>
          <SegmentedControl fullWidth aria-label={t('pay:receipt-language')} value={language} onChange={(next) => choose(next as Language)} data={languages} />
          <Button leftSection={<IconPrinter size={20} aria-hidden />} loading={print.busy} onClick={() => void print.run()} data-autofocus>{t('pay:print')}</Button>
          <Button variant="default" leftSection={<IconFileTypePdf size={20} aria-hidden />} loading={pdf.busy} onClick={() => void pdf.run()}>{t('pay:pdf')}</Button>
          <Button variant="default" onClick={onClose}>{t('ui:close')}</Button>
        </div>
      </div>
    </Modal>
  )
}
