import { Button, Modal, SegmentedControl } from '@mantine/core'
import { IconCopy, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useContext, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../main/vocabulary.ts'
import { PrintLineContext } from '../printing.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { PaperSheet } from '../ui/PaperSheet.tsx'
import { useAsk } from '../use-call.ts'
import styles from './Receipt.module.css'
import { useReceiptActs, useReceiptLanguage, type ReceiptOf } from './use-receipt.ts'

const languages = (['en', 'fr', 'es'] as const).map((value) => ({ value, label: value.toUpperCase() }))

type Props = { readonly of: ReceiptOf; readonly onClose: () => void; readonly print?: boolean }

/** The receipt on screen, in the customer's language; to paper, to a file, or as text. */
export function ReceiptDialog({ of, onClose, print = false }: Props) {
  const { t } = useTranslation('pay')
  const { language, choose } = useReceiptLanguage(of.saleId)
  const { pdf, copy, print: toPaper } = useReceiptActs(of, language, () => window.print())
  const printLine = useContext(PrintLineContext)
  return (
    <Modal opened onClose={onClose} title={t('receipt')} size={660} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['two']}>
        <Paper of={of} language={language} print={print} />
        <div className={styles['acts']}>
          <SegmentedControl
            fullWidth aria-label={t('receipt-language')} value={language} onChange={(next) => choose(next as Language)} data={languages}
          />
          <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => void toPaper.run()} disabled={toPaper.busy} data-autofocus>{t('print')}</Button>
          <Button variant="default" leftSection={<IconFileTypePdf size={20} aria-hidden />} onClick={() => void pdf.run()} disabled={pdf.busy}>
            {t('pdf')}
          </Button>
          <Button variant="default" leftSection={<IconCopy size={20} aria-hidden />} onClick={() => void copy.run()} disabled={copy.busy}>
            {t('copy-text')}
          </Button>
          {printLine({ saleId: of.saleId, refundId: of.refundId })}
        </div>
      </div>
    </Modal>
  )
}

function Paper({ of, language, print }: { readonly of: ReceiptOf; readonly language: Language; readonly print: boolean }) {
  const asked = useAsk('sales/receipt', { ...of, language }, ['sales-changed'], { keepLast: true })
  const shown = asked.data !== undefined
  useEffect(() => {
    if (shown && print) window.print()
  }, [shown, print])
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late />
  return <PaperSheet title={asked.data.title} language={language} rows={asked.data.rows} />
}
