import { Button, Modal, SegmentedControl } from '@mantine/core'
import { IconBrandWhatsapp, IconFileTypePdf, IconMail, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../main/vocabulary.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { whenOnTop } from '../ui/on-top.ts'
import { PaperSheet } from '../ui/PaperSheet.tsx'
import { useAsk } from '../use-call.ts'
import styles from './Accounts.module.css'
import { usePaperActs, type PaperOf } from './use-paper.ts'

const languages = (['en', 'fr', 'es'] as const).map((value) => ({ value, label: value.toUpperCase() }))

/** A statement or the receipt of a payment on screen, in the customer's language; on paper, as a file, and the statement by e-mail or WhatsApp. */
export function PaperDialog({ of, onClose, duplicate = false }: { readonly of: PaperOf; readonly onClose: () => void; readonly duplicate?: boolean }) {
  const { t } = useTranslation('accounts')
  const [language, choose] = useState<Language>(of.language)
  const asked = useAsk('accounts/paper', { ...of, language, duplicate }, ['account-changed'], { keepLast: true })
  const { pdf, print, mail, whatsapp } = usePaperActs({ ...of, language, duplicate }, () => window.print())
  const isStatement = of.entryId === null
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t(isStatement ? 'statement' : 'pay:receipt')} size={720} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['paper']}>
        {asked.error ? <Failure failure={asked.error} retry={() => void asked.refetch()} /> : asked.data ? <PaperSheet title={asked.data.title} language={language} rows={asked.data.rows} /> : <Late />}
        <div className={styles['column']}>
          <SegmentedControl fullWidth aria-label={t('pay:receipt-language')} value={language} onChange={(next) => choose(next as Language)} data={languages} />
          <Button leftSection={<IconPrinter size={20} aria-hidden />} loading={print.busy} onClick={() => void print.run()} data-autofocus>{t('pay:print')}</Button>
          <Button variant="default" leftSection={<IconFileTypePdf size={20} aria-hidden />} loading={pdf.busy} onClick={() => void pdf.run()}>{t('pay:pdf')}</Button>
          {isStatement && <Button variant="default" leftSection={<IconMail size={20} aria-hidden />} loading={mail.busy} onClick={() => void mail.run()}>{t('by-mail')}</Button>}
          {isStatement && <Button variant="default" leftSection={<IconBrandWhatsapp size={20} aria-hidden />} loading={whatsapp.busy} onClick={() => void whatsapp.run()}>{t('by-whatsapp')}</Button>}
        </div>
      </div>
    </Modal>
  )
}
